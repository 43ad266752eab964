import { join } from 'node:path';
import { openPackage, type CutManifest } from '../cut/index.js';
import { DifusorError } from '../errors.js';
import { decideFlip, flipPointer, publishCut, type FlipReport, type StageReport } from '../publish/index.js';
import type { WorkerWindow } from '../worker-settings.js';
import { identifyPackage } from './identify-package.js';
import { namedGeneration, type LiveCut } from './live-cut.js';
import type { SyncOutcome } from './outcome.js';
import { mayShow, originByTime, type CutOrigin } from './rehearsal.js';
import type { FetchResult } from './sources/source.js';
import type { SyncContext } from './sync-context.js';
import type { SyncNotes } from './sync-notes.js';
import type { TakenPackage } from './sync-state.js';
import { isOpen } from './window.js';

type Fetched = Extract<FetchResult, { kind: 'package' }>;
type ManifestHead = Omit<CutManifest, 'files'>;

/** What a run knows when a package comes in. */
export interface Reception {
  readonly window: WorkerWindow;
  readonly live: LiveCut;
  readonly notes: SyncNotes;
  /** Directory of this run's own. */
  readonly directory: string;
}

interface Placed {
  readonly staged: StageReport;
  readonly flip?: FlipReport;
}

const NOTHING_STAGED: StageReport = { sentFiles: 0, sentBytes: 0, copiedFiles: 0 };

/**
 * Takes a package from its file to the readers: archived, dated, verified, staged, and shown where the opening is past.
 * @throws the codes of `identifyPackage`, `openPackage` and `publishCut`
 */
export async function takePackage(
  context: SyncContext,
  fetched: Fetched,
  at: Reception,
): Promise<SyncOutcome> {
  const { received, validators } = fetched;
  const { window, live, notes } = at;
  context.progress({ step: 'received', name: received.name, bytes: received.bytes });
  const { generation, cutTime } = await identifyPackage(context, received, live, notes);
  const remember = (fate: TakenPackage['fate']): Promise<void> =>
    notes.note({ package: { sha256: received.sha256, generation, window: window.id, fate, validators } });

  const staged = await findStaged(context, generation, received.sha256);
  const origin = staged ?? originOf(context, generation, window);
  if (!mayShow(origin, window)) {
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
    supersedes: namedGeneration(live.pointer),
  };
  const decision = decideFlip(live.pointer, staged ?? head);
  if (decision.kind === 'older')
    throw new DifusorError('CUT_OLDER_THAN_LIVE', { generation, live: decision.live });
  if (decision.kind === 'unchanged') {
    await remember('published');
    return { kind: 'unchanged', generation };
  }
  const placed =
    staged === undefined ? await place(context, fetched, head, at) : await show(context, staged, window);
  await remember(placed.flip === undefined ? 'held' : 'published');
  return outcomeOf(placed, head, window);
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

function originOf({ settings }: SyncContext, generation: string, window: WorkerWindow): CutOrigin {
  if (window.kind === 'rehearsal') return { window: window.id, rehearsal: true };
  return originByTime(generation, settings.windows, window);
}

/** Opens the package, expands it and publishes it, or stages it only while the opening is ahead. */
async function place(
  context: SyncContext,
  { received }: Fetched,
  head: ManifestHead,
  at: Reception,
): Promise<Placed> {
  const opened = await openPackage(received);
  try {
    const directory = join(at.directory, 'files');
    const files = await opened.extractTo(directory);
    context.progress({ step: 'verified', files: opened.fileCount, bytes: opened.totalBytes });
    const placed = await publishCut(
      context.store,
      { directory, manifest: { ...head, files } },
      {
        cacheControl: context.settings.cacheControl,
        base: at.live.manifest ?? (await heldManifest(context, at.notes)),
        hold: !isOpen(at.window, context.clock()),
        ...(context.retry === undefined ? {} : { retry: context.retry }),
      },
    );
    context.progress({ step: 'staged', sent: placed.staged.sentFiles, copied: placed.staged.copiedFiles });
    return placed;
  } finally {
    opened.close();
  }
}

/** Before the opening the newest held cut is the one that a next cut resembles most. */
async function heldManifest({ store }: SyncContext, notes: SyncNotes): Promise<CutManifest | undefined> {
  const held = notes.state.package;
  return held?.fate === 'held' ? store.readManifest(held.generation) : undefined;
}

async function show(
  { store, clock }: SyncContext,
  staged: CutManifest,
  window: WorkerWindow,
): Promise<Placed> {
  if (!isOpen(window, clock())) return { staged: NOTHING_STAGED };
  return { staged: NOTHING_STAGED, flip: await flipPointer(store, staged) };
}

function outcomeOf({ staged, flip }: Placed, head: ManifestHead, window: WorkerWindow): SyncOutcome {
  const { generation, rehearsal } = head;
  if (flip === undefined) {
    const { opensAt } = window;
    return { kind: 'held', reason: 'before-opening', generation, opensAt, sentBytes: staged.sentBytes };
  }
  if (!flip.moved) return { kind: 'unchanged', generation };
  return {
    kind: 'published',
    generation,
    rehearsal,
    shown: flip.pointer.state === 'notice' ? 'notice' : 'live',
    ...staged,
  };
}
