import { publicAccess } from '../../../../lib/compliance/rules/public-access.js';
import { evaluate, texts } from '../evaluate.js';
import { behavior, distribution, firewall, HOLE } from '../facts-builder.js';
import { webServer } from '../server-facts.js';

describe('public-access', () => {
  test('of a server in a container says that nothing must lead to it by IPv6', () => {
    const server = (container: string | undefined) =>
      texts(evaluate(publicAccess, { distributions: [], webServers: [webServer({ container })] }));
    expect(server('uno/web')).toEqual(['public-access.met-server', 'public-access.no-aaaa']);
    expect(server(undefined)).toEqual(['public-access.met-server']);
  });

  test('is met where anyone can read', () => {
    expect(evaluate(publicAccess).outcome).toBe('met');
  });

  test.each([
    ['signed', { behaviors: [behavior(), behavior({ signedUrls: true })] }],
    ['geo', { geoRestricted: true }],
  ])('is breached where access is %s', (text, weakened) => {
    const finding = evaluate(publicAccess, { distributions: [distribution(weakened)] });
    expect([finding.outcome, ...texts(finding)]).toEqual(['breached', `public-access.${text}`]);
  });

  test('is breached by a web ACL that blocks by default', () => {
    const finding = evaluate(publicAccess, { firewalls: [firewall({ defaultAction: 'block' })] });
    expect(finding).toEqual({
      outcome: 'breached',
      evidence: [{ text: 'rule.public-access.block', resource: 'edge/Acl' }],
    });
  });

  test('is met without a web ACL, which blocks nobody', () => {
    expect(evaluate(publicAccess, { distributions: [distribution({ firewall: undefined })] }).outcome).toBe(
      'met',
    );
    expect(evaluate(publicAccess, { firewalls: [] }).outcome).toBe('met');
  });

  test('is breached without a distribution', () => {
    expect(texts(evaluate(publicAccess, { distributions: [] }))).toEqual(['no-site']);
  });

  test.each([
    { behaviors: [behavior({ signedUrls: HOLE })] },
    { geoRestricted: HOLE },
    { firewall: HOLE },
    { firewall: 'arn:aws:wafv2:us-east-1:111111111111:global/webacl/a/b' },
  ])('is undetermined where it can not be read: %j', (hole) => {
    expect(evaluate(publicAccess, { distributions: [distribution(hole)] }).outcome).toBe('undetermined');
  });

  test('is undetermined where the default action can not be read', () => {
    expect(evaluate(publicAccess, { firewalls: [firewall({ defaultAction: HOLE })] }).outcome).toBe(
      'undetermined',
    );
  });

  test('is breached by a distribution that is off, and undetermined where that can not be read', () => {
    const off = evaluate(publicAccess, { distributions: [distribution({ enabled: false })] });
    expect([off.outcome, ...texts(off)]).toEqual(['breached', 'public-access.disabled']);
    expect(evaluate(publicAccess, { distributions: [distribution({ enabled: HOLE })] }).outcome).toBe(
      'undetermined',
    );
  });

  test.each([
    ['breached', { turnAwayRules: [{ name: 'r', whom: 'by-country' as const }] }],
    ['breached', { turnAwayRules: [{ name: 'r', whom: 'everyone' as const }] }],
    ['undetermined', { turnAwayRules: [{ name: 'r', whom: HOLE }] }],
    ['met', { turnAwayRules: [{ name: 'r', whom: 'some' as const }] }],
    ['breached', { rateRules: [{ limit: 19_999, action: 'block' as const }] }],
    ['breached', { rateRules: [{ limit: 100, action: 'challenge' as const }] }],
    ['met', { rateRules: [{ limit: 20_000, action: 'block' as const }] }],
    ['met', { rateRules: [{ limit: 100, action: 'count' as const }] }],
  ])('is %s by a web ACL with %j', (outcome, own) => {
    expect(evaluate(publicAccess, { firewalls: [firewall(own)] }).outcome).toBe(outcome);
  });
});
