import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CfnResource } from 'aws-cdk-lib';
import { createDifusorApp } from '../../../constructs/stacks/index.js';
import { examplePlan } from '../../support/example-plan.js';

const NOW = new Date('2027-05-01T00:00:00Z');

interface Report {
  readonly pluginReports: readonly {
    readonly violations: readonly { readonly ruleName: string; readonly severity: string }[];
  }[];
}

/** Synthesizes with CloudFormation's validator, as the CDK CLI does, and gives what it found. */
function validate(
  changes: Record<string, unknown>,
  tamper: (find: (type: string) => CfnResource) => void = () => undefined,
): string[] {
  const outdir = mkdtempSync(join(tmpdir(), 'difusor-'));
  const app = createDifusorApp({ plan: examplePlan(changes), now: NOW, app: { outdir } });
  tamper((type) => {
    const found = app.node.findAll().find((node) => (node as Partial<CfnResource>).cfnResourceType === type);
    if (found === undefined) throw new Error(type);
    return found as CfnResource;
  });
  app.synth();
  const path = join(outdir, 'validation-report.json');
  if (!existsSync(path)) throw new Error('the validator left no report');
  const report = JSON.parse(readFileSync(path, 'utf8')) as Report;
  return report.pluginReports.flatMap(({ violations }) => violations.map(({ ruleName }) => ruleName));
}

describe('CloudFormation’s own validator', () => {
  const setting = process.env.CDK_VALIDATION;
  beforeAll(() => {
    process.env.CDK_VALIDATION = 'true';
  });
  afterAll(() => {
    process.env.CDK_VALIDATION = setting;
  });

  test.each([
    ['the example', {}],
    ['another region', { region: 'mx-central-1', account: '111122223333' }],
    [
      'every option',
      {
        edgeCache: 'per-cut',
        network: { natPerZone: true },
        archive: { objectLockDays: 30 },
        'waf.anonymousIp': true,
        'waf.antiDdos': true,
        shield: { tier: 'advanced', acceptsMonthlyPriceUsd: 3000 },
      },
    ],
  ])('finds nothing in %s', (_name, changes) => {
    expect(validate(changes)).toEqual([]);
  });

  it('would stop the synthesis: an unknown property and a wrong type are errors', () => {
    const tamper = (find: (type: string) => CfnResource): void => {
      find('AWS::SQS::Queue').addPropertyOverride('NoSuchProperty', true);
      find('AWS::Lambda::Function').addPropertyOverride('Timeout', 'soon');
    };
    expect(() => validate({}, tamper)).toThrow(/NoSuchProperty[^]*Timeout/);
  });
});
