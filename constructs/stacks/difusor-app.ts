import {
  Annotations,
  App,
  CrossStackReferences,
  ReferenceStrength,
  Tags,
  type AppProps,
  type Environment,
} from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { AwsFramePlan, AwsPlan } from '../../lib/config/index.js';
import { EDGE_REGION } from '../../lib/edge-region.js';
import { createMessages, type Messages } from '../../lib/messages/index.js';
import { DifusorSite } from '../aws/difusor-site.js';
import { FrameSite } from '../aws/frame-site.js';
import { DifusorStack } from './difusor-stack.js';
import { FEATURE_FLAGS } from './feature-flags.js';

export interface DifusorAppProps {
  readonly plan: AwsPlan | AwsFramePlan;
  /** Instant of the synthesis: windows that have begun or are over are scheduled, or warned of, accordingly. */
  readonly now: Date;
  /**
   * Words of alarms, outputs and warnings.
   * @default Spanish
   */
  readonly messages?: Messages;
  /**
   * What the CDK's own App takes, e.g. `outdir`.
   * @default the App's own
   */
  readonly app?: AppProps;
}

/**
 * The CDK app of one difusor.
 *
 * A copy that the worker keeps, or a page that frames the official site. In us-east-1 it is one stack. In another region it is three: `-edge` (certificate and firewall, before the
 * distribution), the site, and `-edge-watch` (access logs and alarms, after it), tied by weak references, so that no
 * export locks a stack on election night.
 */
export function createDifusorApp(props: DifusorAppProps): App {
  const { plan, messages = createMessages() } = props;
  const app = new App({
    analyticsReporting: false,
    treeMetadata: false,
    ...props.app,
    context: { ...FEATURE_FLAGS, ...props.app?.context },
  });
  CrossStackReferences.of(app).consume(ReferenceStrength.WEAK);

  const stack = (suffix: string, region: string): DifusorStack =>
    new DifusorStack(app, `${plan.name}${suffix}`, {
      env: environment(plan, region),
      description: `difusor ${plan.convocatoria.id}: ${plan.site.domain}`,
      terminationProtection: false,
    });
  const elsewhere = plan.site.region !== EDGE_REGION;
  const edgeScope = elsewhere ? stack('-edge', EDGE_REGION) : undefined;
  const siteStack = stack('', plan.site.region);
  const watchScope = elsewhere ? stack('-edge-watch', EDGE_REGION) : undefined;

  const scopes = { edgeScope, watchScope, messages };
  if (plan.target === 'aws-frame') {
    new FrameSite(siteStack, 'Site', { plan, ...scopes });
  } else {
    new DifusorSite(siteStack, 'Site', { plan, ...scopes, now: props.now });
    warnOfPastWindows(siteStack, { plan, now: props.now }, messages);
    warnOfRetention(siteStack, plan, messages);
  }
  for (const [key, value] of Object.entries(plan.tags)) Tags.of(app).add(key, value, TAGGING);
  return app;
}

/** Dashboards took tags only lately: a region or a linter that does not know would refuse the stack. */
const TAGGING = { excludeResourceTypes: ['AWS::CloudWatch::Dashboard'] };

function environment(plan: DifusorAppProps['plan'], region: string): Environment {
  return { account: plan.site.account, region };
}

/** EventBridge Scheduler refuses a schedule whose end is past; synthesis of an old call stays allowed. */
function warnOfPastWindows(
  scope: Construct,
  { plan, now }: { readonly plan: AwsPlan; readonly now: Date },
  messages: Messages,
): void {
  for (const { id, until } of plan.worker.windows) {
    if (Date.parse(until) > now.getTime()) continue;
    const text = messages.text('aws.warning.window-past', { window: id, until });
    Annotations.of(scope).addWarningV2(`difusor:window-past:${id}`, text);
  }
}

/** Without a day until which results stay in view, no age of a cut is safe to take it away. */
function warnOfRetention(scope: Construct, { convocatoria, worker }: AwsPlan, messages: Messages): void {
  if (worker.retentionHours === undefined || convocatoria.holdUntil !== null) return;
  const text = messages.text('aws.warning.retention', { convocatoria: convocatoria.id });
  Annotations.of(scope).addWarningV2('difusor:retention', text);
}
