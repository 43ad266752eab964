import type { MessageParams } from '../errors.js';
import type { MessageId } from '../messages/index.js';

/** Where a value stands in the file: keys and 0-based positions in lists. */
export type FaultPath = readonly (string | number)[];

/** Id of a text that says what is wrong in a difusor.yaml, or in dates that it gives to a call. */
export type FaultId = Exclude<Extract<MessageId, `problem.${string}`>, `${string}.remedy`>;

/** What is wrong with one value. */
export interface ValueFault {
  readonly id: FaultId;
  readonly params: MessageParams;
}

/** A fault in a difusor.yaml, before its line is known. */
export interface Fault extends ValueFault {
  readonly path: FaultPath;
  /**
   * Point at the key, where the key itself is the fault.
   * @default the value
   */
  readonly at?: 'key';
}
