import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generationOf, snapshotPart } from '../../../lib/cut/index.js';
import { DifusorError, type ErrorCode } from '../../../lib/errors.js';
import { MemoryJournal } from '../../../lib/journal/index.js';
import { DirectoryArchiveStore, MemorySiteStore } from '../../../lib/publish/index.js';
import { ClockWitness } from '../../../lib/sync/clock-witness.js';
import { readLiveCut } from '../../../lib/sync/live-cut.js';
import { refuse, refuseTree, type Refusal } from '../../../lib/sync/refuse-package.js';
import type { RefusedTree } from '../../../lib/sync/sources/source.js';
import type { SyncContext } from '../../../lib/sync/sync-context.js';
import { createSyncLog } from '../../../lib/sync/sync-log.js';
import { SyncNotes } from '../../../lib/sync/sync-notes.js';
import type { Reception } from '../../../lib/sync/take-package.js';
import { linesOf } from '../../support/lines.js';
import { FIRST, FIRST_ID, SECOND, SECOND_ID } from '../../support/night.js';
import { putNotes } from '../../support/noted.js';
import { ScriptedSource } from '../../support/sync-bench.js';
import { useTemporaryDirectory } from '../../support/temporary-directory.js';
import { SETTINGS } from '../../support/worker-settings.js';

const NOW = new Date('2027-06-07T03:25:00Z');
const ELECTION = SETTINGS.windows.find(({ id }) => id === 'election')!;

