import { DifusorError, isDifusorError } from '../errors.js';
import type { WorkerWindow } from '../worker-settings.js';
import { gapError, stillMissing } from './gap.js';
import { passedOver } from './gap-notes.js';
import { showHeldCut } from './held-cut.js';
import { readLiveCut, type LiveCut } from './live-cut.js';
import { namedCuts, newestCut } from './named-cuts.js';
import type { SyncOutcome } from './outcome.js';
import { refuseTree } from './refuse-package.js';
import type { FetchedPackage, FetchRequest, FetchResult, Validators } from './sources/source.js';
import type { SyncContext } from './sync-context.js';
import type { SyncNotes } from './sync-notes.js';
import type { Gap, MissingPackage, TakenPackage } from './sync-state.js';
import { takePackage, type Reception } from './take-package.js';
import { isPaused } from './trouble.js';
import { isOpen, nextWindow, windowAt } from './window.js';

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
  const after = await takenLast(context, at, known);
  const fetched = await ask(context, { directory, known: known?.validators, after, passed });
  if (known !== undefined) await letGo(context, known, () => source.releaseKnown?.());
  if (fetched.kind === 'refused') return refuseTree(context, fetched, notes);
  if (fetched.kind === 'package') {
    if (isDoneWithout(notes, fetched)) return passOver(context, fetched, at);
    return receive(context, fetched, await asOfNow(context, at));
  }
  const waiting = waitingForMissing(at);
  if (waiting !== undefined) return waiting;
  if (fetched.kind === 'absent') return nothingThere(context, window, live);
  if (passed.length > 0) return nothingBehind(window, live);
  if (known !== undefined) return nothingNew(known, window);
  throw new DifusorError('INTERNAL', { reason: `${source.host}: unchanged since nothing` });
}

/** Changes are laid over what is the newest after they came: another worker may have taken those before them. */
async function asOfNow(context: SyncContext, at: Reception): Promise<Reception> {
  if (context.settings.package.incremental !== true) return at;
  await at.notes.refresh();
  return { ...at, live: await readLiveCut(context, at.window) };
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
  const outcome = await takePackage(context, fetched, at);
  if (mayComeAgain(outcome)) return outcome;
  const { name } = fetched.received;
  const gone = await letGo(context, { name }, () => context.source.release?.(fetched.received));
  if (!gone) return outcome;
  const more = fetched.more === true || (outcome.kind === 'published' && waitingForMissing(at) !== undefined);
  return more ? { ...outcome, more: true } : outcome;
}

/** What a clock of ours that is slow refuses will be sound in a while; what failed may succeed. */
function mayComeAgain(outcome: SyncOutcome): boolean {
  if (outcome.kind !== 'refused') return outcome.kind === 'failed';
  const { code, params } = outcome.error;
  if (outcome.again === true) return true;
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

function outcomeCode(error: unknown): string {
  return isDifusorError(error) ? error.code : 'INTERNAL';
}

function outsideWindow(next: WorkerWindow | undefined): SyncOutcome {
  return next === undefined ? { kind: 'outside-window' } : { kind: 'outside-window', nextFrom: next.from };
}

/** Name of the package of the newest cut, behind which the next changes come where the notes don't tell. */
async function takenLast(
  context: SyncContext,
  at: Reception,
  known: TakenPackage | undefined,
): Promise<string | undefined> {
  if (known !== undefined || context.settings.package.incremental !== true) return undefined;
  const { window } = at;
  const origin = { window: window.id, rehearsal: window.kind === 'rehearsal' };
  return (await newestCut(context, origin, at))?.packageName;
}

/**
 * Nothing new at the source, which is no good news while packages of changes are missing.
 * @returns undefined where none is
 */
function waitingForMissing(at: Reception): SyncOutcome | undefined {
  const missing = stillMissing(at.notes.state.gap, at.window.id, namedCuts(at)[0]);
  const last = missing.at(-1);
  return last === undefined ? undefined : { kind: 'refused', error: gapError(last.name, missing) };
}

/** A package without which a person said that the night goes on came once more: its source lets go of it, and goes on. */
async function passOver(
  context: SyncContext,
  { received, validators, more }: FetchedPackage,
  at: Reception,
): Promise<SyncOutcome> {
  const { notes, window, live } = at;
  await notes.note(({ gap }) =>
    Promise.resolve(gap === undefined ? {} : { gap: knownAs(gap, received.sha256, validators) }),
  );
  await letGo(context, received, () => context.source.release?.(received));
  const outcome = waitingForMissing(at) ?? nothingBehind(window, live);
  return more === true ? { ...outcome, more } : outcome;
}

/** What the source calls a package now, so that it is not handed over before others. */
function knownAs(gap: Gap, sha256: string, validators: Validators | undefined): Gap {
  const known = (each: MissingPackage): MissingPackage =>
    each.sha256 === sha256 ? { ...each, validators } : each;
  return { ...gap, missing: gap.missing.map(known) };
}

/** Whether a person said that the night goes on without these very bytes. */
function isDoneWithout({ state }: SyncNotes, { received: { sha256 } }: FetchedPackage): boolean {
  return state.gap?.missing.some((each) => each.accepted === true && each.sha256 === sha256) === true;
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
