import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DifusorError } from '../../../lib/errors.js';
import { MemorySiteStore } from '../../../lib/publish/index.js';
import { generationAt, ZEROS, ZEROS_ID } from '../../support/night.js';
import { putNotes } from '../../support/noted.js';
import { samplePackage } from '../../support/sample-package.js';
import { SyncBench } from '../../support/sync-bench.js';
import { useTemporaryDirectory } from '../../support/temporary-directory.js';

describe('the opening', () => {
  const directory = useTemporaryDirectory();
  let store: MemorySiteStore;
  let bench: SyncBench;

  beforeEach(() => {
    store = new MemorySiteStore();
    bench = new SyncBench(directory(), store);
  });

  const pointer = async (): Promise<unknown> => (await store.readPointer()).pointer;
  const servedBy = (id: string, path: string): Buffer | undefined =>
    store.objects.get(`${id}/${path}`)?.content;

  it('archives and stages, and shows nothing', async () => {
    expect(await bench.runAt('2027-06-06T19:50:00-07:00', ZEROS)).toMatchObject({
      kind: 'held',
      reason: 'before-opening',
      generation: ZEROS_ID,
      opensAt: '2027-06-06T20:00:00-07:00',
    });
    expect(await pointer()).toEqual({ state: 'closed' });
    expect(servedBy(ZEROS_ID, 'index.html')).toBeDefined();
    expect(existsSync(join(bench.archiveRoot, 'packages', ZEROS_ID))).toBe(true);
    expect(await bench.runAt('2027-06-06T19:51:00-07:00')).toMatchObject({ kind: 'held', sentBytes: 0 });
  });

  it('shows the held cut at the very opening, though the source is gone', async () => {
    await bench.runAt('2027-06-06T19:50:00-07:00', ZEROS);
    bench.source.failure = new DifusorError('SOURCE_UNREACHABLE');
    expect(await bench.runAt('2027-06-06T20:00:00-07:00')).toMatchObject({
      kind: 'published',
      generation: ZEROS_ID,
      sentFiles: 0,
    });
    expect(await pointer()).toEqual({ state: 'live', generation: ZEROS_ID });
  });

  it('shows the newest of several', async () => {
    const late = samplePackage({ time: '20270606_1955', counted: 101 });
    await bench.runAt('2027-06-06T19:50:00-07:00', ZEROS);
    expect(await bench.runAt('2027-06-06T19:56:00-07:00', late)).toMatchObject({ kind: 'held' });
    await bench.runAt('2027-06-06T20:00:00-07:00');
    expect(await pointer()).toEqual({
      state: 'live',
      generation: generationAt(late, '2027-06-07T02:55:00Z'),
    });
  });

  it('sends of a second held cut what changed only', async () => {
    const late = samplePackage({ time: '20270606_1955', counted: 101 });
    await bench.runAt('2027-06-06T19:50:00-07:00', ZEROS);
    const copyFile = jest.spyOn(store, 'copyFile');
    await bench.runAt('2027-06-06T19:56:00-07:00', late);
    expect(copyFile).toHaveBeenCalledTimes(2);
  });

  it('holds a staged cut also without its notes', async () => {
    await bench.runAt('2027-06-06T19:50:00-07:00', ZEROS);
    await putNotes(store, '');
    expect(await bench.runAt('2027-06-06T19:51:00-07:00')).toMatchObject({ kind: 'held', sentBytes: 0 });
    expect(await pointer()).toEqual({ state: 'closed' });
  });

  it('does not say that a cut is held which another worker has shown', async () => {
    await bench.runAt('2027-06-06T19:50:00-07:00', ZEROS);
    await store.movePointer({ state: 'live', generation: ZEROS_ID }, await store.readPointer());
    expect(await bench.runAt('2027-06-06T20:01:00-07:00')).toEqual({
      kind: 'unchanged',
      generation: ZEROS_ID,
    });
  });

  it('shows a staged cut without its notes, from the source’s package', async () => {
    await bench.runAt('2027-06-06T19:50:00-07:00', ZEROS);
    await putNotes(store, '');
    const putFile = jest.spyOn(store, 'putFile');
    expect(await bench.runAt('2027-06-06T20:00:00-07:00')).toMatchObject({ kind: 'published', sentFiles: 0 });
    expect(putFile).not.toHaveBeenCalled();
  });
});
