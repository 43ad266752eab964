import { DifusorError, isDifusorError } from '../errors.js';
import type { WorkerWindow } from '../worker-settings.js';
import { showHeldCut } from './held-cut.js';
import { readLiveCut, type LiveCut } from './live-cut.js';
import { outcomeOf, type SyncOutcome } from './outcome.js';
import type { FetchedPackage, FetchRequest, FetchResult, Validators } from './sources/source.js';
import type { SyncContext } from './sync-context.js';
import type { SyncNotes } from './sync-notes.js';
import type { TakenPackage } from './sync-state.js';
import { takePackage, type Reception } from './take-package.js';
import { isPaused } from './trouble.js';
import { isOpen, nextWindow, windowAt } from './window.js';
import { writeDownRefusal } from './write-down.js';

/** A cut that is dated further ahead was misdated by the institute, whatever this host's clock says. */
const SLOW_CLOCK_MINUTES = 24 * 60;

/**
 * One run of the worker, from the source to the readers.
 * @param directory a fresh one, thrown away by the caller whatever happens
 * @throws DifusorError with the code of whatever failed before a package came in; readers then keep what they had
 */
export async function syncRun(
  context: SyncContext,
  notes: SyncNotes,
  directory: string,
): Promise<SyncOutcome> {
  const { settings, source, clock } = context;
  const startedAt = clock();
  const window = windowAt(settings.windows, startedAt);
  const live = await readLiveCut(context, window);
  if (window === undefined) return outsideWindow(nextWindow(settings.windows, startedAt));

  const shown = await showHeldCut(context, window, live, notes);
  if (shown !== undefined) return shown;
  const { trouble } = notes.state;
  if (source.isLocal !== true && isPaused(trouble, settings, startedAt))
    return { kind: 'paused', until: trouble.askAgainAt, code: trouble.code };

  return takeNewest(context, { window, live, notes, directory });
}

/** Takes what the source has that is newer than what is known. */
async function takeNewest(context: SyncContext, at: Reception): Promise<SyncOutcome> {
  const { source, clock } = context;
  const { window, live, notes, directory } = at;
  const known = stillTrue(notes.state.package, window, live, clock());
  const passed = passedOver(context, notes);
  const fetched = await ask(context, { directory, known: passed ?? known?.validators });
  if (known !== undefined) await letGo(context, known, () => source.releaseKnown?.());
  if (fetched.kind === 'absent') return nothingThere(context, window, live);
  if (fetched.kind === 'package') return receive(context, fetched, at);
  if (passed !== undefined) return nothingBehind(window, live);
  if (known !== undefined) return nothingNew(known, window);
  throw new DifusorError('INTERNAL', { reason: `${source.host}: unchanged since nothing` });
}

/** Asks the source for what is newer than what is known, and hears what time it is there. */
async function ask(
  { source, progress, clockWitness }: SyncContext,
  request: FetchRequest,
): Promise<FetchResult> {
  progress({ step: 'asking', host: source.host });
  const fetched = await source.fetch(request);
  clockWitness.hear(fetched.sourceTime);
  return fetched;
}

/** Takes a package, and lets its source go of it once its fate is settled: one that failed to publish comes again. */
async function receive(context: SyncContext, fetched: FetchedPackage, at: Reception): Promise<SyncOutcome> {
  const outcome = await takenOrRefused(context, fetched, at);
  if (mayComeAgain(outcome)) return outcome;
  const { name } = fetched.received;
  const gone = await letGo(context, { name }, () => context.source.release?.(fetched.received));
  if (!gone) return outcome;
  return fetched.more === true ? { ...outcome, more: true } : outcome;
}

/** What a clock of ours that is slow refuses will be sound in a while; what failed may succeed. */
function mayComeAgain(outcome: SyncOutcome): boolean {
  if (outcome.kind !== 'refused') return outcome.kind === 'failed';
  const { code, params } = outcome.error;
  return code === 'CUT_FROM_THE_FUTURE' && Number(params.minutes) <= SLOW_CLOCK_MINUTES;
}

