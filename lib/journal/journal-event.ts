import { z } from 'zod';
import { GENERATION } from '../edge/pointer.js';

const generation = z.string().regex(GENERATION);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.int().nonnegative();
const params = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));

/** What a person may order; each with a reason. */
export const OPERATIONS = ['rollback', 'notice-on', 'notice-off', 'open', 'close', 'accept-gap'] as const;

const gapSchema = z.strictObject({
  event: z.literal('gap'),
  window: z.string(),
  over: generation.optional(),
  missing: z.array(
    z.strictObject({
      package: z.string(),
      sha256,
      generation: generation.optional(),
      code: z.string(),
      accepted: z.literal(true).optional(),
    }),
  ),
});

/** Everything that is written down. No secret and no personal data has a place here. */
export const journalEventSchema = z.discriminatedUnion('event', [
  /** A package came in and is safe in the archive. */
  z.strictObject({
    event: z.literal('received'),
    generation,
    package: z.string(),
    sha256,
    bytes: count,
    source: z.string(),
  }),
  /** A package was at fault; it is kept as evidence under its generation. */
  z.strictObject({
    event: z.literal('refused'),
    generation: generation.optional(),
    code: z.string(),
    params,
  }),
  /** Source, store or host failed; written where the code is another than the run's before. */
  z.strictObject({ event: z.literal('failed'), code: z.string(), params }),
  /** Packages of changes that are missing from the cuts, after each change of the list; none: the gap is closed. */
  gapSchema,
  /** Staging of a cut begins; `stable` is the place of its stable files, `site` marks the site that it goes to. */
  z.strictObject({
    event: z.literal('staging'),
    generation,
    base: generation.optional(),
    stable: generation.optional(),
    site: z.string().optional(),
  }),
  /** One file of a cut has arrived in the store. */
  z.strictObject({ event: z.literal('arrived'), generation, path: z.string(), sha256 }),
  /** A cut is whole in the store. */
  z.strictObject({ event: z.literal('staged'), generation, sent: count, copied: count, sentBytes: count }),
  /** It waits: for the opening, because it is a rehearsal's, or for a package of changes that is missing. */
  z.strictObject({
    event: z.literal('held'),
    generation,
    reason: z.enum(['before-opening', 'rehearsal', 'gap']),
  }),
  /** Readers are led to a cut. */
  z.strictObject({
    event: z.literal('flipped'),
    generation,
    from: generation.optional(),
    shown: z.enum(['live', 'notice', 'closed']),
    rehearsal: z.boolean(),
  }),
  /** The data of a rehearsal that is over was taken away. */
  z.strictObject({ event: z.literal('taken-away'), generation }),
  /** A look from outside, after a flip. */
  z.strictObject({
    event: z.literal('seen'),
    generation,
    files: count,
    code: z.string().optional(),
    params: params.optional(),
  }),
  /** A person gave an order. */
  z.strictObject({
    event: z.literal('operated'),
    operation: z.enum(OPERATIONS),
    reason: z.string(),
    from: generation.optional(),
    to: generation.optional(),
  }),
  /** Cuts that were old enough were deleted. */
  z.strictObject({ event: z.literal('retired'), generations: z.array(generation) }),
  /** A torn last line was taken away. */
  z.strictObject({ event: z.literal('repaired'), bytes: count }),
]);

export type JournalEvent = Readonly<z.infer<typeof journalEventSchema>>;
export type GapEvent = Readonly<z.infer<typeof gapSchema>>;
export type Operation = (typeof OPERATIONS)[number];
