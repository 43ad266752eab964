import { firewallRules, type FirewallRules } from '../../../../constructs/server/host/firewall-rules.js';

const NOBODY = { ipv4: [], ipv6: [] };
const RULES: FirewallRules = {
  trusted: { ipv4: ['203.0.113.0/28'], ipv6: ['2001:db8:5::/64'] },
  administrators: { ipv4: ['192.0.2.7'], ipv6: [] },
  sshPort: 22,
  bridge: 'difusor-0a1b2c',
  ingestPort: 873,
};

describe('firewallRules', () => {
  it('stands before Docker’s address translation, and drops what no rule lets in', () => {
    expect(firewallRules(RULES)).toContain('type filter hook prerouting priority -150; policy drop;');
  });

  it('names no set and no pattern of interfaces, which nft 1.0.2 of Ubuntu 22.04 can’t load', () => {
    expect(firewallRules(RULES)).toContain('iifname "difusor-0a1b2c" jump containers');
    expect(firewallRules(RULES)).not.toMatch(/iifname \{|\*"/);
  });

  it('replaces its own table in one transaction, and touches no other', () => {
    const rules = firewallRules(RULES);
    expect(rules).toMatch(/^table inet difusor\ndelete table inet difusor\ntable inet difusor \{$/m);
    expect(rules).not.toContain('flush');
    expect(rules.match(/^(?:add |delete )?table .*/gm)).toHaveLength(3);
  });

  it('opens SSH and the ingest to the trusted, and SSH alone to the administrator', () => {
    const rules = firewallRules(RULES);
    expect(rules).toContain('tcp dport { 22, 873 } ip saddr @trusted4 accept');
    expect(rules).toContain('tcp dport { 22, 873 } ip6 saddr @trusted6 accept');
    expect(rules).toContain('tcp dport 22 ip saddr @administrators4 accept');
    expect(rules).toContain(
      'set trusted4 { type ipv4_addr; flags interval; auto-merge; elements = { 203.0.113.0/28 } }',
    );
  });

  it.each([
    ['nobody pushes', { ...RULES, ingestPort: undefined }, 'tcp dport { 22 } ip saddr @trusted4 accept'],
    [
      'SSH has another port',
      { ...RULES, sshPort: 2022 },
      'tcp dport { 2022, 873 } ip saddr @trusted4 accept',
    ],
    ['both share one', { ...RULES, ingestPort: 22 }, 'tcp dport { 22 } ip saddr @trusted4 accept'],
    [
      'there is nobody in a set',
      { ...RULES, administrators: NOBODY },
      'set administrators4 { type ipv4_addr; flags interval; auto-merge; }',
    ],
  ])('is right where %s', (_case, rules, line) => {
    expect(firewallRules(rules).split('\n')).toContainEqual(expect.stringContaining(line));
  });

  it('names no network card', () => {
    expect(firewallRules(RULES)).not.toMatch(/\b(eth|ens|enp)\d/);
  });
});
