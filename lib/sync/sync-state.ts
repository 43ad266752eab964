import { z } from 'zod';
import { GENERATION } from '../edge/pointer.js';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const generation = z.string().regex(GENERATION);

const packageSchema = z
  .strictObject({
    sha256,
    generation,
    /** Id of the window in which it was taken. */
    window: z.string().min(1),
    /** What became of it. */
    fate: z.enum(['published', 'held', 'rehearsal']),
    /** What the source calls this version of the package. */
    validators: z
      .strictObject({ etag: z.string().optional(), lastModified: z.string().optional() })
      .readonly()
      .optional(),
  })
  .readonly();

const stateSchema = z
  .strictObject({
    format: z.literal(1),
    /** The newest package that was taken. */
    package: packageSchema.optional(),
    /** The newest package whose time could not be told, as it was archived. */
    evidence: z.strictObject({ sha256, generation }).readonly().optional(),
  })
  .readonly();

/**
 * The worker's notes between two runs. They spare a download and a copy in the archive; a worker without them, or with
 * old ones, does the same work again and comes to the same end.
 */
export type SyncState = z.infer<typeof stateSchema>;
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
