import { DateTime } from 'luxon';
import { edgeFunctionDigest, judge, summarize, type Facts, type JudgeInput } from '../compliance/index.js';
import { findConfig, loadPlan, type Plan } from '../config/index.js';
import type { Messages } from '../messages/index.js';
import { createCheckDocument, createMatrixRenderer, renderJson } from '../report/index.js';
import { readLiveFacts } from './audit-document.js';
import { collectStacks } from './collect-stacks.js';
import type { CliContext } from './context.js';
import { expectedSite } from './expected-site.js';
import type { ExitCode } from './exit-codes.js';
import { readTemplates } from './read-templates.js';

export interface CheckOptions {
  readonly config?: string;
  /** Templates to judge instead of the plan's own. */
  readonly template?: readonly string[];
  /** Documents of `difusor audit`, by which the running system is judged too. */
  readonly live?: readonly string[];
  readonly json?: boolean;
}

/**
 * `difusor check`: judges a stack against every clause of the call.
 * @throws CONFIG_NOT_FOUND, CONFIG_UNREADABLE, CONFIG_INVALID, CONVOCATORIA_INVALID, TEMPLATE_UNREADABLE
 * @throws USAGE when templates of AWS and of servers are given together, or a document is no audit of this site
 */
export async function check(
  options: CheckOptions,
  context: CliContext,
  messages: Messages,
): Promise<ExitCode> {
  const { env, cwd, columns, color, out } = context;
  const now = context.now();
  const plan = loadPlan(findConfig({ flag: options.config, env, cwd }), { cwd });
  const stacks =
    options.template === undefined
      ? await context.synthesize(plan, now)
      : readTemplates(options.template, cwd);
  const live = readLiveFacts(options.live ?? [], plan, cwd, messages);
  const { document, exitCode } = judgePlan(
    plan,
    { ...collectStacks(stacks, messages), ...(live === undefined ? {} : { live }) },
    now,
    messages,
    {
      trustedEdgeDigests: context.edgeFunctionSources().map(edgeFunctionDigest),
      expected: expectedSite(plan, cwd),
    },
  );
  const render = options.json === true ? renderJson : createMatrixRenderer({ columns, color });
  out(render(document));
  return exitCode;
}

function judgePlan(
  plan: Plan,
  facts: Facts,
  now: Date,
  messages: Messages,
  known: Pick<JudgeInput, 'trustedEdgeDigests' | 'expected'>,
): { document: ReturnType<typeof createCheckDocument>; exitCode: ExitCode } {
  const { convocatoria, waivers, site, overriddenDates, delivery } = plan;
  const today = DateTime.fromJSDate(now, { zone: convocatoria.zone }).toFormat('yyyy-MM-dd');
  const subject = { convocatoria, domain: site.domain, today };
  const verdicts = judge({
    ...subject,
    facts,
    waivers,
    ...known,
    scope: { delivery },
  });
  const summary = summarize(verdicts);
  const document = createCheckDocument(
    { ...subject, delivery, overriddenDates, verdicts, summary },
    messages,
  );
  return { document, exitCode: summary.exitCode };
}
