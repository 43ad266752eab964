import { statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generationOf } from '../../../lib/cut/index.js';
import { HandingOn } from '../../../lib/publish/handed-on.js';
import { stagedFile } from '../../support/cuts.js';
import { useTemporaryDirectory } from '../../support/temporary-directory.js';

const MINUTE_MS = 60_000;
const WHOLE_AT = Date.parse('2024-06-03T03:00:30Z');
const BASE = '20240603T030000Z-00000001';

/** Generations of so many cuts after the base, `minutes` apart. */
function cutsEvery(minutes: number, count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) =>
    generationOf(
      new Date(Date.parse('2024-06-03T03:00:00Z') + (index + 1) * minutes * MINUTE_MS),
      'f'.repeat(64),
    ),
  );
}

describe('HandingOn', () => {
  const directory = useTemporaryDirectory();
  const path = (): string => join(directory(), 'a');
  const write = (text: string, atMs: number): void => {
    writeFileSync(path(), text);
    utimesSync(path(), new Date(atMs), new Date(atMs));
  };
  const wasWhole = new HandingOn(() => WHOLE_AT);
  const file = stagedFile('a', 'same');
  const lookedAt = async (handingOn: HandingOn, cuts: readonly string[]): Promise<readonly boolean[]> => {
    const intact: boolean[] = [];
    for (const next of cuts) intact.push(await handingOn.isIntact(file, path(), BASE, next));
    return intact;
  };

  it.each([10, 15, 20, 1])(
    'finds damage that left no trace within 23 cuts that come every %i minutes, and reads the file once in them',
    async (minutes) => {
      write('evil', WHOLE_AT - 1000);
      const intact = await lookedAt(wasWhole, cutsEvery(minutes, 23));
      expect(intact.filter((each) => !each)).toHaveLength(1);
      write('same', WHOLE_AT - 1000);
      for (const next of cutsEvery(minutes, 23)) {
        expect(await wasWhole.isIntact(file, path(), BASE, next)).toBe(true);
      }
    },
  );

  it('reads what was written to since its cut was whole, and lets it pass where it is as it was', async () => {
    for (const next of cutsEvery(20, 23)) {
      write('evil', WHOLE_AT + 1000);
      expect(await wasWhole.isIntact(file, path(), BASE, next)).toBe(false);
      write('same', WHOLE_AT + 1000);
      expect(await wasWhole.isIntact(file, path(), BASE, next)).toBe(true);
    }
  });

  it('reads every file of a cut that was never declared whole, until it is', async () => {
    const declared = new Map<string, number>();
    const handingOn = new HandingOn((generation) => declared.get(generation));
    write('evil', WHOLE_AT - 1000);
    for (const next of cutsEvery(20, 23)) {
      expect(await handingOn.isIntact(file, path(), BASE, next)).toBe(false);
    }
    declared.set(BASE, WHOLE_AT);
    expect(await lookedAt(handingOn, cutsEvery(20, 23))).toContain(true);
  });

  it('takes another size for damage without a read, and no file for none', async () => {
    write('longer', WHOLE_AT - 1000);
    expect(statSync(path()).size).not.toBe(file.size);
    for (const next of cutsEvery(20, 23)) {
      expect(await wasWhole.isIntact(file, path(), BASE, next)).toBe(false);
      expect(await wasWhole.isIntact(file, join(directory(), 'gone'), BASE, next)).toBe(false);
    }
  });
});
