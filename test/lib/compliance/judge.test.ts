import { z } from 'zod';
import { judge, type JudgeInput } from '../../../lib/compliance/judge.js';
import {
  breached,
  met,
  notApplicable,
  undetermined,
  type Finding,
  type Rule,
} from '../../../lib/compliance/rule.js';
import type { Clause } from '../../../lib/convocatorias/index.js';
import { call, clause } from './call-builder.js';
import { facts } from './facts-builder.js';

const GOOD = met({ text: 'rule.shield.standard', resource: 'edge/Cdn' });
const BAD = breached({ text: 'rule.no-worker' });
const WAIVER = { clause: 'I.a', reason: 'Acordado', owner: 'Dirección', expires: '2030-06-10' };

describe('judge', () => {
  test('gives one verdict for each clause, in order', () => {
    const clauses = ['I.a', 'I.b', 'II'].map((id) => clause({ id, rule: 'sample' }));
    const verdicts = judge(input(clauses[0]!, GOOD, { convocatoria: call({ clauses }) }));
    expect(verdicts.map((verdict) => verdict.clause.id)).toEqual(['I.a', 'I.b', 'II']);
  });

  test.each([GOOD, BAD, undetermined({ text: 'rule.no-worker' }), notApplicable({ text: 'rule.no-worker' })])(
    "takes over the rule's finding: $outcome",
    (finding) => {
      expect(verdict(clause({ rule: 'sample' }), finding)).toMatchObject({
        status: finding.outcome,
        evidence: finding.evidence,
      });
    },
  );

  test.each(['optional', 'preferred'] as const)(
    'never calls what is %s breached, and tells so',
    (obligation) => {
      const own = clause({ rule: 'sample', obligation });
      expect(verdict(own, BAD)).toMatchObject({
        status: 'not-applicable',
        evidence: [{ text: 'verdict.optional', params: { obligation } }, ...BAD.evidence],
      });
      expect(verdict(own, GOOD).status).toBe('met');
      expect(verdict(own, undetermined({ text: 'rule.no-worker' })).status).toBe('undetermined');
    },
  );

  test('gives the rule the call, the domain and the params of the clause', () => {
    const evaluate = jest.fn(() => GOOD);
    const rule: Rule = { ...sample(GOOD), params: z.strictObject({ days: z.number() }), evaluate };
    const own = input(clause({ rule: 'sample', params: { days: 3 } }), GOOD, { rules: [rule] });
    judge(own);
    expect(evaluate).toHaveBeenCalledWith(
      own.facts,
      { convocatoria: own.convocatoria, domain: 'prep.example.org' },
      { days: 3 },
    );
  });

  test.each(['live', 'document', 'human'] as const)(
    'calls a %s clause manual, whatever a rule would say',
    (kind) => {
      expect(verdict(clause({ kind, rule: 'sample' }), GOOD)).toMatchObject({
        status: 'manual',
        evidence: [{ text: `verdict.${kind}` }],
      });
    },
  );

  test("does not apply the institute's duties, nor those of another delivery", () => {
    expect(verdict(clause({ bearer: 'institute', rule: 'sample' }), BAD).status).toBe('not-applicable');
    expect(verdict(clause({ appliesTo: ['push', 'frame'], rule: 'sample' }), BAD).status).toBe(
      'not-applicable',
    );
    expect(verdict(clause({ appliesTo: ['push', 'pull'], rule: 'sample' }), BAD).status).toBe('breached');
  });

  test.each([
    ['names no rule', clause(), 'verdict.no-rule'],
    ['names a rule that is not there', clause({ rule: 'missing' }), 'verdict.unknown-rule'],
    [
      'gives params that the rule does not take',
      clause({ rule: 'sample', params: { x: 1 } }),
      'verdict.params',
    ],
  ])('is undetermined where a clause %s', (_name, own, text) => {
    expect(verdict(own, GOOD)).toMatchObject({ status: 'undetermined', evidence: [{ text }] });
  });

  test('is undetermined where the rule throws, and tells why', () => {
    const rule: Rule = {
      ...sample(GOOD),
      evaluate: () => {
        throw new TypeError('boom');
      },
    };
    expect(judge(input(clause({ rule: 'sample' }), GOOD, { rules: [rule] }))[0]).toMatchObject({
      status: 'undetermined',
      evidence: [{ text: 'verdict.threw', params: { rule: 'sample', reason: 'boom' } }],
    });
  });
});

