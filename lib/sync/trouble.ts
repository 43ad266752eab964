import type { DifusorError } from '../errors.js';
import type { WorkerSettings } from '../worker-settings.js';
import type { SyncOutcome } from './outcome.js';
import type { Trouble } from './sync-state.js';

/** Answers after which a source that is asked again at once may lock the account: a person has to act. */
const CALL_A_PERSON = ['SOURCE_REFUSED', 'SOURCE_HOST_KEY_CHANGED', 'SECRET_UNREADABLE'];

/**
 * What keeps the worker from its work after a run: nothing once a run ends well; the first failing run counts for how
 * long. A source that refused us, or that asks for time, is left alone for up to one period.
 */
export function troubleAfter(
  outcome: SyncOutcome,
  before: Trouble | undefined,
  { cadenceMinutes }: Pick<WorkerSettings, 'cadenceMinutes'>,
  now: Date,
): Trouble | undefined {
  if (outcome.kind === 'paused' || outcome.kind === 'outside-window') return before;
  if (outcome.kind !== 'refused' && outcome.kind !== 'failed') return undefined;
  const { error } = outcome;
  const waitSeconds = Math.min(waitOf(error, cadenceMinutes * 60), cadenceMinutes * 60);
  const since = before?.since ?? now.toISOString();
  return {
    since,
    code: error.code,
    ...codeSince(error, before, since, now),
    ...(waitSeconds > 0 ? { askAgainAt: new Date(now.getTime() + waitSeconds * 1000).toISOString() } : {}),
  };
}

/** Told only where another code came before it. */
function codeSince(
  { code }: DifusorError,
  before: Trouble | undefined,
  since: string,
  now: Date,
): Pick<Trouble, 'codeSince'> {
  const at = before?.code === code ? sinceOf(before) : now.toISOString();
  return at === since ? {} : { codeSince: at };
}

/** Since when runs have failed with the code of the last one. */
export function sinceOf({ since, codeSince }: Trouble): string {
  return codeSince ?? since;
}

/** Whether the source is to be left alone still. A clock that was set back does not prolong it past one period. */
export function isPaused(
  trouble: Trouble | undefined,
  { cadenceMinutes }: Pick<WorkerSettings, 'cadenceMinutes'>,
  now: Date,
): trouble is Trouble & { readonly askAgainAt: string } {
  if (trouble?.askAgainAt === undefined) return false;
  const aheadMs = new Date(trouble.askAgainAt).getTime() - now.getTime();
  return aheadMs > 0 && aheadMs <= cadenceMinutes * 60_000;
}

function waitOf({ code, params }: DifusorError, periodSeconds: number): number {
  if (CALL_A_PERSON.includes(code)) return periodSeconds;
  return typeof params.retryAfterSeconds === 'number' ? params.retryAfterSeconds : 0;
}
