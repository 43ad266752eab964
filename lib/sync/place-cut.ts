import { join } from 'node:path';
import { assertComplete, cutTimeOf, verifyIntegrity, type CutManifest } from '../cut/index.js';
import { DifusorError } from '../errors.js';
import { overlay, stablePlace, stageCut, type StageReport } from '../publish/index.js';
import type { PackageReading } from './package-reading.js';
import type { SyncContext } from './sync-context.js';
import type { Reception } from './take-package.js';

/** All of a manifest that is known before the package is opened. */
export type ManifestHead = Omit<CutManifest, 'files' | 'stable' | 'base'>;

/** A cut that is whole in the store. */
export interface Placed {
  readonly manifest: CutManifest;
  readonly staged: StageReport;
  /** Rows of the database whose acta's image has not come yet; absent where nobody counted. */
  readonly pendingActas?: number;
}

/** What a cut cost that was in the store already. */
export const NOTHING_PLACED: Omit<Placed, 'manifest'> = {
  staged: { sentFiles: 0, sentBytes: 0, copiedFiles: 0, resumedFiles: 0 },
};

/**
 * Expands a package, verifies it, and puts the cut whole into the store, going on where an earlier run was cut off.
 * @throws the codes of `openPackage`, INTEGRITY_…, CUT_INCOMPLETE, CUT_BASE_MISSING, STORE_WRITE_FAILED
 */
export async function placeCut(
  context: SyncContext,
  reading: PackageReading,
  head: ManifestHead,
  at: Reception,
): Promise<Placed> {
  const { settings, store, journal } = context;
  const { received } = reading;
  const directory = join(at.directory, 'files');
  const opened = await reading.open();
  const extracted = await opened.extractTo(directory);
  context.progress({ step: 'verified', files: opened.fileCount, bytes: opened.totalBytes });
  const base = await newestCut(context, head, at);
  const incremental = isIncremental(context, base);
  const files = incremental ? overlay(base.files, extracted) : extracted;
  assertComplete(files, settings.package.mustContain ?? [], received.name);
  const changed = new Set(extracted.map(({ path }) => path));
  const { actas } = await verifyIntegrity({
    packageName: received.name,
    directory,
    files: extracted,
    kept: files.filter(({ path }) => !changed.has(path)),
    settings: settings.package,
  });
  const placed: CutManifest = { ...head, ...(incremental ? { base: base.generation } : {}), files };
  const stable = stablePlace(placed, settings.stablePrefixes ?? [], base);
  const { generation } = head;
  const arrived = await journal.arrivalsOf(generation, stable?.under);
  await journal.record({ event: 'staging', generation, base: base?.generation, stable: stable?.under });
  const { manifest, report: staged } = await stageCut(
    store,
    {
      directory,
      manifest: { ...placed, ...(stable === undefined ? {} : { stable }) },
      isAtHand: (path) => changed.has(path),
    },
    {
      cacheControl: settings.cacheControl,
      base,
      arrived,
      onArrived: ({ path, sha256 }) => journal.record({ event: 'arrived', generation, path, sha256 }),
      ...context.staging,
    },
  );
  const { sentFiles, copiedFiles, sentBytes } = staged;
  await journal.record({ event: 'staged', generation, sent: sentFiles, copied: copiedFiles, sentBytes });
  await journal.commit();
  context.progress({ step: 'staged', sent: sentFiles, copied: copiedFiles });
  return { manifest, staged, ...(actas === undefined ? {} : { pendingActas: actas.pending }) };
}

function isIncremental({ settings }: SyncContext, base: CutManifest | undefined): base is CutManifest {
  return settings.package.incremental === true && base !== undefined;
}

/**
 * The newest cut that the store has whole, of those that are named: the live one, the one from which a person rolled
 * back, and the one that waits for the opening. A next cut resembles it most, and an incremental one builds on it; the
 * data of a rehearsal and of an election never mix.
 * @throws STORE_READ_FAILED where changes came, and what they change can't be read: it must not be taken for nothing
 */
async function newestCut(
  { store, settings }: SyncContext,
  head: ManifestHead,
  { live, notes }: Reception,
): Promise<CutManifest | undefined> {
  for (const each of namedCuts(live, notes)) {
    const manifest = each === live.manifest?.generation ? live.manifest : await store.readManifest(each);
    if (manifest === undefined && settings.package.incremental === true) throw baseUnreadable(each);
    if (manifest?.window === head.window && manifest.rehearsal === head.rehearsal) return manifest;
  }
  return undefined;
}

/** The newest first; of two that are equally old, the one from which a person rolled back came last. */
function namedCuts({ pointer }: Reception['live'], { state }: Reception['notes']): string[] {
  const held = state.package?.fate === 'held' ? state.package.generation : undefined;
  const named = new Set([pointer.floor, pointer.generation, held]);
  return [...named]
    .filter((each) => each !== undefined)
    .sort((a, b) => cutTimeOf(b).getTime() - cutTimeOf(a).getTime());
}

function baseUnreadable(generation: string): DifusorError {
  return new DifusorError('STORE_READ_FAILED', { path: generation, reason: 'ENOENT' }, { retryable: true });
}