/** A source that can't let go of a package fails no run. */
async function letGo(
  { log }: SyncContext,
  { name, generation }: { readonly name?: string; readonly generation?: string },
  release: () => Promise<void> | undefined,
): Promise<boolean> {
  try {
    await release();
    return true;
  } catch (error) {
    log.warn({ code: outcomeCode(error), package: name ?? generation }, 'package not released');
    return false;
  }
}

async function takenOrRefused(
  context: SyncContext,
  fetched: FetchedPackage,
  at: Reception,
): Promise<SyncOutcome> {
  try {
    return await takePackage(context, fetched, at);
  } catch (error) {
    if (!isDifusorError(error)) throw error;
    const outcome = isOursForNow(context, error, at)
      ? ({ kind: 'failed', error } as const)
      : outcomeOf(error);
    if (outcome.kind === 'refused') await writeDownRefusal(context, at.notes, fetched, error);
    return outcome;
  }
}

/** A base that can't be copied may be the store's fault; after a period of it the package must make room for a whole one. */
function isOursForNow(
  { settings, clock }: SyncContext,
  { code }: DifusorError,
  { notes }: Reception,
): boolean {
  if (code !== 'CUT_BASE_MISSING') return false;
  const { trouble } = notes.state;
  if (trouble?.code !== code) return true;
  return clock().getTime() - new Date(trouble.since).getTime() < settings.cadenceMinutes * 60_000;
}

function outcomeCode(error: unknown): string {
  return isDifusorError(error) ? error.code : 'INTERNAL';
}

function outsideWindow(next: WorkerWindow | undefined): SyncOutcome {
  return next === undefined ? { kind: 'outside-window' } : { kind: 'outside-window', nextFrom: next.from };
}

/** Of changes that come one after the other, those behind a refused one must not wait for it for ever. */
function passedOver({ settings }: SyncContext, { state }: SyncNotes): Validators | undefined {
  return settings.package.incremental === true ? state.refused?.validators : undefined;
}

function nothingBehind({ opensAt }: WorkerWindow, { pointer: { generation } }: LiveCut): SyncOutcome {
  return generation === undefined ? { kind: 'awaiting', opensAt } : { kind: 'unchanged', generation };
}

/** The package of the notes, where what they say of it still holds; else the source must send what it has. */
function stillTrue(
  taken: TakenPackage | undefined,
  window: WorkerWindow,
  { pointer }: LiveCut,
  now: Date,
): (TakenPackage & { readonly validators: Validators }) | undefined {
  if (taken?.validators === undefined || taken.window !== window.id) return undefined;
  const holds = {
    published: pointer.generation === taken.generation,
    held: !isOpen(window, now),
    rehearsal: true,
    'rolled-back': pointer.floor !== undefined,
  }[taken.fate];
  return holds ? { ...taken, validators: taken.validators } : undefined;
}

/**
 * A pull must find a package once the opening is past; an inbox is empty whenever the institute has pushed nothing.
 * @throws SOURCE_REFUSED
 */
function nothingThere(
  { settings, source, clock }: SyncContext,
  window: WorkerWindow,
  { pointer: { generation } }: LiveCut,
): SyncOutcome {
  const pushed = settings.source.kind === 'inbox';
  if (pushed && generation !== undefined) return { kind: 'unchanged', generation };
  if (pushed || !isOpen(window, clock())) return { kind: 'awaiting', opensAt: window.opensAt };
  throw new DifusorError('SOURCE_REFUSED', { host: source.host, status: 404 });
}

function nothingNew({ fate, generation }: TakenPackage, window: WorkerWindow): SyncOutcome {
  if (fate === 'rehearsal' || fate === 'rolled-back') return { kind: 'held', reason: fate, generation };
  if (fate === 'published') return { kind: 'unchanged', generation };
  return { kind: 'held', reason: 'before-opening', generation, opensAt: window.opensAt, sentBytes: 0 };
}
