import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { neededFilesScript } from '../../constructs/server/delivery/needed-files.js';
import { createMessages } from '../../lib/messages/index.js';
import { useTemporaryDirectory } from '../support/temporary-directory.js';
import { describePart } from './support/part.js';

describePart('the look at files that a person puts on a host', ['rootAndSetpriv'], () => {
  const folder = useTemporaryDirectory();

  it('asks the system itself whether the reader can read, through folders that are closed to it', () => {
    const closed = join(folder(), 'closed');
    mkdirSync(closed, { mode: 0o700 });
    const path = join(closed, 'secret');
    writeFileSync(path, 'x');
    chmodSync(path, 0o400);
    const look = () =>
      spawnSync('/bin/sh', ['-s'], {
        input: neededFilesScript([{ path, reader: 'ingest', secret: true }], createMessages()),
        encoding: 'utf8',
      });
    expect(look()).toMatchObject({ status: 1, stderr: expect.stringContaining('no puede leer') });
    chownSync(path, 10002, 10001);
    expect(look()).toMatchObject({ status: 0, stderr: '' });
  });
});
