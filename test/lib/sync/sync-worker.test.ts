import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DifusorError } from '../../../lib/errors.js';
import { MemoryJournal } from '../../../lib/journal/index.js';
import { MemorySiteStore } from '../../../lib/publish/index.js';
import { FIRST, FIRST_ID, SECOND, ZEROS } from '../../support/night.js';
import { notesOf } from '../../support/noted.js';
import type { SamplePackage } from '../../support/sample-package.js';
import { SyncBench } from '../../support/sync-bench.js';
import { useTemporaryDirectory } from '../../support/temporary-directory.js';

describe('createSyncWorker', () => {
  const directory = useTemporaryDirectory();
  let store: MemorySiteStore;
  let bench: SyncBench;

  beforeEach(() => {
    store = new MemorySiteStore();
    bench = new SyncBench(directory(), store);
  });
  const refusedArchive = (bytes: Buffer): SamplePackage => ({ ...FIRST, bytes });

  it('tells a source that fails from a package at fault', async () => {
    bench.source.failure = new DifusorError('SOURCE_REFUSED', { host: 'h', status: 401 });
    expect(await bench.runAt('2027-06-06T20:05:00-07:00')).toMatchObject({
      kind: 'failed',
      error: { code: 'SOURCE_REFUSED' },
    });
  });

  it('tells what nobody foresaw as a fault of ours', async () => {
    bench.source.failure = new TypeError('undefined is not a function');
    expect(await bench.runAt('2027-06-06T20:05:00-07:00')).toMatchObject({
      kind: 'failed',
      error: { code: 'INTERNAL', params: { reason: 'undefined is not a function' } },
    });
  });

  it('says so where its work directory can’t be made', async () => {
    writeFileSync(bench.workDirectory, 'a file');
    expect(await bench.runAt('2027-06-06T20:05:00-07:00', FIRST)).toMatchObject({
      kind: 'failed',
      error: { code: 'STORE_WRITE_FAILED', params: { path: bench.workDirectory, reason: 'EEXIST' } },
    });
  });

  it.each([
    ['published', FIRST],
    ['refused', refusedArchive(Buffer.from('PK'))],
  ])('leaves no work behind once a package is %s', async (kind, offered) => {
    expect(await bench.runAt('2027-06-06T20:05:00-07:00', offered)).toMatchObject({ kind });
    expect(readdirSync(bench.workDirectory)).toEqual([]);
  });

  it.each([
    ['a cut held for the opening', '2027-06-06T19:50:00-07:00', ZEROS, 0, 0, 0],
    ['a published cut', '2027-06-06T20:05:00-07:00', FIRST, 300, 1, 0],
    ['a refused package', '2027-06-06T20:10:00-07:00', SECOND, 600, 0, 1],
  ])('measures %s', async (_what, now, offered, age, published, failures) => {
    await bench.runAt(now, offered);
    expect(bench.metrics).toEqual([
      expect.objectContaining({
        Site: 'prep.example.mx',
        CutAgeSeconds: age,
        CutsPublished: published,
        SyncFailures: failures,
        PublishedBytes: failures === 1 ? 0 : (expect.any(Number) as number),
      }),
    ]);
  });

  it('measures the bytes that it sent', async () => {
    await bench.runAt('2027-06-06T20:05:00-07:00', FIRST);
    const bytes = Object.values(FIRST.files).reduce((sum, content) => sum + content.length, 0);
    expect(bench.metrics).toEqual([expect.objectContaining({ PublishedBytes: bytes })]);
  });

  it('measures the age of what readers get while the institute has no new cut, without a failure', async () => {
    await bench.runAt('2027-06-06T20:05:00-07:00', FIRST);
    await bench.runAt('2027-06-06T20:45:00-07:00');
    expect(bench.metrics[1]).toMatchObject({ CutAgeSeconds: 2700, CutsPublished: 0, SyncFailures: 0 });
  });

  it('counts a failure though the store does not even say how old the live cut is', async () => {
    jest.spyOn(store, 'readPointer').mockRejectedValue(new DifusorError('STORE_READ_FAILED'));
    expect(await bench.runAt('2027-06-06T20:05:00-07:00', FIRST)).toMatchObject({ kind: 'failed' });
    expect(bench.metrics[0]).toMatchObject({ SyncFailures: 1 });
    expect(bench.metrics[0]).not.toHaveProperty('CutAgeSeconds');
  });

  it('tells each step to a person who watches', async () => {
    await bench.runAt('2027-06-06T20:05:00-07:00', FIRST);
    expect(bench.progress).toEqual([
      { step: 'asking', host: 'prep.example.net' },
      { step: 'received', name: FIRST.name, bytes: FIRST.bytes.length },
      { step: 'verified', files: 6, bytes: expect.any(Number) as number },
      { step: 'staged', sent: 6, copied: 0 },
    ]);
  });

  it('writes one line for each outcome, and one for how fresh what readers get is', async () => {
    await bench.runAt('2027-06-06T20:05:00-07:00', FIRST);
    await bench.runAt('2027-06-06T20:06:00-07:00');
    expect(bench.logLines()).toEqual([
      expect.objectContaining({ outcome: 'published', generation: FIRST_ID }),
      expect.objectContaining({ msg: 'freshness', state: 'current', ageSeconds: 300, lagSeconds: 0 }),
      expect.objectContaining({ outcome: 'unchanged', generation: FIRST_ID }),
      expect.objectContaining({ msg: 'freshness', state: 'current', ageSeconds: 360, lagSeconds: 0 }),
    ]);
  });

  it('notes since when runs fail, whatever fails, and forgets it once one ends well', async () => {
    const troubleNoted = async (): Promise<unknown> =>
      (JSON.parse((await notesOf(store)) ?? '') as Record<string, unknown>).trouble;
    bench.source.failure = new DifusorError('SOURCE_UNREACHABLE', { host: 'h' });
    await bench.runAt('2027-06-06T20:05:00-07:00');
    bench.source.failure = new DifusorError('SOURCE_TRUNCATED', { host: 'h' });
    await bench.runAt('2027-06-06T20:06:00-07:00');
    expect(await troubleNoted()).toEqual({
      since: '2027-06-07T03:05:00.000Z',
      code: 'SOURCE_TRUNCATED',
      codeSince: '2027-06-07T03:06:00.000Z',
    });
    expect(bench.metrics[1]).toMatchObject({ PublishLagSeconds: 60, SyncFailures: 1 });
    bench.source.failure = undefined;
    await bench.runAt('2027-06-06T20:07:00-07:00', FIRST);
    expect(await troubleNoted()).toBeUndefined();
    expect(bench.metrics[2]).toMatchObject({ PublishLagSeconds: 0, SyncFailures: 0 });
  });

  it('remembers since when runs fail though the store fails too', async () => {
    const worker = bench.worker();
    jest.spyOn(store, 'readNotes').mockRejectedValue(new DifusorError('STORE_READ_FAILED'));
    await bench.runAt('2027-06-06T20:05:00-07:00', FIRST, worker);
    await bench.runAt('2027-06-06T20:06:00-07:00', FIRST, worker);
    expect(bench.metrics.map(({ PublishLagSeconds }) => PublishLagSeconds)).toEqual([0, 60]);
  });

  it('goes on where the journal fails, and logs what it could not write down', async () => {
    const journal = new MemoryJournal(bench.clock);
    jest.spyOn(journal, 'record').mockRejectedValue(new DifusorError('JOURNAL_WRITE_FAILED', { path: 'j' }));
    bench.overrides = { journal };
    expect(await bench.runAt('2027-06-06T20:05:00-07:00', FIRST)).toMatchObject({ kind: 'published' });
    expect(bench.logLines()).toContainEqual(
      expect.objectContaining({ level: 50, msg: 'journal not written', code: 'JOURNAL_WRITE_FAILED' }),
    );
  });

  it.each(['published', 'failed'])('leaves a sign that a run ended, also one that %s', async (kind) => {
    const heartbeat = join(directory(), 'state', 'heartbeat');
    bench.overrides = { heartbeat };
    if (kind === 'failed') bench.source.failure = new DifusorError('SOURCE_UNREACHABLE');
    expect(await bench.runAt('2027-06-06T20:05:00-07:00', FIRST)).toMatchObject({ kind });
    expect(readFileSync(heartbeat, 'utf8')).toBe('2027-06-07T03:05:00.000Z\n');
  });
});
