import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileClockNs } from '../../../../lib/sync/sources/file-clock.js';
import { useTemporaryDirectory } from '../../../support/temporary-directory.js';

describe('fileClockNs', () => {
  const directory = useTemporaryDirectory();

  it('never goes back, and leaves nothing behind', async () => {
    const first = await fileClockNs(directory());
    expect(await fileClockNs(directory())).toBeGreaterThanOrEqual(first);
    expect(readdirSync(directory())).toEqual([]);
  });

  it('says which folder it can write nothing into', async () => {
    const missing = join(directory(), 'missing');
    await expect(fileClockNs(missing)).rejects.toMatchObject({
      code: 'STORE_WRITE_FAILED',
      params: { path: missing, reason: 'ENOENT' },
    });
  });
});