describe('a package that is refused', () => {
  const directory = useTemporaryDirectory();
  let store: MemorySiteStore;
  let journal: MemoryJournal;
  let incremental: boolean;
  let parts = 0;

  beforeEach(async () => {
    incremental = false;
    store = new MemorySiteStore();
    journal = new MemoryJournal(() => NOW);
    await store.putManifest({
      format: 1,
      generation: FIRST_ID,
      cutTime: '2027-06-07T03:00:00.000Z',
      packageName: FIRST.name,
      packageSha256: FIRST.sha256,
      window: ELECTION.id,
      rehearsal: false,
      files: [],
    });
    await store.movePointer({ state: 'live', generation: FIRST_ID }, await store.readPointer());
  });

  const contextNow = (): SyncContext => ({
    settings: { ...SETTINGS, package: { ...SETTINGS.package, incremental } },
    source: new ScriptedSource(),
    store,
    archive: new DirectoryArchiveStore(join(directory(), 'archive')),
    journal,
    clock: () => NOW,
    clockWitness: new ClockWitness(() => 0),
    log: createSyncLog(linesOf().destination),
    progress: () => undefined,
  });
  const known = async (context: SyncContext): Promise<Reception> => ({
    window: ELECTION,
    live: await readLiveCut(context, ELECTION),
    notes: await SyncNotes.read(context),
    directory: directory(),
  });
  const refusal = (code: ErrorCode, more?: boolean): Refusal => ({
    fetched: {
      kind: 'package',
      received: {
        form: 'archive',
        name: SECOND.name,
        path: join(directory(), SECOND.name),
        bytes: SECOND.bytes.length,
        sha256: SECOND.sha256,
      },
      validators: { etag: 'second' },
      ...(more === undefined ? {} : { more }),
    },
    identified: { generation: SECOND_ID, cutTime: new Date('2027-06-07T03:20:00Z') },
    error: new DifusorError(code),
  });
  const come = async (refused: Refusal) => {
    const context = contextNow();
    return refuse(context, refused, await known(context));
  };

  it('is written down once, however often it comes', async () => {
    const refused = refusal('ARCHIVE_CORRUPT');
    for (let run = 0; run < 3; run += 1)
      expect(await come(refused)).toEqual({ kind: 'refused', error: refused.error });
    expect(journal.events).toEqual([{ event: 'refused', code: 'ARCHIVE_CORRUPT', params: {} }]);
  });

  it('is written down again where it is refused for something else', async () => {
    await come(refusal('INTEGRITY_SIDECAR_MISMATCH'));
    await come(refusal('ARCHIVE_CORRUPT'));
    expect(journal.events).toHaveLength(2);
  });

  it('is no refusal where the store, the source or this host failed', async () => {
    const failed = refusal('STORE_WRITE_FAILED');
    expect(await come(failed)).toEqual({ kind: 'failed', error: failed.error });
    expect(journal.events).toEqual([]);
  });

  it.each<[string, string | undefined, string]>([
    ['ours at first', undefined, 'failed'],
    ['ours for a period', '2027-06-07T03:05:00.001Z', 'failed'],
    ['the package’s after a period', '2027-06-07T03:05:00.000Z', 'refused'],
  ])('is %s where its base can’t be had', async (_, since, kind) => {
    const trouble = since === undefined ? undefined : { since, code: 'CUT_BASE_MISSING' };
    await putNotes(store, JSON.stringify({ format: 1, trouble }));
    expect(await come(refusal('CUT_BASE_MISSING'))).toMatchObject({ kind });
  });

  it('is ours where it was in trouble for something else until now', async () => {
    const trouble = { since: '2027-06-07T00:00:00.000Z', code: 'STORE_WRITE_FAILED' };
    await putNotes(store, JSON.stringify({ format: 1, trouble }));
    expect(await come(refusal('CUT_BASE_MISSING'))).toMatchObject({ kind: 'failed' });
  });

  describe('where packages hold changes', () => {
    beforeEach(() => {
      incremental = true;
    });

    it('is missing from then on, and its source may let go of it', async () => {
      expect(await come(refusal('ARCHIVE_CORRUPT'))).not.toHaveProperty('again');
      expect(await journal.lastGap()).toMatchObject({
        over: FIRST_ID,
        missing: [{ sha256: SECOND.sha256 }],
      });
    });

    it('stays at its source where the notes can’t have it', async () => {
      jest.spyOn(store, 'writeNotes').mockRejectedValue(new Error('full'));
      expect(await come(refusal('ARCHIVE_CORRUPT', true))).toMatchObject({ kind: 'refused', again: true });
    });

    it('stays at its source while it only waits for another, and those behind it are asked for', async () => {
      const outcome = await come(refusal('CUT_GAP', true));
      expect(outcome).toMatchObject({ kind: 'refused', again: true, more: true });
      expect(journal.events[0]).toEqual({ event: 'held', generation: SECOND_ID, reason: 'gap' });
      expect(await come(refusal('CUT_GAP'))).not.toHaveProperty('more');
      expect(journal.events.filter(({ event }) => event === 'held')).toHaveLength(1);
    });
  });

  describe('as a tree, while it is read', () => {
    const refusedTree = async (): Promise<RefusedTree> => {
      const [from, path] = [join(directory(), 'from'), join(directory(), `part-${(parts += 1)}`)];
      mkdirSync(from, { recursive: true });
      writeFileSync(join(from, 'index.html'), 'uno');
      const taken = await snapshotPart(from, path, { link: false });
      const error = new DifusorError('ARCHIVE_ENTRY_SYMLINK', { entry: 'enlace' });
      return { kind: 'refused', error, part: { form: 'tree', name: 'buzon.partial', path, ...taken } };
    };

    it('leaves what was taken of it in the archive, under the time at which it came, once', async () => {
      for (let run = 0; run < 3; run += 1) {
        const context = contextNow();
        const refused = await refusedTree();
        const { notes } = await known(context);
        expect(await refuseTree(context, refused, notes)).toEqual({
          kind: 'refused',
          error: refused.error,
        });
      }
      const { part } = await refusedTree();
      const generation = generationOf(NOW, part.sha256);
      const packages = join(directory(), 'archive', 'packages');
      expect(readdirSync(packages)).toEqual([generation]);
      expect(readFileSync(join(packages, generation, 'buzon.partial', 'index.html'), 'utf8')).toBe('uno');
      expect(journal.events).toEqual([
        { event: 'refused', generation, code: 'ARCHIVE_ENTRY_SYMLINK', params: { entry: 'enlace' } },
      ]);
    });
  });
});
