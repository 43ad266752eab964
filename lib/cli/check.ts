import { DateTime } from 'luxon';
import { collectCloudFormation, edgeFunctionDigest, judge, summarize } from '../compliance/index.js';
import { findConfig, loadPlan, type Plan } from '../config/index.js';
import type { DeliveryMethod } from '../convocatorias/index.js';
import type { Messages } from '../messages/index.js';
import { createCheckDocument, createMatrixRenderer, renderJson } from '../report/index.js';
import type { CliContext, SynthesizedTemplate } from './context.js';
import type { ExitCode } from './exit-codes.js';
import { readTemplates } from './read-templates.js';

export interface CheckOptions {
  readonly config?: string;
  /** Templates to judge instead of the plan's own. */
  readonly template?: readonly string[];
  readonly json?: boolean;
}

/**
 * `difusor check`: judges a stack against every clause of the call.
 * @throws CONFIG_NOT_FOUND, CONFIG_UNREADABLE, CONFIG_INVALID, CONVOCATORIA_INVALID, TEMPLATE_UNREADABLE
 */
export async function check(
  options: CheckOptions,
  context: CliContext,
  messages: Messages,
): Promise<ExitCode> {
  const { env, cwd, columns, color, out } = context;
  const now = context.now();
  const plan = loadPlan(findConfig({ flag: options.config, env, cwd }), { cwd });
  const templates =
    options.template === undefined
      ? await context.synthesize(plan, now)
      : readTemplates(options.template, cwd);
  const { document, exitCode } = judgePlan(
    plan,
    templates,
    now,
    messages,
    context.edgeFunctionSources().map(edgeFunctionDigest),
  );
  const render = options.json === true ? renderJson : createMatrixRenderer({ columns, color });
  out(render(document));
  return exitCode;
}

function judgePlan(
  plan: Plan,
  templates: readonly SynthesizedTemplate[],
  now: Date,
  messages: Messages,
  trustedEdgeDigests: readonly string[],
): { document: ReturnType<typeof createCheckDocument>; exitCode: ExitCode } {
  const { convocatoria, waivers, site, overriddenDates } = plan;
  const today = DateTime.fromJSDate(now, { zone: convocatoria.zone }).toFormat('yyyy-MM-dd');
  const subject = { convocatoria, domain: site.domain, today };
  const delivery = deliveryOf(plan);
  const verdicts = judge({
    ...subject,
    facts: collectCloudFormation(templates),
    waivers,
    trustedEdgeDigests,
    scope: { delivery },
  });
  const summary = summarize(verdicts);
  const document = createCheckDocument(
    { ...subject, delivery, overriddenDates, verdicts, summary },
    messages,
  );
  return { document, exitCode: summary.exitCode };
}

/** A stack that pulls is judged as one; a call that knows no pull is judged by its own method, which nothing here meets. */
function deliveryOf({ convocatoria }: Plan): DeliveryMethod {
  const methods = convocatoria.delivery.map(({ method }) => method);
  return methods.find((method) => method === 'pull') ?? methods[0] ?? 'pull';
}
