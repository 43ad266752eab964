import { z } from 'zod';
import {
  VERDICT_STATUSES,
  type Evidence,
  type Summary,
  type Verdict,
  type VerdictStatus,
} from '../compliance/index.js';
import {
  CLAUSE_KINDS,
  DELIVERY_METHODS,
  type Convocatoria,
  type DeliveryMethod,
} from '../convocatorias/index.js';
import { LOCALES, type Messages } from '../messages/index.js';

/** Version of the document that `difusor check --json` prints; a field may join it, none changes its meaning. */
export const CHECK_SCHEMA = 'difusor/check/1';

const count = z.int().nonnegative();
const counts = z.strictObject(recordOf(VERDICT_STATUSES, count));

const evidenceSchema = z.strictObject({
  /** Id of the text, stable in every language. */
  id: z.string(),
  text: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
  /** Stack and logical id of the resource that shows it. */
  resource: z.string().optional(),
});

const clauseSchema = z.strictObject({
  id: z.string(),
  /** The clause as the call numbers it. */
  clause: z.string(),
  bearer: z.enum(['difusor', 'institute']),
  kind: z.enum(CLAUSE_KINDS),
  duty: z.string(),
  rule: z.string().optional(),
  verdict: z.enum(VERDICT_STATUSES),
  evidence: z.array(evidenceSchema),
  /** What to do; only where the clause is open. */
  remedy: z.string().optional(),
  deadline: z.strictObject({ id: z.string(), date: z.iso.date() }).optional(),
  waiver: z.strictObject({ reason: z.string(), owner: z.string(), expires: z.iso.date() }).optional(),
});

/** What `difusor check` found, in words of one language; the terminal's matrix and the JSON both render it. */
export const checkDocumentSchema = z.strictObject({
  schema: z.literal(CHECK_SCHEMA),
  locale: z.enum(LOCALES),
  convocatoria: z.strictObject({ id: z.string(), title: z.string() }),
  domain: z.string(),
  delivery: z.enum(DELIVERY_METHODS),
  /** Keys under `dates:` that stand in for the call's own; its deadlines stay as they are. */
  overriddenDates: z.array(z.string()),
  /** Calendar day of the judgement, in the call's zone. */
  today: z.iso.date(),
  summary: z.strictObject({
    counts,
    byKind: z.strictObject(recordOf(CLAUSE_KINDS, counts)),
    /** 0: nothing provable is open; 2: a clause is breached or undetermined. */
    exitCode: z.union([z.literal(0), z.literal(2)]),
  }),
  clauses: z.array(clauseSchema),
});

export type CheckDocument = z.infer<typeof checkDocumentSchema>;
export type CheckedClause = z.infer<typeof clauseSchema>;

/** One way to show a check; text and JSON are twins. */
export type CheckRenderer = (document: CheckDocument) => string;

export interface CheckInput {
  readonly convocatoria: Convocatoria;
  readonly domain: string;
  readonly delivery: DeliveryMethod;
  /** @default none */
  readonly overriddenDates?: readonly string[];
  readonly today: string;
  readonly verdicts: readonly Verdict[];
  readonly summary: Summary;
}

/** JSON Schema of the document, for whoever reads it by program. */
export function checkJsonSchema(): Record<string, unknown> {
  return { ...z.toJSONSchema(checkDocumentSchema) };
}

/** Puts a judgement into the words of one language. */
export function createCheckDocument(input: CheckInput, messages: Messages): CheckDocument {
  const { convocatoria, domain, delivery, overriddenDates = [], today, verdicts, summary } = input;
  return {
    schema: CHECK_SCHEMA,
    locale: messages.locale,
    convocatoria: { id: convocatoria.id, title: messages.pick(convocatoria.title) },
    domain,
    delivery,
    overriddenDates: [...overriddenDates],
    today,
    summary,
    clauses: verdicts.map((verdict) => checkedClause(verdict, convocatoria, messages)),
  };
}

function checkedClause(verdict: Verdict, { deadlines }: Convocatoria, messages: Messages): CheckedClause {
  const { clause, status, evidence, waiver } = verdict;
  const { id, bearer, kind, rule } = clause;
  const deadline = deadlines.find((candidate) => candidate.id === clause.deadline);
  return {
    id,
    clause: clause.clause,
    bearer,
    kind,
    duty: messages.pick(clause.duty),
    ...(rule === undefined ? {} : { rule }),
    verdict: status,
    evidence: evidence.map((item) => evidenceIn(item, messages)),
    ...(isOpen(status) ? { remedy: messages.pick(clause.remedy) } : {}),
    ...(deadline === undefined ? {} : { deadline: { id: deadline.id, date: deadline.date } }),
    ...(waiver === undefined
      ? {}
      : { waiver: { reason: waiver.reason, owner: waiver.owner, expires: waiver.expires } }),
  };
}

function evidenceIn(
  { text, params, resource }: Evidence,
  messages: Messages,
): CheckedClause['evidence'][number] {
  return {
    id: text,
    text: messages.text(text, params),
    ...(params === undefined ? {} : { params: { ...params } }),
    ...(resource === undefined ? {} : { resource }),
  };
}

function isOpen(status: VerdictStatus): boolean {
  return status === 'breached' || status === 'undetermined' || status === 'manual';
}

function recordOf<K extends string, T>(keys: readonly K[], value: T): Record<K, T> {
  return Object.fromEntries(keys.map((key) => [key, value])) as Record<K, T>;
}
