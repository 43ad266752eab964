import { cutTimeOf, type CutManifest } from '../cut/index.js';
import { isSame, stillMissing, withMissing } from './gap.js';
import { begunIn, namedCuts, newestCut } from './named-cuts.js';
import type { Refusal } from './refuse-package.js';
import { mayShow, originIn, type CutOrigin } from './rehearsal.js';
import { isArchiveName } from './sources/archive-name.js';
import type { Validators } from './sources/source.js';
import type { SyncContext } from './sync-context.js';
import type { SyncNotes } from './sync-notes.js';
import type { Gap, MissingPackage, SyncState, TakenPackage } from './sync-state.js';
import type { Reception } from './take-package.js';
import { writeDownGap } from './write-down.js';

/** What an institute sends again need not be missed: readers have got it, or something newer. */
const NOT_MISSED = ['CUT_OLDER_THAN_LIVE', 'CUT_ROLLED_BACK'];

/**
 * Notes that a package of changes is missing from the cuts from now on. Where there is no cut yet nothing is missing, and
 * a whole package must come first: it is noted then that this was none.
 * @returns false where it is not noted, and its source must not let go of it
 */
export async function noteMissing(context: SyncContext, refusal: Refusal, at: Reception): Promise<boolean> {
  const { window, notes } = at;
  if (context.settings.package.incremental !== true) return true;
  const isPast = NOT_MISSED.includes(refusal.error.code) && !isBehindBegun(refusal, at);
  if (isPast || isStray(refusal)) return true;
  if (!mayShow(originOf(context, refusal, at), window)) return true;
  if (isOfTheElection(context, notes.state.gap, at)) return false;
  const kept = await notes.note(async ({ gap }) =>
    writtenGap(context, gap, await withRefused(context, refusal, at)),
  );
  return kept && isOnList(notes, refusal);
}

/** The list as it stands, with a package that was refused: by the pointer and the notes as they are by now. */
async function withRefused(context: SyncContext, refusal: Refusal, at: Reception): Promise<Gap> {
  const { window, notes } = at;
  const { gap } = notes.state;
  const { pointer } = await context.store.readPointer();
  const isSeen = pointer.generation === at.live.pointer.generation;
  const now = isSeen ? at : { ...at, live: { pointer, manifest: undefined } };
  const over = (await newestCut(context, originOf(context, refusal, at), now))?.generation;
  const still = stillMissing(gap, window.id, namedCuts(now)[0]);
  const isListed = (each: MissingPackage): boolean =>
    gap?.over === undefined || each.accepted === true || still.includes(each);
  const listed = gap?.window === window.id ? gap.missing.filter(isListed) : [];
  const late = isBehindBegun(refusal, at) ? ({ accepted: true } as const) : {};
  return { window: window.id, over, missing: withMissing(listed, { ...missingPackage(refusal), ...late }) };
}

/**
 * Whether changes came too late for others that were begun and that no cut has yet: what goes through a folder behind the
 * newest cut must be told to pass them over.
 */
function isBehindBegun({ error }: Refusal, at: Reception): boolean {
  const begun = begunIn(at);
  return error.code === 'CUT_OLDER_THAN_LIVE' && error.params.live === begun?.generation;
}

/** The list has an end: what is not on it must stay at its source. */
function isOnList({ state }: SyncNotes, { fetched: { received } }: Refusal): boolean {
  return state.gap?.missing.some(({ sha256 }) => sha256 === received.sha256) === true;
}

/** A clock that stands in a drill must not make the election forget what it lacks. */
function isOfTheElection({ settings }: SyncContext, gap: Gap | undefined, { window }: Reception): boolean {
  if (gap === undefined || gap.missing.length === 0 || window.kind === 'election') return false;
  return settings.windows.some(({ id, kind }) => id === gap.window && kind === 'election');
}

/** What nobody calls a package, such as a note that somebody left in the inbox, is missing from no cut. */
function isStray({ fetched: { received }, identified }: Refusal): boolean {
  return identified === undefined && received.form === 'archive' && !isArchiveName(received.name);
}

/**
 * What is noted of a package that was taken: itself, and the list without what its cut has in it. In one write: a worker
 * that dies between two would leave a list that nobody shortens.
 */
export function notesOfTaken(
  context: SyncContext,
  at: Reception,
  taken: TakenPackage,
  cut: CutManifest,
): (state: SyncState) => Promise<Partial<SyncState>> {
  return async ({ gap }) => {
    const change = { package: taken, refused: undefined };
    if (gap === undefined || isOfTheElection(context, gap, at)) return change;
    return { ...change, ...(await writtenGap(context, gap, without(gap, at, cut))) };
  };
}

function without(gap: Gap, { window }: Reception, { generation, packageName, base }: CutManifest): Gap {
  // What went missing since, over a newer cut, is none of this one's business.
  if (gap.over !== undefined && cutTimeOf(gap.over) > cutTimeOf(generation)) return gap;
  const isClosed = (each: MissingPackage): boolean =>
    base === undefined
      ? // A whole cut has in it whatever came before it, an undated package too.
        each.generation === undefined
      : isSame(each, { name: packageName, generation });
  const missing = stillMissing(gap, window.id, generation);
  return { window: window.id, over: generation, missing: missing.filter((each) => !isClosed(each)) };
}

/** What the source need not hand over before anything else: the packages that can't be used yet. */
export function passedOver({ settings }: SyncContext, { state }: SyncNotes): readonly Validators[] {
  if (settings.package.incremental !== true) return [];
  return (state.gap?.missing ?? []).flatMap((each) => each.validators ?? []);
}

/** The change to the notes, once the journal has it: the notes may be lost, and what they don't have comes again. */
async function writtenGap(
  context: SyncContext,
  gap: Gap | undefined,
  next: Gap,
): Promise<Pick<SyncState, 'gap'>> {
  if (JSON.stringify(next) === JSON.stringify(gap)) return {};
  await writeDownGap(context, next);
  return { gap: next.missing.length === 0 ? undefined : next };
}

function missingPackage({ fetched: { received, validators }, identified, error }: Refusal): MissingPackage {
  const { name, sha256 } = received;
  const dated = identified === undefined ? {} : { generation: identified.generation };
  return { name, sha256, ...dated, code: error.code, validators };
}

function originOf({ settings }: SyncContext, { identified }: Refusal, { window }: Reception): CutOrigin {
  if (identified === undefined) return { window: window.id, rehearsal: window.kind === 'rehearsal' };
  return originIn(identified.generation, settings.windows, window);
}
