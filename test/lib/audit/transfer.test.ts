import type { SFTPWrapper } from 'ssh2';
import { measureTransfers, type Transfers } from '../../../lib/audit/transfer.js';

/** A service whose disk is full half-way, and that lets nobody take a file away. */
const FULL = {
  open: (_name: string, _mode: string, done: (error: Error | undefined) => void) => done(new Error('full')),
  unlink: (_name: string, done: (error: Error) => void) => done(new Error('denied')),
} as unknown as SFTPWrapper;

const measured = (removeOtherwise: (name: string) => Promise<boolean>): Promise<Transfers> =>
  measureTransfers(FULL, { by: 'ingest', megabytes: 1, runs: 1, tick: () => 0, removeOtherwise });

describe('measureTransfers', () => {
  it('has the file taken away also where the upload failed', async () => {
    const removed: string[] = [];
    const { upload } = await measured((name) => Promise.resolve(removed.push(name) > 0));
    expect(removed).toEqual([expect.stringMatching(/^\.difusor-audit-[0-9a-f]{16}$/)]);
    expect(upload).toMatchObject({ why: 'refused', detail: 'sftp full' });
  });

  it('names the file that nobody could take away', async () => {
    const { upload } = await measured(() => Promise.resolve(false));
    expect(upload).toMatchObject({
      why: 'refused',
      detail: expect.stringMatching(/^rm \.difusor-audit-/) as string,
    });
  });
});
