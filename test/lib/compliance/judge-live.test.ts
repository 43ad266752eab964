import { judge, judgeLive, type JudgeInput } from '../../../lib/compliance/index.js';
import { listConvocatorias, loadConvocatoria } from '../../../lib/convocatorias/index.js';
import { call, clause } from './call-builder.js';
import { facts } from './facts-builder.js';
import { liveFacts, port, seen } from './live-builder.js';

const server = { cores: { count: 8, clause: 'I' } };
const ports = [{ port: 22, protocol: 'tcp', direction: 'in', peers: 'trusted', clause: 'I' }] as const;
const LIVE = clause({ id: 'I.a', clause: 'I.a', kind: 'live', rule: 'live-processor' });
const PORTS = clause({ id: 'I.b', clause: 'I.b', rule: 'open-ports', params: { peers: 'trusted' } });
const OTHER = clause({ id: 'I.c', clause: 'I.c', rule: 'shield' });
const UNRULED = clause({ id: 'I.d', clause: 'I.d', kind: 'live' });

const input = {
  convocatoria: call({ clauses: [LIVE, PORTS, OTHER, UNRULED], server, ports }),
  domain: 'prep.example.org',
  waivers: [],
  scope: { delivery: 'push' },
  today: '2030-06-01',
} as const;
const EXPOSED = liveFacts({ ports: [port('untrusted', 22, 'open')] });

const statuses = (verdicts: ReturnType<typeof judge>): string[] =>
  verdicts.map((verdict) => `${verdict.clause.id} ${verdict.status}`);

describe('judgeLive', () => {
  it('judges what the running system shows, what templates promise too, and nothing else', () => {
    expect(statuses(judgeLive({ ...input, live: liveFacts() }))).toEqual(['I.a met', 'I.b met']);
    expect(statuses(judgeLive({ ...input, live: EXPOSED }))).toEqual(['I.a met', 'I.b breached']);
  });

  it('lets a waiver stand in, and leaves out what another delivery owes', () => {
    const waivers = [{ clause: 'I.b', reason: 'x', owner: 'y', expires: '2030-12-31' }];
    expect(statuses(judgeLive({ ...input, waivers, live: EXPOSED }))).toEqual(['I.a met', 'I.b waived']);
    const clauses = [{ ...LIVE, appliesTo: ['frame'] as const }];
    const framed = { ...input, convocatoria: call({ clauses, server }) };
    expect(statuses(judgeLive({ ...framed, live: EXPOSED }))).toEqual(['I.a not-applicable']);
  });

  it('has something to say of each call that is met by a server', () => {
    for (const id of listConvocatorias().filter((name) => name !== 'bcs-2024')) {
      const verdicts = judgeLive({ ...input, convocatoria: loadConvocatoria(id), live: liveFacts() });
      expect(verdicts.filter(({ clause: { kind } }) => kind === 'live').length).toBeGreaterThan(1);
    }
  });
});

describe('judge, once somebody has looked', () => {
  const host = { perimeter: undefined } as never;
  const judged = (overrides: Partial<JudgeInput['facts']>, clauses = [PORTS]) =>
    judge({ ...input, convocatoria: call({ clauses, server, ports }), facts: facts(overrides) });

  it('judges a clause that only the running system shows, and leaves it to a person before', () => {
    expect(statuses(judged({ live: liveFacts() }, [LIVE, UNRULED]))).toEqual(['I.a met', 'I.d manual']);
    expect(statuses(judged({ live: liveFacts({ cores: seen(2) }) }, [LIVE]))).toEqual(['I.a breached']);
    expect(statuses(judged({}, [LIVE]))).toEqual(['I.a manual']);
  });

  it('judges it though a template could not be read', () => {
    const gaps = [{ area: 'all', resource: 'x', reason: 'y' }] as const;
    expect(statuses(judged({ live: liveFacts(), gaps }, [LIVE]))).toEqual(['I.a met']);
  });

  it('breaches a promise that the running system does not keep, and tells both', () => {
    const promised = { hosts: [HOST] };
    expect(statuses(judged(promised))).toEqual(['I.b met']);
    const [verdict] = judged({ ...promised, live: EXPOSED });
    expect(verdict).toMatchObject({ status: 'breached' });
    expect(verdict?.evidence.map(({ text }) => text)).toEqual([
      'rule.live-ports.seen',
      'rule.open-ports.trusted',
    ]);
  });

  it('never lets a look make up for what a template lacks', () => {
    expect(statuses(judged({ hosts: [host], live: liveFacts() }))).toEqual(['I.b breached']);
  });

  it('leaves a kept promise met where a look shows only half, and tells that', () => {
    const half = liveFacts({ ports: [] });
    const [verdict] = judged({ hosts: [HOST], live: half });
    expect(verdict?.status).toBe('met');
    expect(verdict?.evidence.map(({ text }) => text)).toContain('rule.live-ports.unseen');
  });
});

const HOST = {
  resource: 'uno',
  perimeter: {
    resource: 'uno/firewall',
    defaultDrop: true,
    beforeContainers: true,
    persists: true,
    opens: [{ port: 22, protocol: 'tcp', peers: ['203.0.113.0/28'] }],
    newConnectionsPerSecond: 20,
    ntpOut: true,
  },
} as unknown as JudgeInput['facts']['hosts'][number];
