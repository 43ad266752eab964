import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { DateTime } from 'luxon';
import { audit as look, unreadable, type SshCredentials, type TransferWish } from '../audit/index.js';
import { judgeLive, mergeLive, summarize, type LiveFacts, type Vantage } from '../compliance/index.js';
import { findConfig, loadPlan, type Plan } from '../config/index.js';
import { DifusorError } from '../errors.js';
import { failureOf } from '../failure.js';
import type { Messages } from '../messages/index.js';
import { createCheckDocument, createMatrixRenderer, type CheckDocument } from '../report/index.js';
import { AUDIT_SCHEMA, readLiveFacts, type AuditDocument } from './audit-document.js';
import { auditTarget } from './audit-target.js';
import type { CliContext } from './context.js';
import type { ExitCode } from './exit-codes.js';

export interface AuditOptions {
  readonly config?: string;
  /** Name of one host; absent: all. */
  readonly host?: string;
  readonly vantage?: Vantage;
  /** Documents of earlier audits. */
  readonly merge?: readonly string[];
  /** MB (10⁶ bytes) of the file that is uploaded; 0: none is. */
  readonly uploadMb: number;
  /** File with the administrator's private key; absent: the agent of `SSH_AUTH_SOCK`. */
  readonly identity?: string;
  /** File with a private key that the institute's sftp lets in. */
  readonly ingestIdentity?: string;
  /** Uploads during a publication too. */
  readonly force?: boolean;
  readonly json?: boolean;
}

/**
 * `difusor audit`: measures the running site and the servers behind it, and judges the clauses of which they show
 * something.
 * @throws CONFIG_NOT_FOUND, CONFIG_UNREADABLE, CONFIG_INVALID, CONVOCATORIA_INVALID
 * @throws USAGE where there is no such host, or a key or an earlier document can't be read
 */
export async function audit(
  options: AuditOptions,
  context: CliContext,
  messages: Messages,
): Promise<ExitCode> {
  const { env, cwd, now, columns, color, out } = context;
  const plan = loadPlan(findConfig({ flag: options.config, env, cwd }), { cwd });
  const earlier = readLiveFacts(options.merge ?? [], plan, cwd, messages);
  const seen = await look({
    target: auditTarget(plan, options.host, messages),
    credentials: credentialsOf(options, context, messages),
    vantage: options.vantage,
    transfer: transferOf(options, plan, context, messages),
    ...(context.resolver === undefined ? {} : { resolver: context.resolver }),
    now,
    tick: () => performance.now(),
  });
  const live = earlier === undefined ? seen : mergeLive(earlier, seen);
  const check = judged(plan, live, now(), messages);
  if (options.json === true) {
    const document = documentOf(plan, live, options.vantage, now());
    out(`${JSON.stringify({ ...document, check }, null, 2)}\n`);
  } else {
    out(createMatrixRenderer({ columns, color })(check));
  }
  return check.summary.exitCode;
}

function judged(plan: Plan, live: LiveFacts, now: Date, messages: Messages): CheckDocument {
  const { convocatoria, waivers, site, overriddenDates, delivery } = plan;
  const today = DateTime.fromJSDate(now, { zone: convocatoria.zone }).toFormat('yyyy-MM-dd');
  const subject = { convocatoria, domain: site.domain, today };
  const verdicts = judgeLive({ ...subject, live, waivers, scope: { delivery } });
  const summary = summarize(verdicts);
  return createCheckDocument({ ...subject, delivery, overriddenDates, verdicts, summary }, messages);
}

function documentOf(
  { convocatoria, site }: Plan,
  live: LiveFacts,
  vantage: Vantage | undefined,
  now: Date,
): AuditDocument {
  return {
    schema: AUDIT_SCHEMA,
    convocatoria: convocatoria.id,
    domain: site.domain,
    measuredAt: now.toISOString(),
    ...(vantage === undefined ? {} : { vantage }),
    live,
  };
}

function credentialsOf(
  { identity }: AuditOptions,
  { cwd, env }: CliContext,
  messages: Messages,
): SshCredentials | undefined {
  if (identity !== undefined) return { privateKey: readKey(identity, cwd, messages) };
  const agent = env.SSH_AUTH_SOCK;
  return agent === undefined || agent === '' ? undefined : { agent };
}

/** A measurement takes the whole link: none is made while cuts come in, unless a person insists. */
function transferOf(
  { uploadMb, ingestIdentity, force }: AuditOptions,
  plan: Plan,
  { cwd, now }: CliContext,
  messages: Messages,
): TransferWish {
  if (uploadMb === 0) return unreadable('notAsked', '--upload-mb 0');
  const instant = now().getTime();
  const windows = 'worker' in plan ? plan.worker.windows : [];
  const busy = windows.find(({ from, until }) => instant >= Date.parse(from) && instant < Date.parse(until));
  if (busy !== undefined && force !== true) return unreadable('window', busy.id);
  if (ingestIdentity === undefined) return { megabytes: uploadMb };
  return { megabytes: uploadMb, ingestKey: readKey(ingestIdentity, cwd, messages) };
}

function readKey(path: string, cwd: string, messages: Messages): string {
  try {
    return readFileSync(resolve(cwd, path), 'utf8');
  } catch (error) {
    const reason = messages.text('cli.audit.no-identity', { path, reason: failureOf(error).reason });
    throw new DifusorError('USAGE', { reason }, { cause: error });
  }
}
