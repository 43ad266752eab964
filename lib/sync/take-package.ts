import { assertSidecar, cutTimeOf, type CutManifest } from '../cut/index.js';
import { DifusorError, isDifusorError } from '../errors.js';
import { decideFlip, flipPointer, type FlipReport } from '../publish/index.js';
import type { WorkerWindow } from '../worker-settings.js';
import { notesOfTaken } from './gap-notes.js';
import { identifyPackage, type IdentifiedPackage } from './identify-package.js';
import type { LiveCut } from './live-cut.js';
import type { SyncOutcome } from './outcome.js';
import { mayOpen } from './opening.js';
import { assertMayFollow, lookBeforeFlip } from './named-cuts.js';
import { PackageReading } from './package-reading.js';
import { NOTHING_PLACED, placeCut, type ManifestHead, type Placed } from './place-cut.js';
import { refuse } from './refuse-package.js';
import { mayShow, originIn } from './rehearsal.js';
import type { FetchedPackage } from './sources/source.js';
import type { SyncContext } from './sync-context.js';
import type { SyncNotes } from './sync-notes.js';
import type { TakenPackage } from './sync-state.js';
import { writeDownFlip, writeDownHold, writeDownReception } from './write-down.js';

/** What a run knows when a package comes in. */
export interface Reception {
  readonly window: WorkerWindow;
  readonly live: LiveCut;
  readonly notes: SyncNotes;
  /** Directory of this run's own. */
  readonly directory: string;
}

/** Notes what became of the package, and what its cut has in it, where there is one. */
type Remember = (fate: TakenPackage['fate'], cut?: CutManifest) => Promise<unknown>;

/**
 * Takes a package from its file to the readers: archived, dated, verified, staged, and shown where the opening is past.
 * What stops it is the outcome, with a code of `identifyPackage`, `assertSidecar`, `placeCut` or `flipPointer`.
 */
export async function takePackage(
  context: SyncContext,
  fetched: FetchedPackage,
  at: Reception,
): Promise<SyncOutcome> {
  const { received } = fetched;
  const reading = new PackageReading(received);
  let identified: IdentifiedPackage | undefined;
  context.progress({ step: 'received', name: received.name, bytes: received.bytes });
  try {
    identified = await identifyPackage(context, reading, at.live, at.notes);
    return await take(context, fetched, reading, identified, at);
  } catch (error) {
    if (!isDifusorError(error)) throw error;
    return await refuse(context, { fetched, identified, error }, at);
  } finally {
    await reading.close();
  }
}

async function take(
  context: SyncContext,
  { received, validators }: FetchedPackage,
  reading: PackageReading,
  { generation, cutTime }: IdentifiedPackage,
  at: Reception,
): Promise<SyncOutcome> {
  const { window, live, notes } = at;
  await writeDownReception(context, notes, received, generation);
  await assertSidecar(received);
  const remember: Remember = (fate, cut) => {
    const taken = { sha256: received.sha256, generation, window: window.id, fate, validators };
    const change =
      cut === undefined ? { package: taken, refused: undefined } : notesOfTaken(context, at, taken, cut);
    // No pointer names a cut that waits for the opening, nor tells that a missing package came: its source must not let go
    // of it until the notes have it.
    const must = fate === 'held' || (cut !== undefined && notes.state.gap !== undefined);
    return must ? notes.mustNote(change) : notes.note(change);
  };

  const staged = await findStaged(context, generation, received.sha256);
  const origin = staged ?? originIn(generation, context.settings.windows, window);
  if (!mayShow(origin, window)) {
    await writeDownHold(context, notes, generation, 'rehearsal');
    await remember('rehearsal');
    return { kind: 'held', reason: 'rehearsal', generation };
  }
  const head: ManifestHead = {
    format: 1,
    generation,
    cutTime: cutTime.toISOString(),
    packageName: received.name,
    packageSha256: received.sha256,
    window: origin.window,
    rehearsal: origin.rehearsal,
    supersedes: live.pointer.generation,
  };
  const cut = staged ?? head;
  assertMayFollow(cut, at);
  const decision = decideFlip(live.pointer, await asOffered(context, cut, live));
  switch (decision.kind) {
    case 'older':
      throw new DifusorError('CUT_OLDER_THAN_LIVE', { generation, live: decision.live });
    case 'barred':
      await remember('rolled-back');
      return { kind: 'held', reason: 'rolled-back', generation };
    case 'other-base':
      throw new DifusorError('CUT_BASE_MISSING', { package: received.name, file: decision.base });
    case 'unchanged':
      await remember('published', staged);
      return { kind: 'unchanged', generation };
    case 'flip': {
      const placed =
        staged === undefined ? await placeCut(context, reading, head, at) : alreadyPlaced(staged);
      return show(context, placed, at, remember);
    }
  }
}

/** The cut's manifest where an earlier run, or another worker, has staged it whole. */
async function findStaged(
  { store }: SyncContext,
  generation: string,
  sha256: string,
): Promise<CutManifest | undefined> {
  const manifest = await store.readManifest(generation);
  if (manifest === undefined || manifest.packageSha256 === sha256) return manifest;
  throw new DifusorError('INTERNAL', { reason: `two packages share the generation ${generation}` });
}

/**
 * A staged cut as the institute offers it now. One that was staged before another of the same time went live, and was
 * never live itself, corrects that one: it knows only the cut before both.
 */
async function asOffered(
  { store }: SyncContext,
  cut: CutManifest | ManifestHead,
  { pointer, manifest }: LiveCut,
): Promise<CutManifest | ManifestHead> {
  if (pointer.generation === undefined || cut.supersedes === pointer.generation) return cut;
  const time = cutTimeOf(cut.generation).getTime();
  let before = manifest;
  while (before !== undefined && cutTimeOf(before.generation).getTime() === time) {
    if (before.generation === cut.generation) return cut;
    before = before.supersedes === undefined ? undefined : await store.readManifest(before.supersedes);
  }
  return { ...cut, supersedes: pointer.generation };
}

function alreadyPlaced(manifest: CutManifest): Placed {
  return { ...NOTHING_PLACED, manifest };
}

/** Leads readers to a cut that is whole in the store, or keeps it for the opening. */
async function show(
  context: SyncContext,
  placed: Placed,
  at: Reception,
  remember: Remember,
): Promise<SyncOutcome> {
  const { window, live, notes } = at;
  const { generation } = placed.manifest;
  if (!mayOpen(context, window, live.pointer, generation)) {
    await writeDownHold(context, notes, generation, 'before-opening');
    await remember('held', placed.manifest);
    const { opensAt } = window;
    const { sentBytes } = placed.staged;
    return { kind: 'held', reason: 'before-opening', generation, opensAt, sentBytes };
  }
  const offered = await asOffered(context, placed.manifest, live);
  const look = lookBeforeFlip(placed.manifest, at);
  const flip = await flipPointer(context.store, offered, look);
  if (flip.moved) await writeDownFlip(context, placed.manifest, flip, live.pointer.generation);
  await remember('published', placed.manifest);
  return flip.moved ? published(placed, flip) : { kind: 'unchanged', generation };
}

function published({ manifest, staged, pendingActas }: Placed, { pointer }: FlipReport): SyncOutcome {
  const { generation, rehearsal } = manifest;
  const { sentFiles, copiedFiles, sentBytes } = staged;
  const actas = pendingActas === undefined ? {} : { pendingActas };
  return {
    kind: 'published',
    generation,
    rehearsal,
    shown: pointer.state,
    sentFiles,
    copiedFiles,
    sentBytes,
    ...actas,
  };
}
