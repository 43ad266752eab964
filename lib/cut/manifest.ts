import { z } from 'zod';
import { GENERATION } from '../edge/pointer.js';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const generation = z.string().regex(GENERATION);

const fileSchema = z
  .strictObject({ path: z.string().min(1), size: z.int().nonnegative(), sha256 })
  .readonly();

const stableSchema = z
  .strictObject({ under: generation, prefixes: z.array(z.string()).readonly() })
  .readonly();

const manifestSchema = z
  .strictObject({
    format: z.literal(1),
    generation,
    /** Instant in UTC. */
    cutTime: z.iso.datetime(),
    packageName: z.string().min(1),
    packageSha256: sha256,
    /** Id of the window in which the cut arrived. */
    window: z.string().min(1),
    /** The data of a rehearsal: never shown as results. */
    rehearsal: z.boolean(),
    /** The cut that was live when this one was fetched; tells a correction of the same time from a replay. */
    supersedes: generation.optional(),
    /** Where the files stand whose names never get other content; absent: with the others. */
    stable: stableSchema.optional(),
    /** The cut that an incremental package was laid over. */
    base: generation.optional(),
    /** Sorted by path. */
    files: z.array(fileSchema).readonly(),
  })
  .readonly();

/** One file of a cut; `path` is relative, with `/` between its segments. */
export type ManifestFile = z.infer<typeof fileSchema>;

/** What a cut is made of. Once written for a generation it never changes, and then its files are all there. */
export type CutManifest = z.infer<typeof manifestSchema>;

/** Reads a stored manifest; `undefined` for anything that is not one. */
export function parseManifest(text: string): CutManifest | undefined {
  try {
    return manifestSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** The stored form of a manifest. */
export function formatManifest(manifest: CutManifest): string {
  return JSON.stringify(manifest);
}
