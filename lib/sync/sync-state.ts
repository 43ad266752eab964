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

const missingSchema = z
  .strictObject({
    name: z.string().min(1),
    sha256,
    /** As it was archived; absent where its cut time could not be told. */
    generation: generation.optional(),
    /** Why it is not published. */
    code: z.string().min(1),
    /** What the source calls this version of it. */
    validators: validatorsSchema.optional(),
    /** A person said that the night goes on without it. */
    accepted: z.literal(true).optional(),
  })
  .readonly();

const gapSchema = z
  .strictObject({
    /** Id of the window in which it opened. */
    window: z.string().min(1),
    /** The newest cut then; absent where there was none, and a whole package must come first. */
    over: generation.optional(),
    /** In the order in which they are to be laid over it; the first is what the others wait for. */
    missing: z.array(missingSchema).readonly(),
  })
  .readonly();

const begunSchema = z
  .strictObject({
    /** Id of the window in which they came. */
    window: z.string().min(1),
    generation,
    /** The cut over which they are laid. */
    base: generation,
  })
  .readonly();

const troubleSchema = z
  .strictObject({
    /** The first run that failed, ISO 8601 in UTC. */
    since: z.iso.datetime(),
    code: z.string().min(1),
    /** The first run that failed with this very code, where others failed before it. */
    codeSince: z.iso.datetime().optional(),
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
    /** Packages of changes that came and are not in the cuts. Absent: there are none. */
    gap: gapSchema.optional(),
    /** The newest changes that a worker began to lay over a cut: what is older comes too late from then on. */
    begun: begunSchema.optional(),
    /** What has kept the worker from its work since; absent while runs end well. */
    trouble: troubleSchema.optional(),
  })
  .readonly();

/**
 * The worker's notes between two runs. They spare a download and a copy in the archive; a worker without them does the
 * same work again and comes to the same end. Only the gap, and a cut that no pointer names, say what nothing else knows; the
 * journal has the former too.
 */
export type SyncState = z.infer<typeof stateSchema>;
export type Trouble = z.infer<typeof troubleSchema>;
export type Gap = z.infer<typeof gapSchema>;
export type MissingPackage = z.infer<typeof missingSchema>;
export type TakenPackage = z.infer<typeof packageSchema>;

export const NO_STATE: SyncState = { format: 1 };

/** Reads stored notes; anything not understood counts as none. */
export function parseSyncState(text: string | undefined): SyncState {
  return tryParseSyncState(text) ?? NO_STATE;
}

/** Reads stored notes; `undefined` where there are none, or they are not understood. */
export function tryParseSyncState(text: string | undefined): SyncState | undefined {
  if (text === undefined) return undefined;
  try {
    return stateSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
