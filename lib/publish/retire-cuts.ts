import { cutTimeOf } from '../cut/generation.js';
import { MINIMUM_RETENTION_HOURS } from '../worker-settings.js';
import type { RetiringStore } from './site-store.js';

const HOUR_MS = 60 * 60 * 1000;

export interface RetireOptions {
  readonly now: Date;
  /** Hours for which a cut is kept after readers were last led to it; no fewer than 24 count. */
  readonly hours: number;
  /**
   * Generations to keep whatever their age.
   * @default those that the pointer names, as live and as floor; they are kept in any case
   */
  readonly spare?: readonly string[];
}

/**
 * Takes away cuts that slow readers can no longer be in: by the time since they were live, never by count. Only cuts
 * older than the one that the pointer names are looked at: a newer one may be held for the opening, or be the one from
 * which a person rolled back; while it names none, nothing is taken away.
 * @returns the generations that are gone, oldest first
 * @throws STORE_READ_FAILED, STORE_WRITE_FAILED
 */
export async function retireCuts(
  store: RetiringStore,
  { now, hours, spare = [] }: RetireOptions,
): Promise<readonly string[]> {
  const { pointer } = await store.readPointer();
  const named = pointer.generation;
  if (named === undefined) return [];
  const before = now.getTime() - Math.max(hours, MINIMUM_RETENTION_HOURS) * HOUR_MS;
  const kept = new Set([named, pointer.floor, ...spare]);
  const cuts = await store.listCuts();
  const retired = cuts.filter(({ generation, idleSince }, index) => {
    if (kept.has(generation) || cutTimeOf(generation) >= cutTimeOf(named)) return false;
    return leftAt(idleSince, cuts[index + 1]?.generation) < before;
  });
  const gone: string[] = [];
  for (const { generation } of retired) {
    // A person may have rolled back to it meanwhile.
    const { pointer: present } = await store.readPointer();
    if (present.generation === generation || present.floor === generation) continue;
    await store.removeCut(generation);
    gone.push(generation);
  }
  return gone;
}

/** No cut is replaced before the time of the next one: so a clock that stood wrong at the move costs no reader. */
function leftAt(idleSince: Date, next: string | undefined): number {
  return Math.max(idleSince.getTime(), next === undefined ? 0 : cutTimeOf(next).getTime());
}
