import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';
import { liveFactsSchema, mergeLive, VANTAGES, type LiveFacts } from '../compliance/index.js';
import type { Plan } from '../config/index.js';
import { DifusorError } from '../errors.js';
import { failureOf } from '../failure.js';
import type { Messages } from '../messages/index.js';

/** Version of the document that `difusor audit --json` prints; a field may join it, none changes its meaning. */
export const AUDIT_SCHEMA = 'difusor/audit/1';

const auditDocumentSchema = z.object({
  schema: z.literal(AUDIT_SCHEMA),
  convocatoria: z.string(),
  domain: z.string(),
  /** Instant, in UTC, at which the last look ended. */
  measuredAt: z.iso.datetime(),
  /** From where this look was taken; absent: ports were not tried. */
  vantage: z.enum(VANTAGES).optional(),
  live: liveFactsSchema,
});

/** What an audit saw; the verdicts that it printed beside that are judged anew by whoever reads it. */
export type AuditDocument = z.infer<typeof auditDocumentSchema>;

const MOST_BYTES = 16 * 1024 * 1024;

/**
 * The facts of documents of `difusor audit`, joined; nothing where there are none.
 * @throws USAGE where one can't be read, or is of another site or call than the plan
 */
export function readLiveFacts(
  paths: readonly string[],
  plan: Pick<Plan, 'site' | 'convocatoria'>,
  cwd: string,
  messages: Messages,
): LiveFacts | undefined {
  const documents = paths.map((path) => {
    const document = readAuditDocument(path, resolve(cwd, path), messages);
    const { convocatoria, domain } = document;
    if (convocatoria === plan.convocatoria.id && domain === plan.site.domain) return document.live;
    const reason = messages.text('cli.audit.other-document', { path, domain, convocatoria });
    throw new DifusorError('USAGE', { reason });
  });
  return documents.length === 0 ? undefined : documents.reduce(mergeLive);
}

function readAuditDocument(given: string, path: string, messages: Messages): AuditDocument {
  const refused = (reason: string, cause?: unknown): DifusorError =>
    new DifusorError(
      'USAGE',
      { reason: messages.text('cli.audit.no-document', { path: given, reason }) },
      { cause },
    );
  let content: unknown;
  try {
    if (statSync(path).size > MOST_BYTES) throw refused(`> ${MOST_BYTES / 1024 / 1024} MiB`);
    content = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw error instanceof DifusorError ? error : refused(failureOf(error).reason, error);
  }
  const parsed = auditDocumentSchema.safeParse(content);
  if (parsed.success) return parsed.data;
  throw refused(parsed.error.issues[0]?.path.join('.') ?? 'JSON', parsed.error);
}
