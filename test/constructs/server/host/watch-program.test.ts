import { spawnSync } from 'node:child_process';
import { watchProgram } from '../../../../constructs/server/host/watch-program.js';
import { createMessages } from '../../../../lib/messages/index.js';

describe('watchProgram', () => {
  it.each(['es', 'en'] as const)('is a script that a POSIX shell reads, in %s', (locale) => {
    const input = watchProgram(createMessages(locale));
    expect(spawnSync('sh', ['-n'], { input, encoding: 'utf8' })).toMatchObject({ status: 0, stderr: '' });
  });

  it('tells the institute’s lateness from a fault of ours by the exit code of `difusor status`', () => {
    const program = watchProgram(createMessages());
    expect(program).toMatch(/^ {2}3\) state=late text='El instituto/m);
    expect(program).toMatch(/^ {2}4\) state=failing text='La copia no avanza/m);
  });

  it('shows the webhook’s address in no list of processes', () => {
    expect(watchProgram(createMessages())).toContain('curl --config - ');
  });
});
