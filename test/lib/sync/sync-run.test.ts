import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DifusorError } from '../../../lib/errors.js';
import { MemorySiteStore, rollBack } from '../../../lib/publish/index.js';
import {
  FIRST,
  FIRST_ID,
  generationAt,
  REHEARSED,
  REHEARSED_ID,
  SECOND,
  SECOND_ID,
  ZEROS,
  ZEROS_ID,
} from '../../support/night.js';
import { notesOf, putNotes } from '../../support/noted.js';
import { samplePackage } from '../../support/sample-package.js';
import { SyncBench } from '../../support/sync-bench.js';
import { useTemporaryDirectory } from '../../support/temporary-directory.js';
import { SETTINGS } from '../../support/worker-settings.js';

describe('syncRun in a worker', () => {
  const directory = useTemporaryDirectory();
  let store: MemorySiteStore;
  let bench: SyncBench;

  afterEach(() => jest.restoreAllMocks());

  beforeEach(() => {
    store = new MemorySiteStore();
    bench = new SyncBench(directory(), store);
  });

  it('does nothing and writes nothing while the source has nothing new', async () => {
    await bench.runAt('2027-06-06T20:05:00-07:00', FIRST);
    const before = await notesOf(store);
    const writeNotes = jest.spyOn(store, 'writeNotes');
    expect(await bench.runAt('2027-06-06T20:06:00-07:00')).toEqual({
      kind: 'unchanged',
      generation: FIRST_ID,
    });
    expect(bench.source.asked).toEqual([undefined, FIRST.sha256]);
    expect(writeNotes).not.toHaveBeenCalled();
    expect(await notesOf(store)).toBe(before);
  });

  it.each([undefined, '', '{"format":1}', 'torn {'])(
    'knows the live cut again with %p for notes',
    async (notes) => {
      await bench.runAt('2027-06-06T20:05:00-07:00', FIRST);
      const { version } = await store.readNotes();
      jest.spyOn(store, 'readNotes').mockResolvedValueOnce({ text: notes, version });
      const putFile = jest.spyOn(store, 'putFile');
      expect(await bench.runAt('2027-06-06T20:06:00-07:00')).toEqual({
        kind: 'unchanged',
        generation: FIRST_ID,
      });
      expect(bench.source.asked).toEqual([undefined, undefined]);
      expect(putFile).not.toHaveBeenCalled();
    },
  );

  it('publishes the source’s cut again where the pointer no longer names it', async () => {
    await bench.runAt('2027-06-06T20:05:00-07:00', FIRST);
    await store.movePointer({ state: 'closed' }, await store.readPointer());
    expect(await bench.runAt('2027-06-06T20:06:00-07:00')).toMatchObject({
      kind: 'published',
      generation: FIRST_ID,
      sentFiles: 0,
    });
  });

  it('waits for the first package until the opening, and calls its absence a failure after it', async () => {
    expect(await bench.runAt('2027-06-06T19:59:00-07:00')).toEqual({
      kind: 'awaiting',
      opensAt: '2027-06-06T20:00:00-07:00',
    });
    expect(await bench.runAt('2027-06-06T20:00:00-07:00')).toMatchObject({
      kind: 'failed',
      error: { code: 'SOURCE_REFUSED', params: { host: 'prep.example.net', status: 404 } },
    });
  });

  describe('a package at a source that lets go of it', () => {
    const DAMAGED = { ...SECOND, bytes: SECOND.bytes.subarray(0, -30) };
    const released = (): readonly string[] => bench.source.released;

    it('is let go of once it is published, held or refused, as are older ones and those of a rehearsal', async () => {
      expect(await bench.runAt('2027-05-16T20:05:00-07:00', REHEARSED)).toMatchObject({ kind: 'published' });
      expect(await bench.runAt('2027-06-06T19:30:00-07:00')).toMatchObject({ reason: 'rehearsal' });
      expect(await bench.runAt('2027-06-06T19:50:00-07:00', ZEROS)).toMatchObject({ kind: 'held' });
      expect(await bench.runAt('2027-06-06T20:00:00-07:00')).toMatchObject({ generation: ZEROS_ID });
      expect(await bench.runAt('2027-06-06T20:05:00-07:00', FIRST)).toMatchObject({ generation: FIRST_ID });
      expect(await bench.runAt('2027-06-06T20:06:00-07:00', ZEROS)).toMatchObject({
        error: { code: 'CUT_OLDER_THAN_LIVE' },
      });
      expect(await bench.runAt('2027-06-06T20:25:00-07:00', DAMAGED)).toMatchObject({ kind: 'refused' });
      const names = [REHEARSED, REHEARSED, ZEROS, FIRST, ZEROS, DAMAGED].map(({ name }) => name);
      expect(released()).toEqual(names);
      const archived = readdirSync(join(bench.archiveRoot, 'packages'));
      expect(archived).toEqual([REHEARSED_ID, ZEROS_ID, FIRST_ID, SECOND_ID]);
    });

    it.each([
      ['a file fails', 'putFile', 'STORE_WRITE_FAILED'],
      ['the flip fails', 'movePointer', 'POINTER_MOVED'],
      ['the manifest fails', 'putManifest', 'STORE_WRITE_FAILED'],
    ] as const)('is kept there while %s, and taken up again', async (_what, method, code) => {
      jest.spyOn(store, method).mockRejectedValue(new DifusorError(code));
      expect(await bench.runAt('2027-06-06T20:05:00-07:00', FIRST)).toMatchObject({ kind: 'failed' });
      expect(released()).toEqual([]);
      jest.restoreAllMocks();
      expect(await bench.runAt('2027-06-06T20:06:00-07:00')).toMatchObject({ kind: 'published' });
      expect(released()).toEqual([FIRST.name]);
    });

    it('is kept there while it is dated ahead of this host’s clock, which may be slow', async () => {
      expect(await bench.runAt('2027-06-06T20:05:00-07:00', SECOND)).toMatchObject({
        kind: 'refused',
        error: { code: 'CUT_FROM_THE_FUTURE' },
      });
      expect(released()).toEqual([]);
      expect(await bench.runAt('2027-06-06T20:21:00-07:00')).toMatchObject({ kind: 'published' });
      expect(released()).toEqual([SECOND.name]);
    });

    it('is kept there for a period while the cut that it changes can’t be copied', async () => {
      const missing = new DifusorError('CUT_BASE_MISSING', { package: FIRST.name, file: 'index.html' });
      jest.spyOn(store, 'putFile').mockRejectedValue(missing);
      expect(await bench.runAt('2027-06-06T20:05:00-07:00', FIRST)).toMatchObject({ kind: 'failed' });
      expect(await bench.runAt('2027-06-06T20:24:00-07:00')).toMatchObject({ kind: 'failed' });
      expect(released()).toEqual([]);
      expect(await bench.runAt('2027-06-06T20:25:00-07:00')).toMatchObject({ kind: 'refused' });
      expect(released()).toEqual([FIRST.name]);
    });

    it('is kept there while the archive does not keep it', async () => {
      writeFileSync(bench.archiveRoot, 'a file');
      expect(await bench.runAt('2027-06-06T20:05:00-07:00', FIRST)).toMatchObject({ kind: 'failed' });
      expect(released()).toEqual([]);
    });

    it('is published all the same where the source does not let go of it, which is logged', async () => {
      bench.source.waiting = [SECOND];
      bench.source.releaseFailure = new DifusorError('STORE_WRITE_FAILED', { path: 'x', reason: 'EROFS' });
      const outcome = await bench.runAt('2027-06-06T20:05:00-07:00', FIRST);
      expect(outcome).toMatchObject({ kind: 'published' });
      expect(outcome).not.toHaveProperty('more');
      expect(bench.logLines()).toContainEqual(
        expect.objectContaining({
          level: 40,
          msg: 'package not released',
          code: 'STORE_WRITE_FAILED',
          package: FIRST.name,
        }),
      );
    });

    it('says that the next one waits, as long as one does', async () => {
      bench.source.waiting = [SECOND];
      expect(await bench.runAt('2027-06-06T20:25:00-07:00', FIRST)).toMatchObject({
        kind: 'published',
        more: true,
      });
      const next = await bench.runAt('2027-06-06T20:25:01-07:00');
      expect(next).toMatchObject({ kind: 'published', generation: SECOND_ID });
      expect(next).not.toHaveProperty('more');
    });
  });

  describe('a cut from which a person rolled back', () => {
    beforeEach(async () => {
      await bench.runAt('2027-06-06T20:05:00-07:00', FIRST);
      await bench.runAt('2027-06-06T20:25:00-07:00', SECOND);
      await rollBack(store);
    });
    const HELD = { kind: 'held', reason: 'rolled-back', generation: SECOND_ID };

    it('stays away while the source still offers it, without a failure or another download', async () => {
      expect(await bench.runAt('2027-06-06T20:26:00-07:00')).toEqual(HELD);
      const asked = bench.source.asked.length;
      for (const minute of ['27', '28']) {
        expect(await bench.runAt(`2027-06-06T20:${minute}:00-07:00`)).toEqual(HELD);
      }
      expect(bench.source.asked.slice(asked)).toEqual([SECOND.sha256, SECOND.sha256]);
      expect(bench.metrics.map(({ SyncFailures }) => SyncFailures)).toEqual([0, 0, 0, 0, 0]);
      expect((await store.readPointer()).pointer).toMatchObject({
        state: 'live',
        generation: FIRST_ID,
        floor: SECOND_ID,
      });
    });

    it('is known without notes too', async () => {
      await putNotes(store, '');
      expect(await bench.runAt('2027-06-06T20:26:00-07:00')).toEqual(HELD);
    });

    it('makes room for a newer one, which clears the bar', async () => {
      const third = samplePackage({ time: '20270606_2040', counted: 700 });
      expect(await bench.runAt('2027-06-06T20:45:00-07:00', third)).toMatchObject({ kind: 'published' });
      const { pointer } = await store.readPointer();
      expect(pointer).toEqual({ state: 'live', generation: generationAt(third, '2027-06-07T03:40:00Z') });
    });
  });

  it('says of an inbox that nothing was pushed since, and waits for the first push without a failure', async () => {
    const inbox = { kind: 'inbox', path: 'buzon', form: 'archive', complete: { when: 'rename' } } as const;
    bench = new SyncBench(directory(), store, { ...SETTINGS, source: inbox });
    expect(await bench.runAt('2027-06-06T20:01:00-07:00')).toEqual({
      kind: 'awaiting',
      opensAt: '2027-06-06T20:00:00-07:00',
    });
    await bench.runAt('2027-06-06T20:05:00-07:00', FIRST);
    bench.source.offered = undefined;
    expect(await bench.runAt('2027-06-06T20:06:00-07:00')).toEqual({
      kind: 'unchanged',
      generation: FIRST_ID,
    });
  });

  it('calls a source a defect that says unchanged of what nobody knows', async () => {
    jest.spyOn(bench.source, 'fetch').mockResolvedValue({ kind: 'unchanged' });
    expect(await bench.runAt('2027-06-06T20:05:00-07:00')).toMatchObject({
      kind: 'failed',
      error: { code: 'INTERNAL' },
    });
  });

  it('never holds an older cut for the opening than the one that it holds', async () => {
    const [EARLY, LATE] = [ZEROS, samplePackage({ time: '20270606_1950', counted: 101 })];
    expect(await bench.runAt('2027-06-06T19:51:00-07:00', LATE)).toMatchObject({ kind: 'held' });
    expect(await bench.runAt('2027-06-06T19:52:00-07:00', EARLY)).toMatchObject({
      kind: 'refused',
      error: { code: 'CUT_OLDER_THAN_LIVE' },
    });
    expect(await bench.runAt('2027-06-06T20:00:00-07:00')).toMatchObject({
      kind: 'published',
      generation: generationAt(LATE, '2027-06-07T02:50:00Z'),
    });
  });

  it.each(['20270516_1500', '20270517_0020', '20270606_1840'])(
    'never shows as a result what is dated %s, before the election’s window',
    async (time) => {
      const drilled = samplePackage({ time, counted: 99 });
      expect(await bench.runAt('2027-06-06T19:10:00-07:00', drilled)).toMatchObject({
        kind: 'held',
        reason: 'rehearsal',
      });
      expect(await bench.runAt('2027-06-06T20:00:00-07:00')).toMatchObject({ reason: 'rehearsal' });
      expect((await store.readPointer()).pointer).toEqual({ state: 'closed' });
    },
  );

  it('asks nobody outside its windows, and says when the next begins', async () => {
    expect(await bench.runAt('2027-06-01T12:00:00Z', FIRST)).toEqual({
      kind: 'outside-window',
      nextFrom: '2027-06-06T19:00:00-07:00',
    });
    expect(await bench.runAt('2027-06-09T12:00:00Z')).toEqual({ kind: 'outside-window' });
    expect(bench.source.asked).toEqual([]);
    expect(bench.metrics).toEqual([]);
  });
});
