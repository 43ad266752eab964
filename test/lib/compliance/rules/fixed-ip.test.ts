import { fixedIp } from '../../../../lib/compliance/rules/fixed-ip.js';
import { evaluate, texts } from '../evaluate.js';
import { HOLE, worker } from '../facts-builder.js';

describe('fixed-ip', () => {
  test('is met where every way out is a retained Elastic IP', () => {
    const egress = [elasticIp('site/Eip1'), elasticIp('site/Eip2')];
    expect(evaluate(fixedIp, { workers: [worker({ egress })] })).toEqual({
      outcome: 'met',
      evidence: [
        { text: 'rule.fixed-ip.met', resource: 'site/Eip1' },
        { text: 'rule.fixed-ip.met', resource: 'site/Eip2' },
      ],
    });
  });

  test.each([
    ['open', { kind: 'open' as const, resource: 'site/Route', retainedOnDelete: false }],
    ['no-way-out', { kind: 'none' as const, resource: 'site/Subnet', retainedOnDelete: false }],
    ['not-retained', { kind: 'elastic-ip' as const, resource: 'site/Eip', retainedOnDelete: false }],
  ])('is breached by a way that is %s beside a good one', (text, exit) => {
    const finding = evaluate(fixedIp, { workers: [worker({ egress: [elasticIp('site/Eip1'), exit] })] });
    expect(finding).toEqual({
      outcome: 'breached',
      evidence: [{ text: `rule.fixed-ip.${text}`, resource: exit.resource }],
    });
  });

  test('is breached by a worker without a network, and without a worker', () => {
    expect(texts(evaluate(fixedIp, { workers: [worker({ egress: [] })] }))).toEqual(['fixed-ip.no-network']);
    expect(texts(evaluate(fixedIp, { workers: [] }))).toEqual(['no-worker']);
  });

  test('does not look at schedules', () => {
    expect(evaluate(fixedIp, { schedules: [] }).outcome).toBe('met');
  });

  test('is undetermined where the way can not be read', () => {
    expect(evaluate(fixedIp, { workers: [worker({ egress: HOLE })] }).outcome).toBe('undetermined');
  });
});

function elasticIp(resource: string) {
  return { kind: 'elastic-ip' as const, resource, retainedOnDelete: true };
}
