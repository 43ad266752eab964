import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freeSpaceCommand, HOST_COMMANDS, packagesCommand } from '../../../lib/audit/host-commands.js';
import { parseDocker } from '../../../lib/audit/parse/docker.js';
import { parseFreeSpace } from '../../../lib/audit/parse/free-space.js';
import { parsePackages } from '../../../lib/audit/parse/packages.js';
import { useTemporaryDirectory } from '../../support/temporary-directory.js';

const folder = useTemporaryDirectory();
/** As a host’s shell runs it; `programs` come first in its path. */
const run = (command: string, programs = folder()): string =>
  execFileSync('sh', ['-c', command], {
    encoding: 'utf8',
    env: { PATH: `${programs}:${process.env.PATH}`, LC_ALL: 'C' },
  });
const program = (name: string, script: string): void =>
  writeFileSync(join(folder(), name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });

describe('the commands of an audit', () => {
  it('are shell that every sh can read', () => {
    for (const command of Object.values(HOST_COMMANDS)) {
      expect(() => execFileSync('sh', ['-n', '-c', command])).not.toThrow();
    }
  });

  it('tell the free bytes of a folder, whatever its name is', () => {
    const strange = join(folder(), "it's $(here)");
    mkdirSync(strange);
    expect(parseFreeSpace(run(freeSpaceCommand(strange)))).toEqual({ value: expect.any(Number) as number });
  });

  it('tell the size of each package kept, as the account itself or by sudo', () => {
    program('sudo', 'shift; exec "$@"');
    for (const [generation, bytes] of [
      ['20300602T200000Z-aaaaaaaa', 3_000_000],
      ['20300602T201500Z-bbbbbbbb', 1_000_000],
    ] as const) {
      const kept = join(folder(), 'packages', 'packages', generation);
      mkdirSync(kept, { recursive: true });
      writeFileSync(join(kept, 'prep.zip'), Buffer.alloc(bytes));
    }
    const reading = parsePackages(run(packagesCommand(folder())));
    expect(reading).toMatchObject({ value: { count: 2 } });
    const { largest } = 'value' in reading ? reading.value : { largest: 0 };
    expect(largest).toBeGreaterThanOrEqual(3_000_000);
    expect(largest).toBeLessThan(3_100_000);
  });

  it('tell that no package was kept yet', () => {
    program('sudo', 'shift; exec "$@"');
    expect(parsePackages(run(packagesCommand(folder())))).toMatchObject({ why: 'nothingThere' });
  });

  it('ask Docker by sudo where the account may not', () => {
    program('docker', 'test "$AS_ROOT" = yes && echo \'{"version":"27","liveRestore":true}\'');
    program('sudo', 'shift; AS_ROOT=yes exec "$@"');
    program('systemctl', 'echo enabled');
    expect(parseDocker(run(HOST_COMMANDS.docker))).toEqual({
      value: { version: '27', liveRestore: true, startsWithHost: true },
    });
  });
});
