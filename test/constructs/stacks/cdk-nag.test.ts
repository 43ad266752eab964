import { Validations, type App } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { createDifusorApp, type DifusorAppProps } from '../../../constructs/stacks/index.js';
import { awsFramePlan } from '../../support/aws-frame-plan.js';
import { examplePlan } from '../../support/example-plan.js';

const NOW = new Date('2027-05-01T00:00:00Z');
const ACKNOWLEDGED = 'aws:cdk:acknowledged-rules';

const VARIANTS: Record<string, DifusorAppProps['plan']> = {
  'the example': examplePlan(),
  'another region': examplePlan({ region: 'mx-central-1', account: '111122223333' }),
  'every option': examplePlan({
    edgeCache: 'per-cut',
    network: { natPerZone: true },
    archive: { objectLockDays: 30 },
    'waf.anonymousIp': true,
    'waf.antiDdos': true,
    shield: { tier: 'advanced', acceptsMonthlyPriceUsd: 3000 },
    retention: { hours: 48 },
    stable: ['/actas/'],
  }),
  'packages of a bucket': examplePlan({
    source: { kind: 's3', bucket: 'prep-example', region: 'us-east-1', key: 'difusores/', auth: 'role' },
  }),
  'a page with a frame': awsFramePlan(),
};

/** Rule and construct of every finding of the AwsSolutions pack. */
function findings(app: App): string[] {
  const report = new AwsSolutionsChecks(app).validateScope(app);
  return report.violations.flatMap(({ ruleName, violatingResources }) =>
    violatingResources.map(({ constructPath }) => `${ruleName} ${constructPath}`),
  );
}

interface Acknowledged {
  readonly path: string;
  readonly id: string;
  readonly reason: string;
}

/** Every acknowledgement of the pack's rules in the tree; the CDK's own constructs carry some for other validators. */
function acknowledgements(app: App): Acknowledged[] {
  return app.node.findAll().flatMap(({ node }) =>
    node.metadata
      .filter(({ type }) => type === ACKNOWLEDGED)
      .flatMap(({ data }) => Object.entries(data as Record<string, string>))
      .map(([id, reason]) => ({
        path: node.path,
        id: id.replace(/^annotation::/i, ''),
        reason: JSON.stringify(reason),
      }))
      .filter(({ id }) => id.startsWith('AwsSolutions-')),
  );
}

describe.each(Object.entries(VARIANTS))('cdk-nag AwsSolutions on %s', (_name, plan) => {
  const app = createDifusorApp({ plan, now: NOW });

  it('has no finding that is not acknowledged', () => {
    expect(findings(app)).toEqual([]);
  });

  it('has a reason for each acknowledgement', () => {
    for (const { reason } of acknowledgements(app)) expect(reason.length).toBeGreaterThan(40);
  });

  it('needs each acknowledgement still: without them the same rules speak up on the same constructs', () => {
    const acknowledged = acknowledgements(app);
    expect(acknowledged.length).toBeGreaterThan(2);
    const silence = jest.spyOn(Validations.prototype, 'acknowledge').mockImplementation(() => undefined);
    const bare = createDifusorApp({ plan, now: NOW });
    silence.mockRestore();
    const spoken = findings(bare);
    const idle = acknowledged.filter(
      ({ id, path }) => !spoken.some((finding) => finding.startsWith(`${id} ${path}`)),
    );
    expect(idle).toEqual([]);
  });
});
