import { cutTimeOf, type CutManifest } from '../cut/index.js';
import { isSame, stillMissing, withMissing } from './gap.js';
import { namedCuts, newestCut } from './named-cuts.js';
import type { Refusal } from './refuse-package.js';
import { mayShow, originIn, type CutOrigin } from './rehearsal.js';
import { isArchiveName } from './sources/archive-name.js';
import type { Validators } from './sources/source.js';
import type { SyncContext } from './sync-context.js';
import type { SyncNotes } from './sync-notes.js';
import type { Gap, MissingPackage } from './sync-state.js';
import type { Reception } from './take-package.js';
import { writeDownGap } from './write-down.js';

/** What an institute sends again need not be missed: readers have got it, or something newer. */
const NOT_MISSED = ['CUT_OLDER_THAN_LIVE', 'CUT_ROLLED_BACK'];

/**
 * Notes that a package of changes is missing from the cuts from now on. Where there is no cut yet nothing is missing, and
 * a whole package must come first: it is noted then that this was none.
 * @returns false where it could not be noted, and its source must not let go of it
 */
export async function noteMissing(context: SyncContext, refusal: Refusal, at: Reception): Promise<boolean> {
  const { window, notes } = at;
  if (context.settings.package.incremental !== true) return true;
  if (NOT_MISSED.includes(refusal.error.code) || isStray(refusal)) return true;
  const origin = originOf(context, refusal, at);
  if (!mayShow(origin, window)) return true;
  const over = (await newestCut(context, origin, at))?.generation;
  const newest = namedCuts(at)[0];
  return noteGap(context, notes, (gap) => {
    const still = stillMissing(gap, window.id, newest);
    const isListed = (each: MissingPackage): boolean =>
      gap?.over === undefined || each.accepted === true || still.includes(each);
    const listed = gap?.window === window.id ? gap.missing.filter(isListed) : [];
    return { window: window.id, over, missing: withMissing(listed, missingPackage(refusal)) };
  });
}

/** What nobody calls a package, such as a note that somebody left in the inbox, is missing from no cut. */
function isStray({ fetched: { received }, identified }: Refusal): boolean {
  return identified === undefined && received.form === 'archive' && !isArchiveName(received.name);
}

/** Takes off the list what a published cut, or one that waits for the opening, has in it. */
export async function closeGap(
  context: SyncContext,
  { window, notes }: Reception,
  { generation, packageName, base }: CutManifest,
): Promise<void> {
  if (notes.state.gap === undefined) return;
  const isClosed = (each: MissingPackage): boolean =>
    base === undefined
      ? // A whole cut has in it whatever came before it, an undated package too.
        each.generation === undefined
      : isSame(each, { name: packageName, generation });
  await noteGap(context, notes, (gap) => {
    // What went missing since, over a newer cut, is none of this one's business.
    if (gap?.over !== undefined && cutTimeOf(gap.over) > cutTimeOf(generation)) return gap;
    const missing = stillMissing(gap, window.id, generation);
    return { window: window.id, over: generation, missing: missing.filter((each) => !isClosed(each)) };
  });
}

/** What the source need not hand over before anything else: the packages that can't be used yet. */
export function passedOver({ settings }: SyncContext, { state }: SyncNotes): readonly Validators[] {
  if (settings.package.incremental !== true) return [];
  return (state.gap?.missing ?? []).flatMap((each) => each.validators ?? []);
}

/**
 * @param change what follows from the gap that is noted by then: a worker that was paused must not undo what others noted
 * @returns whether the notes have it
 */
async function noteGap(
  context: SyncContext,
  notes: SyncNotes,
  change: (gap: Gap | undefined) => Gap,
): Promise<boolean> {
  return notes.note(async ({ gap }) => {
    const next = change(gap);
    if (JSON.stringify(next) === JSON.stringify(gap)) return {};
    // The journal first: the notes may be lost, and what they don't have comes again.
    await writeDownGap(context, next);
    return { gap: next.missing.length === 0 ? undefined : next };
  });
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
