import { collectCloudFormation, edgeFunctionDigest, judge } from '../../../lib/compliance/index.js';
import { edgeFunctionSource } from '../../../constructs/aws/assets.js';
import { synthesize } from '../../../constructs/stacks/index.js';
import { examplePlan } from '../../support/example-plan.js';

const NOW = new Date('2027-05-01T00:00:00Z');
const ARN = 'arn:aws:acm:us-east-1:111122223333:certificate/12345678-1234-1234-1234-123456789012';

const S3 = { kind: 's3', bucket: 'prep-example', region: 'us-east-1', key: 'difusores/' };
const SFTP = {
  kind: 'sftp',
  host: 'prep.example.net',
  path: '/difusores/',
  username: 'difusor',
  hostKeys: [`SHA256:${'a'.repeat(43)}`],
};

describe('the example with other options', () => {
  test.each<[string, Record<string, unknown>]>([
    ['as it is', {}],
    ['another region', { region: 'mx-central-1', account: '111122223333' }],
    ['objects kept for the life of a cut', { edgeCache: 'per-cut' }],
    ['Shield Advanced', { shield: { tier: 'advanced', acceptsMonthlyPriceUsd: 3000 } }],
    ['an address in each zone', { network: { natPerZone: true } }],
    ['a locked archive', { archive: { objectLockDays: 30 } }],
    ['every group of the firewall', { 'waf.anonymousIp': true, 'waf.antiDdos': true }],
    ['a rate rule that blocks', { waf: { rateLimit: { requestsPer5Minutes: 30_000, action: 'block' } } }],
    ['packages by sftp', { source: SFTP }],
    ['packages of another account’s bucket', { source: { ...S3, auth: 'keys' } }],
    ['packages that the worker’s own role may read', { source: { ...S3, auth: 'role' } }],
    ['one package that the worker’s own role may read', { source: { ...S3, key: 'prep.zip', auth: 'role' } }],
    ['a certificate of the difusor’s own to get in', { 'source.auth': 'certificate' }],
    ['cuts that leave when it is over', { retention: { hours: 48 } }],
    ['a certificate of its own', { certificate: { arn: ARN }, account: '111122223333' }],
  ])('meets every clause that can be proven: %s', (_name, changes) => {
    const plan = examplePlan(changes);
    const verdicts = judge({
      convocatoria: plan.convocatoria,
      facts: collectCloudFormation(synthesize({ plan, now: NOW })),
      domain: plan.site.domain,
      waivers: [],
      scope: { delivery: 'pull' },
      today: '2027-05-01',
      trustedEdgeDigests: [edgeFunctionDigest(edgeFunctionSource())],
    });
    const open = verdicts.filter(({ status }) => status === 'breached' || status === 'undetermined');
    expect(open.map(({ clause, evidence }) => [clause.id, evidence])).toEqual([]);
  });
});
