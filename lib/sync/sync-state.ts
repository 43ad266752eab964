import { z } from 'zod';
import { GENERATION } from '../edge/pointer.js';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const generation = z.string().regex(GENERATION);

const validatorsSchema = z
  .strictObject({ etag: z.string().optional(), lastModified: z.string().optional() })
  .readonly();

const packageSchema = z
  .strictObject({
    sha256,
    generation,
    /** Id of the window in which it was taken. */
    window: z.string().min(1),
    /** What became of it. */
    fate: z.enum(['published', 'held', 'rehearsal', 'rolled-back']),
    /** What the source calls this version of the package. */
    validators: validatorsSchema.optional(),
  })
  .readonly();

const troubleSchema = z
  .strictObject({
    /** The first run that failed, ISO 8601 in UTC. */
    since: z.iso.datetime(),
    code: z.string().min(1),
    /** The source wants to be left alone until then. */
    askAgainAt: z.iso.datetime().optional(),
  })
  .readonly();

const stateSchema = z
  .strictObject({
    format: z.literal(1),
    /** The newest package that was taken. */
    package: packageSchema.optional(),
    /** The newest package whose time could not be told, as it was archived. */
    evidence: z.strictObject({ sha256, generation }).readonly().optional(),
    /** The newest package that was refused, so that it is written down once. */
    refused: z
      .strictObject({ sha256, code: z.string().min(1), validators: validatorsSchema.optional() })
      .readonly()
      .optional(),
    /** What has kept the worker from its work since; absent while runs end well. */
    trouble: troubleSchema.optional(),
  })
  .readonly();

/**
 * The worker's notes between two runs. They spare a download and a copy in the archive; a worker without them, or with
 * old ones, does the same work again and comes to the same end.
 */
export type SyncState = z.infer<typeof stateSchema>;
export type Trouble = z.infer<typeof troubleSchema>;
export type TakenPackage = z.infer<typeof packageSchema>;

export const NO_STATE: SyncState = { format: 1 };

/** Reads stored notes; anything not understood counts as none. */
export function parseSyncState(text: string | undefined): SyncState {
  if (text === undefined) return NO_STATE;
  try {
    return stateSchema.safeParse(JSON.parse(text)).data ?? NO_STATE;
  } catch {
    return NO_STATE;
  }
}
