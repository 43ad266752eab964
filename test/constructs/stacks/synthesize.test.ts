import { examplePlan } from '../../support/example-plan.js';
import { synthesize, type SynthesizedStack } from '../../../constructs/stacks/index.js';

const NOW = new Date('2027-05-01T00:00:00Z');

interface Template {
  readonly Resources: Record<
    string,
    { readonly Type: string; readonly Properties?: Record<string, unknown> }
  >;
  readonly Outputs?: Record<
    string,
    { readonly Value: unknown; readonly Description?: string; readonly Export?: unknown }
  >;
}
const templateOf = (stack: SynthesizedStack | undefined): Template => stack?.template as Template;
const typesOf = (stack: SynthesizedStack | undefined): Set<string> =>
  new Set(Object.values(templateOf(stack).Resources).map(({ Type }) => Type));

describe('synthesize in us-east-1', () => {
  const stacks = synthesize({ plan: examplePlan(), now: NOW });

  it('is one stack with everything', () => {
    expect(stacks.map(({ name, region }) => [name, region])).toEqual([['difusor-bcs-2024', 'us-east-1']]);
  });

  it('tells a person what comes next, in Spanish and under stable names', () => {
    const outputs = templateOf(stacks[0]).Outputs ?? {};
    expect(Object.keys(outputs).sort()).toEqual([
      'ArchiveBucket',
      'DashboardUrl',
      'DistributionDomain',
      'DnsRecords',
      'FixedIp',
      'PointerStore',
      'ShieldTier',
      'SiteBucket',
      'SourceSecret',
      'WorkerLogs',
    ]);
    expect(outputs.FixedIp?.Description).toContain('IP fija');
  });

  it('makes nothing by custom resource: no code of others runs in a deploy', () => {
    const custom = [...typesOf(stacks[0])].filter(
      (type) => type.startsWith('Custom::') || type.includes('CustomResource'),
    );
    expect(custom).toEqual([]);
  });

  it('makes no Shield resource for the Standard tier, which costs nothing and needs none', () => {
    expect([...typesOf(stacks[0])].filter((type) => type.startsWith('AWS::Shield'))).toEqual([]);
  });
});

describe('synthesize in another region', () => {
  const stacks = synthesize({
    plan: examplePlan({ region: 'mx-central-1', account: '111122223333' }),
    now: NOW,
  });
  const byName = (suffix: string): SynthesizedStack | undefined =>
    stacks.find(({ name }) => name === `difusor-bcs-2024${suffix}`);

  it('is three stacks, those of the edge in us-east-1', () => {
    expect(Object.fromEntries(stacks.map(({ name, region }) => [name, region]))).toEqual({
      'difusor-bcs-2024-edge': 'us-east-1',
      'difusor-bcs-2024': 'mx-central-1',
      'difusor-bcs-2024-edge-watch': 'us-east-1',
    });
  });

  it('puts what CloudFront ties to us-east-1 there, and nothing of it elsewhere', () => {
    const tied = ['AWS::WAFv2::WebACL', 'AWS::CertificateManager::Certificate', 'AWS::Logs::DeliverySource'];
    const edge = new Set([...typesOf(byName('-edge')), ...typesOf(byName('-edge-watch'))]);
    for (const type of tied) {
      expect(edge).toContain(type);
      expect(typesOf(byName(''))).not.toContain(type);
    }
  });

  it('ties the stacks by weak references: no export, no custom resource', () => {
    const all = stacks.map(({ template }) => JSON.stringify(template)).join('\n');
    expect(all).toContain('Fn::GetStackOutput');
    expect(all).not.toContain('Fn::ImportValue');
    expect(all).not.toMatch(/Custom::/);
    for (const stack of stacks) {
      for (const output of Object.values(templateOf(stack).Outputs ?? {}))
        expect(output).not.toHaveProperty('Export');
    }
  });
});

describe('synthesize with Shield Advanced', () => {
  it('protects the distribution and every address', () => {
    const plan = examplePlan({
      shield: { tier: 'advanced', acceptsMonthlyPriceUsd: 3000 },
      network: { natPerZone: true },
    });
    const [stack] = synthesize({ plan, now: NOW });
    const protections = Object.values(templateOf(stack).Resources).filter(
      ({ Type }) => Type === 'AWS::Shield::Protection',
    );
    expect(protections).toHaveLength(3);
  });
});
