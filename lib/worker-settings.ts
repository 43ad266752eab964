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

/** A folder of the site, with a slash at either end; no pattern. */
const STABLE_PREFIX = /^\/(?:[\w.-]+\/)+$/;

/** A pointer names them all, and a KeyValueStore value has 1 KB. */
export const MOST_PREFIXES = 8;
export const MOST_PREFIX_LETTERS = 64;

/** Slow readers may still be in a cut that was replaced: by age it is kept, never by count. */
export const MINIMUM_RETENTION_HOURS = 24;

/** Name of a secret with the credentials, never its value. */
const secretName = z.string().min(1);
const port = z.int().min(1).max(65535);
/** SHA-256 of a host's public key, as `ssh-keygen -l` prints it. */
const hostKeys = z
  .array(z.string().regex(/^SHA256:[A-Za-z0-9+/]{43}$/))
  .min(1)
  .readonly();

/** Where packages come from; a path that ends in `/` is a folder, of which the newest archive by name counts. */
const sourceSchema = z.discriminatedUnion('kind', [
  z
    .strictObject({
      kind: z.literal('https'),
      host: z.string().min(1),
      port,
      path: z.string().startsWith('/'),
      auth: z.enum(['none', 'basic', 'bearer', 'certificate']),
      secretName: secretName.optional(),
    })
    .readonly(),
  z
    .strictObject({
      kind: z.literal('s3'),
      bucket: z.string().min(1),
      region: z.string().min(1),
      /** Key of the package, or a prefix that ends in `/`. */
      key: z.string().min(1),
      /** `keys`: an access key that the institute issued; `role`: the worker's own identity. */
      auth: z.enum(['keys', 'role']),
      secretName: secretName.optional(),
    })
    .readonly(),
  z
    .strictObject({
      kind: z.literal('sftp'),
      host: z.string().min(1),
      port,
      path: z.string().startsWith('/'),
      username: z.string().min(1),
      hostKeys,
      secretName,
    })
    .readonly(),
  z
    .strictObject({
      kind: z.literal('rsync'),
      /** `daemon`: an rsyncd, clear text. */
      via: z.enum(['ssh', 'daemon']),
      host: z.string().min(1),
      port,
      /** `ssh`: an absolute folder; `daemon`: `/module/folder`. Always a plain tree. */
      path: z.string().startsWith('/'),
      username: z.string().min(1).optional(),
      /** Needed with `ssh`. */
      hostKeys: hostKeys.optional(),
      secretName: secretName.optional(),
    })
    .readonly(),
  z
    .strictObject({
      kind: z.literal('inbox'),
      /** Folder of this host into which the institute pushes. */
      path: z.string().min(1),
      /** `archive`: one file a package; `tree`: the folder itself is the site. */
      form: z.enum(['archive', 'tree']),
      /** What tells that a push is over. */
      complete: z.discriminatedUnion('when', [
        /** Files come under a temporary name (`.part`, `.tmp`, a leading dot) and are renamed. */
        z.strictObject({ when: z.literal('rename') }).readonly(),
        /** A file beside the package (`<package><suffix>`), or of this name in a tree, comes last. */
        z.strictObject({ when: z.literal('marker'), marker: z.string().min(1) }).readonly(),
        /** Nothing in it changed for so long. */
        z.strictObject({ when: z.literal('quiet'), seconds: z.int().positive() }).readonly(),
      ]),
    })
    .readonly(),
]);

/** A file of the package; `*` stands for any text in a segment, `outer.zip!/inner.csv` for a file in an archive in it. */
const packageFile = z.string().min(1);

const packageSchema = z
  .strictObject({
    /** Where the time of a cut is read. */
    cutTime: z.discriminatedUnion('from', [
      z.strictObject({ from: z.literal('archive-name') }).readonly(),
      /** The instant at which it arrived. */
      z.strictObject({ from: z.literal('arrival') }).readonly(),
      /** A value of a JSON file, by JSON Pointer (RFC 6901). */
      z
        .strictObject({ from: z.literal('json'), file: packageFile, pointer: z.string().startsWith('/') })
        .readonly(),
      /** The lines above the table of a CSV file. */
      z.strictObject({ from: z.literal('csv'), file: packageFile }).readonly(),
    ]),
    /** Bytes of one package, as downloaded. */
    maxBytes: z.int().positive(),
    /** Files without which a package is no whole cut; absent: none. */
    mustContain: z.array(packageFile).readonly().optional(),
    /** A package holds what changed since the one before it. Absent: it holds all of the site. */
    incremental: z.boolean().optional(),
    /** A file beside the package, named like it with this ending, holds its digest. */
    sidecar: z.enum(['sha256', 'md5']).optional(),
    /** A file in the package that lists the digests of the others, as `sha256sum` or `md5sum` writes it. */
    digests: z
      .strictObject({ file: packageFile, algorithm: z.enum(['sha256', 'md5']) })
      .readonly()
      .optional(),
    /** Each acta's image against the SHA-256 that the database gives for it. */
    actas: z
      .strictObject({
        /** The database. */
        csv: packageFile,
        /** Its column with the digest, e.g. `SHA`, `CODIGO_INTEGRIDAD`. */
        column: z.string().min(1),
        /** The images. */
        images: packageFile,
      })
      .readonly()
      .optional(),
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
    source: sourceSchema,
    package: packageSchema,
    /** Cache-Control stored with each object: the first pattern that matches the path counts. */
    cacheControl: z.array(z.strictObject({ path: z.string(), value: z.string() }).readonly()).readonly(),
    /** Folders whose files never get other content under the same name, e.g. `/actas/`. Absent: none. */
    stablePrefixes: z
      .array(z.string().regex(STABLE_PREFIX).max(MOST_PREFIX_LETTERS))
      .max(MOST_PREFIXES)
      .readonly()
      .optional(),
    /** Hours for which a cut that is no longer live is kept where the worker may delete. Absent: cuts stay. */
    retentionHours: z.int().min(MINIMUM_RETENTION_HOURS).optional(),
    /** Address at which readers find the site, e.g. `https://prep.example.mx`; absent: nobody looks from outside. */
    publicUrl: z.url({ protocol: /^https?$/ }).optional(),
  })
  .readonly();

export type WorkerSettings = z.infer<typeof workerSettingsSchema>;
export type WorkerWindow = z.infer<typeof windowSchema>;
export type SourceSettings = WorkerSettings['source'];
export type PackageSettings = WorkerSettings['package'];
export type CutTimeSettings = PackageSettings['cutTime'];
