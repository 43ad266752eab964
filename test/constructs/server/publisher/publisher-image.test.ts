import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { watchProgram } from '../../../../constructs/server/host/watch-program.js';
import { createMessages } from '../../../../lib/messages/index.js';

const DOCKERFILE = join(__dirname, '../../../../constructs/server/publisher/image/Dockerfile');

describe('the publisher’s image', () => {
  it('has the program by the name by which the host’s watch calls it', () => {
    const [, program] = /docker exec "\$CONTAINER" (\S+) status/.exec(watchProgram(createMessages())) ?? [];
    expect(program).toBe('difusor');
    expect(readFileSync(DOCKERFILE, 'utf8')).toContain(`> /usr/local/bin/${program} && chmod 0755`);
  });
});
