import type { MessageParams } from '../errors.js';
import type { MessageId } from '../messages/index.js';

export type FaultPath = readonly (string | number)[];

/** A fault in the data of a call, before the file and the line are known. */
export interface Fault {
  readonly id: Extract<MessageId, `problem.convocatoria.${string}`>;
  readonly path: FaultPath;
  readonly params: MessageParams;
}
