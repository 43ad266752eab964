import { met } from '../../../lib/compliance/rule.js';
import {
  eachDistribution,
  eachWorker,
  pointerStores,
  s3Origins,
  siteDistributions,
} from '../../../lib/compliance/site.js';
import { behavior, distribution, facts, HOLE, worker } from './facts-builder.js';

const HERE = { domain: 'prep.example.org' };
const [GATE] = behavior().functions;

describe('siteDistributions', () => {
  test('gives the distributions of the domain', () => {
    const own = distribution();
    const other = distribution({ resource: 'edge/Other', aliases: ['other.example.org'] });
    expect(siteDistributions(facts({ distributions: [other, own] }), HERE)).toEqual([own]);
  });

  test('leaves out a staging distribution', () => {
    const staging = distribution({ resource: 'edge/Staging', staging: true });
    expect(siteDistributions(facts({ distributions: [staging] }), HERE)).toEqual([]);
  });

  test('gives every distribution where none claims the domain', () => {
    const distributions = [distribution({ aliases: [] }), distribution({ aliases: [HOLE] })];
    expect(siteDistributions(facts({ distributions }), HERE)).toEqual(distributions);
  });
});

test('eachDistribution and eachWorker are breached by the first that is', () => {
  const distributions = [distribution(), distribution({ resource: 'edge/Second' })];
  const judge = ({ resource }: { resource: string }) => met({ text: 'rule.shield.standard', resource });
  expect(eachDistribution(facts({ distributions }), HERE, judge).evidence).toHaveLength(2);
  expect(eachWorker(facts({ workers: [worker(), worker()] }), judge).evidence).toHaveLength(2);
  expect(eachWorker(facts({ workers: [] }), judge).outcome).toBe('breached');
});

test('s3Origins leaves out origins that no behavior uses, and those that are not S3', () => {
  const [own] = distribution().origins;
  const origins = [own!, { ...own!, id: 'unused' }, { ...own!, id: 'api', kind: 'other' as const }];
  const behaviors = [behavior({ originIds: ['site', 'api'] })];
  expect(s3Origins(distribution({ origins, behaviors }))).toEqual([own]);
});

describe('pointerStores', () => {
  test('gives the stores of functions on the request only', () => {
    const response = { ...GATE!, event: 'viewer-response', keyValueStores: ['edge/Other'] };
    expect(pointerStores(behavior({ functions: [response, GATE!] }))).toEqual(['edge/Store']);
    expect(pointerStores(behavior({ functions: [response] }))).toEqual([]);
  });

  test('prefers what it knows to what it could not read', () => {
    const hidden = { ...GATE!, keyValueStores: HOLE };
    expect(pointerStores(behavior({ functions: [hidden, GATE!] }))).toEqual(['edge/Store']);
    expect(pointerStores(behavior({ functions: [hidden] }))).toEqual(HOLE);
  });
});
