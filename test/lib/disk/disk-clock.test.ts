import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { diskClockNs } from '../../../lib/disk/disk-clock.js';
import { useTemporaryDirectory } from '../../support/temporary-directory.js';

describe('diskClockNs', () => {
  const directory = useTemporaryDirectory();

  it('is not behind a file that was written before, and leaves nothing behind', async () => {
    const path = join(directory(), 'file');
    writeFileSync(path, 'x');
    expect(await diskClockNs(directory())).toBeGreaterThanOrEqual(statSync(path, { bigint: true }).ctimeNs);
    expect(readdirSync(directory())).toEqual(['file']);
  });

  it('fails as the system does', async () => {
    await expect(diskClockNs(join(directory(), 'missing'))).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
