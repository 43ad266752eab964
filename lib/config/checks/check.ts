import type { Convocatoria } from '../../convocatorias/index.js';
import type { Fault } from '../fault.js';
import type { DifusorConfig } from '../schema.js';

/** What a check between keys sees. */
export interface CheckInput {
  /** The top-level keys whose shape is right; a check looks only at what is there. */
  readonly config: Partial<DifusorConfig>;
  /**
   * The file's own content, without any default and whatever its shape.
   * @default `config`
   */
  readonly given?: object;
  /** The call, with its own dates; absent where it could not be read. */
  readonly convocatoria?: Convocatoria;
}

/** A check between keys: it gives every fault that it finds, and none where it lacks something. */
export type Check = (input: CheckInput) => Fault[];
