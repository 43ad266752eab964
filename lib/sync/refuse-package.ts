import type { DifusorError } from '../errors.js';
import { noteMissing } from './gap-notes.js';
import { keepEvidence, type IdentifiedPackage } from './identify-package.js';
import { outcomeOf, type SyncOutcome } from './outcome.js';
import type { FetchedPackage, RefusedTree } from './sources/source.js';
import type { SyncContext } from './sync-context.js';
import type { SyncNotes } from './sync-notes.js';
import type { Reception } from './take-package.js';
import { sinceOf } from './trouble.js';
import { writeDownRefusal, writeDownWait } from './write-down.js';

/** A package that could not be taken. */
export interface Refusal {
  readonly fetched: FetchedPackage;
  /** Absent where its cut time could not be told. */
  readonly identified: IdentifiedPackage | undefined;
  readonly error: DifusorError;
}

/** Writes down that a package was at fault, or was not but could not be taken for now, and what it came to. */
export async function refuse(context: SyncContext, refusal: Refusal, at: Reception): Promise<SyncOutcome> {
  const { fetched, identified, error } = refusal;
  if (isOursForNow(context, error, at)) return { kind: 'failed', error };
  const outcome = outcomeOf(error);
  if (outcome.kind === 'failed') return outcome;
  const waits = error.code === 'CUT_GAP' && identified !== undefined;
  if (waits) await writeDownWait(context, at.notes, fetched.received.sha256, identified.generation);
  else await writeDownRefusal(context, at.notes, fetched, error);
  const kept = await noteMissing(context, refusal, at);
  if (!waits && kept) return outcome;
  return { ...outcome, again: true, ...(kept && fetched.more === true ? { more: true } : {}) };
}

/** Keeps what was taken of a tree that was refused while it was read, and writes down why. */
export async function refuseTree(
  context: SyncContext,
  { part, error }: RefusedTree,
  notes: SyncNotes,
): Promise<SyncOutcome> {
  await keepEvidence(context, part, context.clockWitness.present(context.clock()), notes);
  await writeDownRefusal(context, notes, { received: part }, error);
  return outcomeOf(error);
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
  return clock().getTime() - new Date(sinceOf(trouble)).getTime() < settings.cadenceMinutes * 60_000;
}
