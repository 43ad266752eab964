import { DifusorError } from '../errors.js';
import type { WorkerWindow } from '../worker-settings.js';
import { showHeldCut } from './held-cut.js';
import { namedGeneration, readLiveCut, type LiveCut } from './live-cut.js';
import type { SyncOutcome } from './outcome.js';
import type { Validators } from './sources/source.js';
import type { SyncContext } from './sync-context.js';
import { SyncNotes } from './sync-notes.js';
import type { TakenPackage } from './sync-state.js';
import { takePackage } from './take-package.js';
import { isOpen, nextWindow, windowAt } from './window.js';

/**
 * One run of the worker, from the source to the readers.
 * @param directory a fresh one, thrown away by the caller whatever happens
 * @throws DifusorError with the code of whatever refused or failed; readers then keep what they had
 */
export async function syncRun(context: SyncContext, directory: string): Promise<SyncOutcome> {
  const { settings, source, clock } = context;
  const startedAt = clock();
  const window = windowAt(settings.windows, startedAt);
  const live = await readLiveCut(context, window);
  if (window === undefined) return outsideWindow(nextWindow(settings.windows, startedAt));

  const notes = await SyncNotes.read(context);
  const shown = await showHeldCut(context, window, live, notes);
  if (shown !== undefined) return shown;

  context.progress({ step: 'asking', host: source.host });
  const known = stillTrue(notes.state.package, window, live, clock());
  const fetched = await source.fetch({ directory, known: known?.validators });
  if (fetched.kind === 'absent') return nothingThere(source.host, window, clock());
  if (fetched.kind === 'package') return takePackage(context, fetched, { window, live, notes, directory });
  if (known !== undefined) return nothingNew(known, window);
  throw new DifusorError('INTERNAL', { reason: `${source.host}: unchanged since nothing` });
}

function outsideWindow(next: WorkerWindow | undefined): SyncOutcome {
  return next === undefined ? { kind: 'outside-window' } : { kind: 'outside-window', nextFrom: next.from };
}

/** The package of the notes, where what they say of it still holds; else the source must send what it has. */
function stillTrue(
  taken: TakenPackage | undefined,
  window: WorkerWindow,
  live: LiveCut,
  now: Date,
): (TakenPackage & { readonly validators: Validators }) | undefined {
  if (taken?.validators === undefined || taken.window !== window.id) return undefined;
  const holds = {
    published: namedGeneration(live.pointer) === taken.generation,
    held: !isOpen(window, now),
    rehearsal: true,
  }[taken.fate];
  return holds ? { ...taken, validators: taken.validators } : undefined;
}

/** @throws SOURCE_REFUSED once the opening is past: by then there must be a package */
function nothingThere(host: string, window: WorkerWindow, now: Date): SyncOutcome {
  if (!isOpen(window, now)) return { kind: 'awaiting', opensAt: window.opensAt };
  throw new DifusorError('SOURCE_REFUSED', { host, status: 404 });
}

function nothingNew({ fate, generation }: TakenPackage, window: WorkerWindow): SyncOutcome {
  if (fate === 'rehearsal') return { kind: 'held', reason: 'rehearsal', generation };
  if (fate === 'published') return { kind: 'unchanged', generation };
  return { kind: 'held', reason: 'before-opening', generation, opensAt: window.opensAt, sentBytes: 0 };
}
