import { z } from 'zod';

const instant = z.iso.datetime({ offset: true, local: false });

/** One stretch of time in which the worker asks the source for cuts. */
const windowSchema = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9-]+$/),
    kind: z.enum(['election', 'rehearsal']),
    /** The worker starts asking here. */
    from: instant,
    /** Nothing is shown before this instant. */
    opensAt: instant,
    /** Time of the last cut that the call foresees; once it is live it no longer ages. Absent: none is foreseen. */
    lastCutAt: instant.optional(),
    /** The worker stops asking here. */
    until: instant,
  })
  .readonly();

/**
 * What the sync worker needs to know, and all it knows: no law, no cloud, no secret value.
 * The plan makes it; the Lambda function gets it as JSON, the daemon from `difusor.yaml`.
 */
export const workerSettingsSchema = z
  .strictObject({
    /** Call that set these values, for the log. */
    convocatoria: z.string().min(1),
    /** IANA zone in which cut names are read. */
    zone: z.string().min(1),
    /** Minutes between two cuts of the institute. */
    cadenceMinutes: z.int().positive(),
    /** Minutes without a new cut after which the institute interrupts the difusor. */
    takeDownMinutes: z.int().positive(),
    windows: z.array(windowSchema).min(1).readonly(),
    source: z
      .strictObject({
        kind: z.literal('https'),
        host: z.string().min(1),
        /** TCP port. */
        port: z.int().min(1).max(65535),
        path: z.string().startsWith('/'),
        auth: z.enum(['none', 'basic', 'bearer']),
        /** Name of the secret with the credentials, never its value. */
        secretName: z.string().min(1).optional(),
      })
      .readonly(),
    package: z
      .strictObject({
        /** Where the time of a cut is read: the archive's name, or the instant it arrived. */
        cutTime: z.enum(['archive-name', 'arrival']),
        /** Bytes of one package, as downloaded. */
        maxBytes: z.int().positive(),
      })
      .readonly(),
    /** Cache-Control stored with each object: the first pattern that matches the path counts. */
    cacheControl: z.array(z.strictObject({ path: z.string(), value: z.string() }).readonly()).readonly(),
  })
  .readonly();

export type WorkerSettings = z.infer<typeof workerSettingsSchema>;
export type WorkerWindow = z.infer<typeof windowSchema>;
