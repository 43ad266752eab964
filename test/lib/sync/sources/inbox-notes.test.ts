import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { InboxNotes } from '../../../../lib/sync/sources/inbox-notes.js';
import { FUZZ_RUNS } from '../../../support/fuzz-runs.js';
import { useTemporaryDirectory } from '../../../support/temporary-directory.js';

describe('InboxNotes', () => {
  const directory = useTemporaryDirectory();
  const path = (): string => join(directory(), 'inbox', 'notes.json');
  let upMs = 0;
  const notes = (at: string | undefined = path()): InboxNotes => new InboxNotes(at, () => upMs);

  it('writes nothing where it has nothing to remember', async () => {
    await notes().save();
    expect(readdirSync(directory())).toEqual([]);
  });

  it('hands what it knows to the next, and forgets what is gone', async () => {
    upMs = 100;
    const first = notes();
    first.quietMs('a\u00ff.zip', 'mark');
    first.keep('b.zip', 'mark');
    await first.save();
    upMs = 150;
    const second = notes();
    await second.load();
    expect(second.quietMs('a\u00ff.zip', 'mark')).toBe(50);
    expect(second.isKept('b.zip', 'mark')).toBe(true);
    expect(second.isKept('b.zip', 'other')).toBe(false);
    second.retain(new Set());
    expect(second.quietMs('a\u00ff.zip', 'mark')).toBe(0);
    expect(second.isKept('b.zip', 'mark')).toBe(false);
  });

  it('remembers without a file for as long as it lives', async () => {
    upMs = 100;
    const only = notes(undefined);
    only.quietMs('a', 'mark');
    await only.save();
    await only.load();
    upMs = 130;
    expect(only.quietMs('a', 'mark')).toBe(30);
  });

  it('never counts more time than the host was up since', () => {
    const steps = fc.array(fc.record({ mark: fc.constantFrom('a', 'b'), up: fc.nat({ max: 1000 }) }));
    fc.assert(
      fc.property(steps, (looks) => {
        const watched = notes(undefined);
        let since = { mark: '', up: 0 };
        return looks.every(({ mark, up }) => {
          upMs = up;
          if (mark !== since.mark || up < since.up) since = { mark, up };
          return watched.quietMs('x', mark) === up - since.up;
        });
      }),
      { numRuns: FUZZ_RUNS, seed: 3 },
    );
  });

  it('takes a file that it does not understand for none', async () => {
    mkdirSync(join(directory(), 'inbox'));
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string(), fc.json()), async (text) => {
        writeFileSync(path(), text);
        const read = notes();
        await read.load();
        upMs = 5;
        return read.quietMs('a', 'mark') === 0 && !read.isKept('a', 'mark');
      }),
      { numRuns: FUZZ_RUNS, seed: 3 },
    );
  });

  it('says where it can not write', async () => {
    writeFileSync(join(directory(), 'inbox'), 'a file');
    const first = notes();
    first.keep('a', 'mark');
    await expect(first.save()).rejects.toMatchObject({
      code: 'STORE_WRITE_FAILED',
      params: { path: path() },
    });
    expect(readFileSync(join(directory(), 'inbox'), 'utf8')).toBe('a file');
  });
});