describe('gaps', () => {
  const gap = { resource: 'site/Bucket', reason: 'Condition' };

  test.each(['buckets', 'all'] as const)('in %s leave what rests on it undetermined', (area) => {
    const own = input(clause({ rule: 'sample' }), GOOD, { facts: facts({ gaps: [{ ...gap, area }] }) });
    expect(judge(own)[0]).toMatchObject({
      status: 'undetermined',
      evidence: [{ text: 'rule.gap', params: { reason: 'Condition' }, resource: 'site/Bucket' }],
    });
  });

  test('keep what the rule saw beside them', () => {
    const own = input(clause({ rule: 'sample' }), BAD, { facts: facts({ gaps: [{ ...gap, area: 'all' }] }) });
    expect(judge(own)[0]).toMatchObject({
      status: 'undetermined',
      evidence: [{ text: 'rule.gap' }, { text: 'rule.no-worker' }],
    });
  });

  test('elsewhere do not matter', () => {
    const own = input(clause({ rule: 'sample' }), GOOD, {
      facts: facts({ gaps: [{ ...gap, area: 'alarms' }] }),
    });
    expect(judge(own)[0]?.status).toBe('met');
  });
});

describe('waivers', () => {
  test.each([
    ['breached', BAD],
    ['undetermined', undetermined({ text: 'rule.no-worker' })],
  ])('stand in for a clause that is %s, until their last day', (status, finding) => {
    const own = clause({ rule: 'sample' });
    expect(verdict(own, finding, { waivers: [WAIVER], today: '2030-06-10' })).toMatchObject({
      status: 'waived',
      waiver: WAIVER,
      evidence: [
        { text: 'verdict.waived', params: { owner: 'Dirección', expires: '2030-06-10' } },
        finding.evidence[0],
      ],
    });
    expect(verdict(own, finding, { waivers: [WAIVER], today: '2030-06-11' })).toMatchObject({
      status,
      evidence: [finding.evidence[0], { text: 'verdict.waiver-expired' }],
    });
  });

  test('stand in for a clause whose evidence is missing', () => {
    expect(verdict(clause({ kind: 'human' }), GOOD, { waivers: [WAIVER] }).status).toBe('waived');
  });

  test('do nothing where the clause is met or does not apply', () => {
    const own = { waivers: [WAIVER] };
    expect(verdict(clause({ rule: 'sample' }), GOOD, own)).not.toHaveProperty('waiver');
    expect(verdict(clause({ bearer: 'institute' }), GOOD, own).status).toBe('not-applicable');
  });

  test('cover their own clause only', () => {
    const own = {
      waivers: [
        { ...WAIVER, clause: 'I' },
        { ...WAIVER, clause: 'I.a.1' },
      ],
    };
    expect(verdict(clause({ rule: 'sample' }), BAD, own).status).toBe('breached');
  });
});

function sample(finding: Finding): Rule {
  return {
    id: 'sample',
    how: 'rule.shield.how',
    reads: ['buckets'],
    params: z.strictObject({}),
    evaluate: () => finding,
  };
}

function input(own: Clause, finding: Finding, overrides: Partial<JudgeInput> = {}): JudgeInput {
  return {
    convocatoria: call({ clauses: [own] }),
    facts: facts(),
    domain: 'prep.example.org',
    waivers: [],
    scope: { delivery: 'pull' },
    today: '2030-06-01',
    rules: [sample(finding)],
    ...overrides,
  };
}

function verdict(own: Clause, finding: Finding, overrides: Partial<JudgeInput> = {}) {
  return judge(input(own, finding, overrides))[0]!;
}
