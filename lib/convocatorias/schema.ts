import { IANAZone, DateTime } from 'luxon';
import { z } from 'zod';
import { CLAUSE_ID } from './clause-id.js';

/** A sentence in both languages; calls are paraphrased, never copied. */
const localized = z.strictObject({ es: z.string().min(1), en: z.string().min(1) }).readonly();

/** Id of a clause of the same call. */
const clauseRef = z.string().regex(CLAUSE_ID);

/** Id of one of the call's `readings`, where a value is not in its letter. */
const readingRef = z.string().min(1);

/** Instant with its offset written out, e.g. `2024-06-02T20:00:00-07:00`. */
export const instant = z.iso.datetime({ offset: true, local: false });

/** Calendar day in the call's zone. */
export const day = z.iso.date();

/** Wraps a legal value with the clause that sets it. */
const cited = <T extends z.ZodRawShape>(shape: T) =>
  z.strictObject({ ...shape, clause: clauseRef, reading: readingRef.optional() }).readonly();

const zone = z
  .string()
  .refine((name) => /^[A-Za-z]+\/[A-Za-z_/]+$/.test(name) && IANAZone.isValidZone(name), {
    message: 'IANA zone such as America/Mazatlan',
  });

/** How a difusor gets the cuts: it pulls them, the institute pushes them, or its page frames the official site. */
export const DELIVERY_METHODS = ['pull', 'push', 'frame'] as const;
const deliveryMethod = z.enum(DELIVERY_METHODS);

const pathHeader = cited({
  /** `/*` for every path, else one absolute path. */
  path: z.string().regex(/^\/[\w./*-]*$/),
  name: z.string().regex(/^[A-Za-z][A-Za-z0-9-]*$/),
  value: z.string().regex(/^[\x20-\x7e]+$/),
});

const serverMinimums = z
  .strictObject({
    cores: cited({ count: z.int().positive() }).optional(),
    clock: cited({ gigahertz: z.number().positive() }).optional(),
    memory: cited({ gigabytes: z.number().positive() }).optional(),
    disk: cited({ gigabytes: z.number().positive(), solidState: z.boolean(), free: z.boolean() }).optional(),
    upload: cited({ megabytesPerSecond: z.number().positive() }).optional(),
    link: cited({ megabitsPerSecond: z.number().positive(), symmetric: z.boolean() }).optional(),
    operatingSystems: cited({ names: z.array(z.string().min(1)).min(1).readonly() }).optional(),
    webServers: cited({ names: z.array(z.string().min(1)).min(1).readonly() }).optional(),
  })
  .readonly();

const port = cited({
  port: z.int().min(1).max(65535),
  protocol: z.enum(['tcp', 'udp']),
  direction: z.enum(['in', 'out']),
  /** `trusted`: only the addresses that the institute gives. */
  peers: z.enum(['any', 'trusted']),
});

const reading = z
  .strictObject({
    id: readingRef,
    kind: z.enum(['contradiction', 'silence', 'inference']),
    clauses: z.array(clauseRef).min(1).readonly(),
    /** What the call says, or fails to say. */
    finding: localized,
    /** How the toolkit reads it. */
    reading: localized,
  })
  .readonly();

/** The facts of a call: `convocatoria.yaml`. Every legal value names its clause and its unit. */
export const convocatoriaFileSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/),
  title: localized,
  institute: z
    .strictObject({
      name: z.string().min(1),
      acronym: z.string().min(1),
      site: z.url().optional(),
      email: z.email().optional(),
      clause: clauseRef.optional(),
    })
    .readonly(),
  electionDay: day,
  zone,
  /** Nothing is published before this instant. */
  opening: cited({ at: instant }),
  /** Instant of the last cut; `null` where the call fixes none. */
  closing: cited({ at: instant }).nullable(),
  /** The last results stay published at least until here; `null` where the call is silent. */
  holdUntil: cited({ at: instant }).nullable(),
  /** How often the institute has a new cut; `null` where the call is silent. */
  cadence: cited({ minutes: z.int().positive() }).nullable(),
  /** A fault that lasts this long interrupts the difusor's publication; `null` where the call is silent. */
  takeDown: cited({ minutes: z.int().positive(), periods: z.int().positive() }).nullable(),
  delivery: z
    .array(cited({ method: deliveryMethod }))
    .min(1)
    .readonly(),
  package: z
    .strictObject({
      contents: cited({ text: localized }),
      incremental: cited({ value: z.boolean() }).optional(),
      verifyIntegrity: cited({ value: z.boolean() }).optional(),
      keepAll: cited({ value: z.boolean() }).optional(),
      showCutTime: cited({ value: z.boolean() }).optional(),
    })
    .readonly(),
  /** Response headers that the call demands. */
  headers: z.array(pathHeader).readonly(),
  server: serverMinimums.optional(),
  ports: z.array(port).readonly(),
  /** Days of which the difusor owes visit statistics or access logs. */
  statistics: cited({ from: day, to: day }).nullable(),
  /** Last days; `from` where the call gives a period. */
  deadlines: z
    .array(cited({ id: z.string().min(1), from: day.optional(), date: day, what: localized }))
    .readonly(),
  /** How many people the difusor has to name for the technical side; absent where the call is silent. */
  contacts: cited({ count: z.int().positive() }).optional(),
  rehearsals: z.array(cited({ date: day })).readonly(),
  /** Clause that obliges to rehearse, where the call gives no dates. */
  rehearsalsClause: clauseRef.optional(),
  readings: z.array(reading).readonly(),
});

/** How a clause can be proven. */
export const CLAUSE_KINDS = ['template', 'live', 'worker', 'document', 'human'] as const;

/** One duty of a call: an item of `clauses.yaml`. */
export const clauseSchema = z
  .strictObject({
    /** Unique in the call; numbers the duties of one clause, e.g. `II.f.2`. */
    id: clauseRef,
    /** The clause as the call numbers it, e.g. `II.f`. */
    clause: clauseRef,
    /** Who bears the duty. */
    bearer: z.enum(['difusor', 'institute']),
    duty: localized,
    /** The call does not demand it: `optional` as it says, `preferred` where it would rather have it. Absent: it does. */
    obligation: z.enum(['optional', 'preferred']).optional(),
    kind: z.enum(CLAUSE_KINDS),
    /** Id of the rule that proves it; absent where no code can. */
    rule: z.string().min(1).optional(),
    params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
    /** What to do where it is breached, or who brings which evidence. */
    remedy: localized,
    /** Id of one of the call's `deadlines`. */
    deadline: z.string().min(1).optional(),
    /** Methods of delivery to which the duty is limited. */
    appliesTo: z.array(deliveryMethod).min(1).readonly().optional(),
  })
  .readonly();

export const clausesFileSchema = z.array(clauseSchema).min(1);

export type DeliveryMethod = (typeof DELIVERY_METHODS)[number];
export type ClauseKind = (typeof CLAUSE_KINDS)[number];
export type Clause = z.infer<typeof clauseSchema>;
export type PathHeader = z.infer<typeof pathHeader>;

/** The facts of a call, without its duties. */
export type ConvocatoriaFacts = Readonly<z.infer<typeof convocatoriaFileSchema>>;

/** A call: its facts and every one of its duties, sorted by clause id. */
export type Convocatoria = ConvocatoriaFacts & {
  readonly clauses: readonly Clause[];
};

/** Offset of a zone at an instant, in minutes east of UTC. */
export function offsetMinutes(at: string, zoneName: string): number {
  return DateTime.fromISO(at, { zone: zoneName }).offset;
}
