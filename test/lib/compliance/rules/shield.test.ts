import { shield } from '../../../../lib/compliance/rules/shield.js';
import { evaluate, texts } from '../evaluate.js';
import { HOLE } from '../facts-builder.js';

const ADVANCED = [{ resource: 'edge/Cdn', tier: 'advanced' }];
const CDN = { resource: 'edge/P1', protects: 'edge/Cdn' };
const EIP = { resource: 'edge/P2', protects: 'site/Eip' };

describe('shield', () => {
  test('is met by Standard, stated', () => {
    expect(texts(evaluate(shield))).toEqual(['shield.standard']);
  });

  test('is met by Advanced with a protection for the distribution and each fixed IP', () => {
    const finding = evaluate(shield, { shield: { stated: ADVANCED, protections: [CDN, EIP] } });
    expect(finding).toMatchObject({ outcome: 'met', evidence: [{ params: { count: 2 } }] });
  });

  test.each([
    ['site/Eip', [CDN]],
    ['edge/Cdn', [EIP]],
  ])('is breached by Advanced that leaves %s without protection', (resource, protections) => {
    expect(evaluate(shield, { shield: { stated: ADVANCED, protections } })).toEqual({
      outcome: 'breached',
      evidence: [{ text: 'rule.shield.unprotected', resource }],
    });
  });

  test.each([
    [[]],
    [[{ resource: 'edge/Other', tier: 'standard' }]],
    [[{ resource: 'edge/Cdn', tier: 'none' }]],
  ])('is breached where the distribution states no tier: %j', (stated) => {
    const finding = evaluate(shield, { shield: { stated, protections: [] } });
    expect([finding.outcome, ...texts(finding)]).toEqual(['breached', 'shield.not-stated']);
  });

  test('is breached without a distribution', () => {
    expect(texts(evaluate(shield, { distributions: [] }))).toEqual(['no-distribution']);
  });

  test.each([
    { stated: [{ resource: 'edge/Cdn', tier: HOLE }], protections: [] },
    { stated: ADVANCED, protections: [CDN, { resource: 'edge/P2', protects: HOLE }] },
  ])('is undetermined where it can not be read: %j', (shieldFact) => {
    expect(evaluate(shield, { shield: shieldFact }).outcome).toBe('undetermined');
  });
});
