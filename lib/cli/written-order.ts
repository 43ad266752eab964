import type { Journal, Operation } from '../journal/index.js';
import type { PointerChange } from '../publish/index.js';

/** An order of a person, as the journal has it. */
export interface OrderToWrite {
  readonly operation: Operation;
  readonly reason: string;
}

export interface CarriedOut {
  readonly change: PointerChange;
  /** Why the order, which took effect, is not in the journal. */
  readonly unwritten?: Error;
}

/** What takes results away from readers must not wait for a journal. */
const URGENT: readonly Operation[] = ['notice-on', 'close'];

/** The journal could not be opened, and so nothing was done. */
export class NothingDone extends Error {}

/**
 * Carries an order out and writes it down. The journal is opened first: without it only a notice or a closing takes
 * effect.
 * @throws NothingDone, with the journal's failure as its cause; whatever `move` throws
 */
export async function writtenDown(
  { operation, reason }: OrderToWrite,
  openJournal: () => Promise<Journal>,
  move: () => Promise<PointerChange>,
): Promise<CarriedOut> {
  const opened = await attempt(openJournal);
  if (!opened.ok && !URGENT.includes(operation)) throw new NothingDone(undefined, { cause: opened.error });
  const change = await move();
  if (!change.moved) return { change };
  if (!opened.ok) return { change, unwritten: opened.error };
  const from = change.from?.generation;
  const written = await attempt(async () => {
    await opened.value.record({ event: 'operated', operation, reason, from, to: change.to.generation });
    await opened.value.commit();
  });
  return written.ok ? { change } : { change, unwritten: written.error };
}

type Attempt<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Error };

async function attempt<T>(act: () => Promise<T>): Promise<Attempt<T>> {
  try {
    return { ok: true, value: await act() };
  } catch (error) {
    return { ok: false, error: error instanceof Error ? error : new Error(String(error)) };
  }
}
