import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { snapshotTree } from '../../../lib/cut/tree/snapshot-tree.js';
import { MemorySiteStore } from '../../../lib/publish/index.js';
import { refusedTree } from '../../../lib/sync/sources/refused-tree.js';
import { sha256 } from '../../support/cuts.js';
import { HOSTILE_KINDS, type HostileKind } from '../../support/hostile-packages.js';
import { FIRST, FIRST_ID, generationAt, SECOND } from '../../support/night.js';
import { SyncBench } from '../../support/sync-bench.js';
import { useTemporaryDirectory } from '../../support/temporary-directory.js';

// Some packages are large, and many are tried.
jest.setTimeout(600_000);

const CUT_TIME = '2027-06-07T03:20:00Z';

const ARCHIVES = HOSTILE_KINDS.flatMap(({ what, code, zip, tar, gzip }): [string, string, () => Buffer][] => {
  const packed = gzip ?? (tar === undefined ? undefined : () => gzipSync(tar()));
  const forms: [string, (() => Buffer) | undefined][] = [
    [`${what}, in a zip`, zip],
    [`${what}, in a tar.gz`, packed],
  ];
  return forms.flatMap(([title, make]) => (make === undefined ? [] : [[title, code, make]]));
});

const TREES = HOSTILE_KINDS.flatMap(
  ({ what, code, tree }): [string, string, NonNullable<HostileKind['tree']>][] =>
    tree === undefined ? [] : [[what, code, tree]],
);

describe('a package that the archive policy refuses', () => {
  const directory = useTemporaryDirectory();
  const inboxes = useTemporaryDirectory();
  let store: MemorySiteStore;
  let bench: SyncBench;

  beforeEach(async () => {
    store = new MemorySiteStore();
    bench = new SyncBench(directory(), store);
    expect(await bench.runAt('2027-06-06T20:05:00-07:00', FIRST)).toMatchObject({ kind: 'published' });
  });

  /** What readers get, and what the store holds. */
  const site = async (): Promise<unknown> => [(await store.readPointer()).pointer, [...store.objects.keys()]];

  const filesBelow = (root: string): string[] =>
    readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) =>
      statSync(join(root, path), { throwIfNoEntry: false })?.isFile(),
    );

  it.each(ARCHIVES)(
    'leaves readers what they have, and is kept as evidence: %s',
    async (_what, code, make) => {
      const before = await site();
      const bytes = make();
      const offered = { ...SECOND, bytes, sha256: sha256(bytes) };
      expect(await bench.runAt('2027-06-06T20:25:00-07:00', offered)).toMatchObject({
        kind: 'refused',
        error: { code },
      });
      expect(await site()).toEqual(before);
      expect((await store.readPointer()).pointer).toMatchObject({ state: 'live', generation: FIRST_ID });
      const kept = join(bench.archiveRoot, 'packages', generationAt(offered, CUT_TIME), SECOND.name);
      expect(readFileSync(kept).equals(bytes)).toBe(true);
      expect(readdirSync(directory()).sort()).toEqual(['archive', 'work']);
      expect(filesBelow(bench.workDirectory)).toEqual([]);
    },
  );

  it.each(TREES)('leaves readers what they have where it came as a tree: %s', async (_what, code, build) => {
    const before = await site();
    const inbox = join(inboxes(), 'inbox');
    mkdirSync(inbox);
    await build(inbox);
    jest.spyOn(bench.source, 'fetch').mockImplementation(async ({ directory: into }) => {
      const path = join(into, SECOND.name);
      const refused = { name: SECOND.name, from: inbox, directory: into, link: false };
      const snapshot = await snapshotTree(inbox, path, { link: false }).catch((error: unknown) =>
        refusedTree(error, refused),
      );
      if ('kind' in snapshot) return snapshot;
      return {
        kind: 'package',
        received: { form: 'tree', name: SECOND.name, path, ...snapshot },
        validators: {},
      };
    });
    expect(await bench.runAt('2027-06-06T20:25:00-07:00')).toMatchObject({
      kind: 'refused',
      error: { code },
    });
    expect(await site()).toEqual(before);
    expect(readdirSync(directory()).sort()).toEqual(['archive', 'work']);
    const packages = join(bench.archiveRoot, 'packages');
    const kept = readdirSync(packages).flatMap((cut) => readdirSync(join(packages, cut)));
    expect(kept).toHaveLength(2);
    expect(kept).toContainEqual(expect.stringMatching(/PREP_BCS\.zip(\.partial)?$/));
  });
});
