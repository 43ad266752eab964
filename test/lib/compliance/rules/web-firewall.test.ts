import { webFirewall } from '../../../../lib/compliance/rules/web-firewall.js';
import { evaluate, texts } from '../evaluate.js';
import { distribution, firewall, HOLE } from '../facts-builder.js';

describe('web-firewall', () => {
  test('is met by a web ACL with the managed groups in force, a rate rule and a log', () => {
    expect(evaluate(webFirewall)).toMatchObject({ outcome: 'met', evidence: [{ resource: 'edge/Acl' }] });
  });

  test.each(firewall().managedGroups)('is breached without $name, and where it only counts', (group) => {
    const others = firewall().managedGroups.filter(({ name }) => name !== group.name);
    const without = evaluate(webFirewall, { firewalls: [firewall({ managedGroups: others })] });
    const counting = evaluate(webFirewall, {
      firewalls: [firewall({ managedGroups: [...others, { ...group, mode: 'count' }] })],
    });
    expect([without.outcome, ...texts(without)]).toEqual(['breached', 'web-firewall.no-group']);
    expect([counting.outcome, ...texts(counting)]).toEqual(['breached', 'web-firewall.counts']);
  });

  test.each([
    ['scope', { scope: 'REGIONAL' }],
    ['no-rate', { rateRules: [] }],
    ['no-log', { logging: [] }],
  ])('is breached as %s by %j', (text, weakened) => {
    const finding = evaluate(webFirewall, { firewalls: [firewall(weakened)] });
    expect([finding.outcome, ...texts(finding)]).toEqual(['breached', `web-firewall.${text}`]);
  });

  test('is breached without a web ACL, without the one that is named, and without a distribution', () => {
    expect(texts(evaluate(webFirewall, { distributions: [distribution({ firewall: undefined })] }))).toEqual([
      'web-firewall.none',
    ]);
    expect(texts(evaluate(webFirewall, { firewalls: [] }))).toEqual(['web-firewall.missing']);
    expect(texts(evaluate(webFirewall, { distributions: [] }))).toEqual(['no-site']);
  });

  test.each([
    [
      'weakened',
      { managedGroups: firewall().managedGroups.map((group) => ({ ...group, mode: 'weakened' as const })) },
    ],
    ['lets-past', { allowRules: [{ name: 'Friends', priority: 0 }] }],
    ['no-rate', { rateRules: [{ limit: 100, action: 'allow' as const }] }],
    ['no-rate', { rateRules: [{ limit: 2_000_001, action: 'block' as const }] }],
  ])('is breached as %s by %j', (text, weakened) => {
    const finding = evaluate(webFirewall, { firewalls: [firewall(weakened)] });
    expect([finding.outcome, ...new Set(texts(finding))]).toEqual(['breached', `web-firewall.${text}`]);
  });

  test('is met where an allow rule comes after the groups', () => {
    const weakened = { allowRules: [{ name: 'Friends', priority: 99 }] };
    expect(evaluate(webFirewall, { firewalls: [firewall(weakened)] }).outcome).toBe('met');
  });

  test('does not look at the default action or at access logs', () => {
    const weakened = {
      firewalls: [firewall({ defaultAction: 'block' })],
      distributions: [distribution({ accessLogs: [] })],
    };
    expect(evaluate(webFirewall, weakened).outcome).toBe('met');
  });

  test.each([HOLE, 'arn:aws:wafv2:us-east-1:111111111111:global/webacl/a/b'])(
    'is undetermined where the web ACL is %j',
    (acl) => {
      expect(evaluate(webFirewall, { distributions: [distribution({ firewall: acl })] }).outcome).toBe(
        'undetermined',
      );
    },
  );

  test.each([
    { scope: HOLE },
    { managedGroups: firewall().managedGroups.map((group) => ({ ...group, name: HOLE })) },
    { managedGroups: firewall().managedGroups.map((group) => ({ ...group, mode: HOLE })) },
  ])('is undetermined where the web ACL can not be read: %j', (hole) => {
    expect(evaluate(webFirewall, { firewalls: [firewall(hole)] }).outcome).toBe('undetermined');
  });
});
