import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ZipFile } from 'yauzl';
import { DifusorError } from '../../../lib/errors.js';
import { MemorySiteStore } from '../../../lib/publish/index.js';
import type { WorkerSettings } from '../../../lib/worker-settings.js';
import {
  FIRST,
  FIRST_ID,
  generationAt,
  REHEARSED,
  REHEARSED_ID,
  SECOND,
  SECOND_ID,
} from '../../support/night.js';
import { putNotes } from '../../support/noted.js';
import { samplePackage, type SamplePackage } from '../../support/sample-package.js';
import { SyncBench } from '../../support/sync-bench.js';
import { useTemporaryDirectory } from '../../support/temporary-directory.js';
import { SETTINGS } from '../../support/worker-settings.js';

describe('takePackage in a run', () => {
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
  const refusedArchive = (bytes: Buffer): SamplePackage => ({ ...FIRST, bytes });

  it('publishes two cuts one after the other, byte for byte', async () => {
    expect(await bench.runAt('2027-06-06T20:05:00-07:00', FIRST)).toMatchObject({
      kind: 'published',
      generation: FIRST_ID,
      shown: 'live',
      sentFiles: 6,
      copiedFiles: 0,
    });
    expect(await bench.runAt('2027-06-06T20:25:00-07:00', SECOND)).toMatchObject({
      kind: 'published',
      generation: SECOND_ID,
      sentFiles: 4,
      copiedFiles: 2,
    });
    expect(await pointer()).toEqual({ state: 'live', generation: SECOND_ID });
    for (const [id, sample] of [
      [FIRST_ID, FIRST],
      [SECOND_ID, SECOND],
    ] as const) {
      const paths = [...store.objects.keys()]
        .filter((key) => key.startsWith(id))
        .map((key) => key.slice(id.length + 1));
      expect(paths.sort()).toEqual(Object.keys(sample.files).sort());
      for (const path of paths)
        expect(servedBy(id, path)?.equals(sample.files[path] ?? Buffer.alloc(0))).toBe(true);
    }
  });

  it('sees a change that has no change of size', async () => {
    await bench.runAt('2027-06-06T20:05:00-07:00', FIRST);
    await bench.runAt('2027-06-06T20:25:00-07:00', SECOND);
    const page = 'json/main.json';
    expect(servedBy(SECOND_ID, page)?.length).toBe(servedBy(FIRST_ID, page)?.length);
    expect(servedBy(SECOND_ID, page)?.equals(servedBy(FIRST_ID, page) ?? Buffer.alloc(0))).toBe(false);
  });

  it('refuses a package older than the live cut, keeps it, and stages nothing', async () => {
    await bench.runAt('2027-06-06T20:25:00-07:00', SECOND);
    const objects = store.objects.size;
    expect(await bench.runAt('2027-06-06T20:26:00-07:00', FIRST)).toMatchObject({
      kind: 'refused',
      error: { code: 'CUT_OLDER_THAN_LIVE', params: { generation: FIRST_ID, live: SECOND_ID } },
    });
    expect(await pointer()).toEqual({ state: 'live', generation: SECOND_ID });
    expect(store.objects.size).toBe(objects);
    expect(existsSync(join(bench.archiveRoot, 'packages', FIRST_ID, FIRST.name))).toBe(true);
  });

  it('publishes a correction that comes under the same time, and refuses the corrected one afterwards', async () => {
    const corrected = samplePackage({ time: '20270606_2000', counted: 313 });
    await bench.runAt('2027-06-06T20:05:00-07:00', FIRST);
    expect(await bench.runAt('2027-06-06T20:08:00-07:00', corrected)).toMatchObject({ kind: 'published' });
    expect(await bench.runAt('2027-06-06T20:09:00-07:00', FIRST)).toMatchObject({
      kind: 'refused',
      error: { code: 'CUT_OLDER_THAN_LIVE' },
    });
    const id = generationAt(corrected, '2027-06-07T03:00:00Z');
    expect(await pointer()).toEqual({ state: 'live', generation: id });
  });

  it('publishes a correction that was staged before another of the same time went live', async () => {
    const [one, two] = [313, 314].map((counted) => samplePackage({ time: '20270606_2000', counted }));
    if (one === undefined || two === undefined) throw new Error('no corrections');
    await bench.runAt('2027-06-06T20:05:00-07:00', FIRST);
    const move = jest.spyOn(store, 'movePointer').mockRejectedValue(new Error('out of reach'));
    expect(await bench.runAt('2027-06-06T20:06:00-07:00', one)).toMatchObject({ kind: 'failed' });
    move.mockRestore();
    expect(await bench.runAt('2027-06-06T20:07:00-07:00', two)).toMatchObject({ kind: 'published' });
    expect(await bench.runAt('2027-06-06T20:08:00-07:00', one)).toMatchObject({
      kind: 'published',
      sentFiles: 0,
    });
    expect(await pointer()).toMatchObject({ generation: generationAt(one, '2027-06-07T03:00:00Z') });
    expect(await bench.runAt('2027-06-06T20:09:00-07:00', FIRST)).toMatchObject({ kind: 'refused' });
  });

  it('keeps a notice up, and has the newest cut wait behind it', async () => {
    await bench.runAt('2027-06-06T20:05:00-07:00', FIRST);
    await store.movePointer({ state: 'notice', generation: FIRST_ID }, await store.readPointer());
    expect(await bench.runAt('2027-06-06T20:25:00-07:00', SECOND)).toMatchObject({
      kind: 'published',
      shown: 'notice',
    });
    expect(await pointer()).toEqual({ state: 'notice', generation: SECOND_ID });
  });

  it('is published in its window, marked in its manifest', async () => {
    expect(await bench.runAt('2027-05-16T20:05:00-07:00', REHEARSED)).toMatchObject({
      kind: 'published',
      rehearsal: true,
    });
    expect(await store.readManifest(REHEARSED_ID)).toMatchObject({ rehearsal: true, window: 'rehearsal-1' });
  });

  it.each(['with notes', 'without notes'])(
    'never shows as results, %s, though the source still offers it on the night',
    async (notes) => {
      await bench.runAt('2027-05-16T20:05:00-07:00', REHEARSED);
      if (notes === 'without notes') await putNotes(store, '');
      for (const now of [
        '2027-06-06T19:30:00-07:00',
        '2027-06-06T20:01:00-07:00',
        '2027-06-06T20:02:00-07:00',
      ]) {
        expect(await bench.runAt(now)).toEqual({
          kind: 'held',
          reason: 'rehearsal',
          generation: REHEARSED_ID,
        });
        expect(await pointer()).toEqual({ state: 'closed' });
      }
      expect(await bench.runAt('2027-06-06T20:05:00-07:00', FIRST)).toMatchObject({ generation: FIRST_ID });
    },
  );

  it('is not held for the election’s opening where it was held for its own', async () => {
    await bench.runAt('2027-05-16T19:50:00-07:00', samplePackage({ time: '20270516_1945', counted: 100 }));
    expect(await bench.runAt('2027-06-06T19:50:00-07:00')).toMatchObject({
      kind: 'held',
      reason: 'rehearsal',
    });
    expect(await bench.runAt('2027-06-06T20:01:00-07:00')).toMatchObject({
      kind: 'held',
      reason: 'rehearsal',
    });
    expect(await pointer()).toEqual({ state: 'closed' });
  });

  it.each([
    ['published', SECOND],
    ['refused', { ...SECOND, bytes: corrupted(SECOND.bytes) }],
  ])('lets go of a package’s file once it is %s', async (kind, offered) => {
    const close = jest.spyOn(ZipFile.prototype, 'close');
    expect(await bench.runAt('2027-06-06T20:25:00-07:00', offered)).toMatchObject({ kind });
    expect(close).toHaveBeenCalled();
    close.mockRestore();
  });

  it('is known by its bytes where cuts have no time of their own', async () => {
    const settings: WorkerSettings = {
      ...SETTINGS,
      package: { ...SETTINGS.package, cutTime: { from: 'arrival' } },
    };
    bench = new SyncBench(directory(), store, settings);
    await bench.runAt('2027-05-16T20:05:00-07:00', REHEARSED);
    expect(await bench.runAt('2027-06-06T20:01:00-07:00')).toMatchObject({
      kind: 'held',
      reason: 'rehearsal',
    });
  });

  it('keeps a refused package as evidence, and readers what they have', async () => {
    await bench.runAt('2027-06-06T20:05:00-07:00', FIRST);
    const damaged = { ...SECOND, bytes: SECOND.bytes.subarray(0, -30) };
    expect(await bench.runAt('2027-06-06T20:25:00-07:00', damaged)).toMatchObject({
      kind: 'refused',
      error: { code: 'ARCHIVE_TRUNCATED' },
    });
    expect(await pointer()).toEqual({ state: 'live', generation: FIRST_ID });
    expect(
      readFileSync(join(bench.archiveRoot, 'packages', SECOND_ID, SECOND.name)).equals(damaged.bytes),
    ).toBe(true);
  });

  it('asks for a damaged package again, and publishes it once it is whole', async () => {
    await bench.runAt('2027-06-06T20:05:00-07:00', refusedArchive(FIRST.bytes.subarray(0, 100)));
    expect(await bench.runAt('2027-06-06T20:06:00-07:00', FIRST)).toMatchObject({ kind: 'published' });
    expect(bench.source.asked).toEqual([undefined, undefined]);
  });

  describe('where a worker whose clock is ahead took the cut of a rehearsal away', () => {
    const LATER = samplePackage({ time: '20270516_2020', counted: 222 });
    const takeAway = (): Promise<unknown> => bench.runAt('2027-05-17T20:30:00-07:00');

    it('leads nobody to an older one, and back to that one', async () => {
      await bench.runAt('2027-05-16T20:05:00-07:00', REHEARSED);
      await bench.runAt('2027-05-16T20:25:00-07:00', LATER);
      await takeAway();
      expect(await pointer()).toEqual({ state: 'closed' });
      expect(await bench.runAt('2027-05-16T20:31:00-07:00', REHEARSED)).toMatchObject({
        kind: 'refused',
        error: { code: 'CUT_OLDER_THAN_LIVE' },
      });
      expect(await bench.runAt('2027-05-16T20:32:00-07:00', LATER)).toMatchObject({ kind: 'published' });
    });

    it('leads nobody to an older one that was on its way meanwhile', async () => {
      const other = new SyncBench(join(directory(), 'other'), store);
      const put = store.putManifest.bind(store);
      jest.spyOn(store, 'putManifest').mockImplementationOnce(async (manifest) => {
        await other.runAt('2027-05-16T20:25:00-07:00', LATER);
        await takeAway();
        await put(manifest);
      });
      const paused = new SyncBench(join(directory(), 'paused'), store);
      expect(await paused.runAt('2027-05-16T20:05:00-07:00', REHEARSED)).toMatchObject({
        kind: 'refused',
        error: { code: 'CUT_OLDER_THAN_LIVE' },
      });
      expect(await pointer()).toEqual({ state: 'closed' });
    });
  });

  it('takes up a cut whose flip failed, without sending it again', async () => {
    jest.spyOn(store, 'movePointer').mockRejectedValueOnce(new DifusorError('STORE_WRITE_FAILED'));
    expect(await bench.runAt('2027-06-06T20:05:00-07:00', FIRST)).toMatchObject({ kind: 'failed' });
    const putFile = jest.spyOn(store, 'putFile');
    expect(await bench.runAt('2027-06-06T20:06:00-07:00')).toMatchObject({ kind: 'published', sentFiles: 0 });
    expect(putFile).not.toHaveBeenCalled();
  });

  it('takes up a cut whose staging broke off', async () => {
    jest.spyOn(store, 'putManifest').mockRejectedValueOnce(new DifusorError('STORE_WRITE_FAILED'));
    expect(await bench.runAt('2027-06-06T20:05:00-07:00', FIRST)).toMatchObject({ kind: 'failed' });
    expect(await pointer()).toEqual({ state: 'closed' });
    expect(await bench.runAt('2027-06-06T20:06:00-07:00')).toMatchObject({ kind: 'published', sentFiles: 6 });
  });
});

/** A package whose directory is sound and whose first file is not. */
function corrupted(bytes: Buffer): Buffer {
  const damaged = Buffer.from(bytes);
  damaged.writeUInt8(damaged.readUInt8(60) ^ 0xff, 60);
  return damaged;
}
