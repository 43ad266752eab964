import { join } from 'node:path';
import { assertComplete, verifyIntegrity, type CutManifest, type ManifestFile } from '../cut/index.js';
import { DifusorError } from '../errors.js';
import { overlay, shareEntries, stablePlace, stageCut, type StageReport } from '../publish/index.js';
import { gapError, isSame, isWhole, stillMissing } from './gap.js';
import { assertMayFollow, begunIn, namedCuts, newestCut } from './named-cuts.js';
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
 * @throws the codes of `openPackage`, INTEGRITY_…, CUT_INCOMPLETE, CUT_GAP, CUT_OLDER_THAN_LIVE, CUT_BASE_MISSING,
 *   NOTES_MOVED, STORE_READ_FAILED, STORE_WRITE_FAILED
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
  const base = await newestCut(context, head, at);
  const extracted = shareEntries(await opened.extractTo(directory), base);
  context.progress({ step: 'verified', files: opened.fileCount, bytes: opened.totalBytes });
  const incremental = isLaidOver(context, base, extracted);
  const files = incremental ? await laidOver(base, extracted, head, at) : extracted;
  assertComplete(files, settings.package.mustContain ?? [], received.name);
  const changed = new Set(extracted.map(({ path }) => path));
  const { actas } = await verifyIntegrity({
    packageName: received.name,
    directory,
    files: extracted,
    kept: files.filter(({ path }) => !changed.has(path)),
    settings: settings.package,
  });
  if (incremental) await begin(head, base, at);
  const placed: CutManifest = { ...head, ...(incremental ? { base: base.generation } : {}), files };
  const stable = stablePlace(placed, settings.stablePrefixes ?? [], base);
  const { generation } = head;
  const place = { stable: stable?.under, site: context.siteMark };
  const arrived = await journal.arrivalsOf(generation, place);
  await journal.record({ event: 'staging', generation, base: base?.generation, ...place });
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

/** Whether a package is to be laid over the newest cut: it came where changes come, and is not all of the site. */
function isLaidOver(
  { settings }: SyncContext,
  base: CutManifest | undefined,
  extracted: readonly ManifestFile[],
): base is CutManifest {
  return settings.package.incremental === true && base !== undefined && !isWhole(extracted, base);
}

/** The files of a cut with changes over those of the newest one. */
async function laidOver(
  base: CutManifest,
  changed: readonly ManifestFile[],
  head: ManifestHead,
  at: Reception,
): Promise<readonly ManifestFile[]> {
  // What another worker found missing while this one stood still.
  await at.notes.refresh();
  assertNext(head, at);
  return overlay(base.files, changed);
}

/**
 * Changes are never laid over a cut that lacks those before them: that would be a state that the institute never had.
 * @throws CUT_GAP while packages are missing, and this is not the first of them
 */
function assertNext({ generation, packageName }: ManifestHead, at: Reception): void {
  const missing = stillMissing(at.notes.state.gap, at.window.id, namedCuts(at)[0]);
  const [first] = missing;
  if (first === undefined || isSame(first, { name: packageName, generation })) return;
  throw gapError(packageName, missing);
}

/**
 * Notes, before anything is staged, over which cut changes are laid. A generation has one place in the store: laid over
 * another cut by another worker, or a second time, it would change under its readers.
 */
function begin(head: ManifestHead, base: CutManifest, at: Reception): Promise<void> {
  const { generation, packageName } = head;
  return at.notes.mustNote(() => {
    assertMayFollow(head, at);
    const begun = begunIn(at);
    if (begun?.generation === generation && begun.base !== base.generation)
      throw new DifusorError('CUT_BASE_MISSING', { package: packageName, file: begun.base });
    return Promise.resolve({ begun: { window: at.window.id, generation, base: base.generation } });
  });
}
