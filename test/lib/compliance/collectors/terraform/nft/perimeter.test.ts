import {
  followChain,
  innerChain,
  outermostChain,
} from '../../../../../../lib/compliance/collectors/terraform/nft/perimeter.js';
import { readRuleset } from '../../../../../../lib/compliance/collectors/terraform/nft/ruleset.js';

const SETS = 'set trusted { type ipv4_addr; flags interval; elements = { 203.0.113.0/28, 198.51.100.7 } }\n';

describe('followChain', () => {
  test.each([
    ['tcp dport 22 accept', [[22, 'any']]],
    ['tcp dport ssh accept', [[22, 'any']]],
    [
      'tcp dport { 22, 873 } ip saddr @trusted accept',
      [
        [22, ['203.0.113.0/28', '198.51.100.7']],
        [873, ['203.0.113.0/28', '198.51.100.7']],
      ],
    ],
    ['tcp dport 22 ip saddr { 0.0.0.0/0 } accept', [[22, 'any']]],
    ['tcp dport 22 drop\n tcp dport 22 accept', []],
    ['drop\n tcp dport 22 accept', []],
    ['iif "lo" accept', []],
    ['iifname { "docker0", "difusor-0123ab" } accept', []],
    ['udp sport 67 tcp dport 68 accept', [[68, 'any']]],
    ['ip daddr 169.254.0.0/16 meta l4proto { tcp, udp } th dport 53 accept\n ip daddr fe80::/10 accept', []],
    ['fib daddr type != local counter drop', []],
    ['ct state { established, related } accept', []],
    ['icmp type echo-request accept', []],
    ['jump more', [[443, 'any']]],
    ['tcp dport 22 ip saddr @absent accept', [[22, { unresolved: '@absent' }]]],
  ])('opens by %s', (rules, opens) => {
    expect(
      passageOf(rules)
        .opens.filter(({ protocol }) => protocol === 'tcp')
        .map(({ port, peers }) => [port, peers]),
    ).toEqual(opens);
  });

  test.each([
    ['tcp dport != 22 accept'],
    ['ip saddr != @trusted tcp dport 22 drop'],
    ['iifname "eth0" accept'],
    ['iifname "br-*" accept'],
    ['meta iifkind bridge accept'],
    ['meta l4proto != icmp accept'],
    ['ip protocol != icmp accept'],
    ['meta nfproto ipv4 accept'],
    ['ip daddr 169.254.0.0/1 accept'],
    ['fib daddr type local accept'],
    ['fib daddr type local jump more'],
    ['fib daddr type local drop'],
    ['fib daddr type != local accept'],
    ['fib saddr type != local drop'],
    ['meta nfproto ipv6 drop'],
    ['tcp sport 1 drop'],
    ['meta l4proto udp drop'],
    ['ip version 4 drop'],
    ['ip saddr 0.0.0.0/0 drop'],
    ['icmp type echo-request drop'],
    ['icmp type echo-request jump more'],
    ['ct state invalid jump more'],
    ['ct state new jump more'],
    ['limit rate 5/second jump more'],
    ['update @m { ip saddr limit rate over 5/second } jump more'],
    ['goto more'],
    ['ip saddr 198.51.100.7 ct state established accept'],
    ['ip saddr 198.51.100.7 update @m { ip saddr limit rate over 60/second } drop'],
    ['tcp sport 1 update @m { ip saddr limit rate over 60/second } drop'],
    ['update @m { ip saddr . th sport limit rate over 60/second } drop'],
    ['update @m { ip saddr & 0.0.0.0 limit rate over 60/second } drop'],
    ['tcp dport 1 tcp dport 22 drop'],
    ['tcp dport 22 jump more'],
    ['jump nowhere'],
    ['tcp dport 22 ct count over 10 drop'],
    ['tcp dport 1-1024 drop'],
    ['return'],
  ])('does not pretend to understand %s', (rules) => {
    expect(passageOf(rules).problems).not.toEqual([]);
  });

  test.each([
    [
      'tcp dport { 80, 443 } ct state new meter m { ip saddr limit rate over 60/second burst 9 packets } drop',
      60,
    ],
    ['tcp dport { 80, 443 } update @m { ip saddr limit rate over 120/minute } counter drop', 2],
    ['tcp dport { 22 } update @m { ip saddr limit rate over 120/minute } drop', undefined],
    ['limit rate over 60/second drop', undefined],
  ])('limits new connections by %s', (rules, rate) => {
    expect(passageOf(rules).newConnectionsPerSecond).toBe(rate);
  });

  test.each([
    'meta nfproto ipv6 drop',
    'tcp sport 1 drop',
    'meta l4proto udp drop',
    'ip version 4 drop',
    'fib daddr type != local drop',
    'ct state invalid jump shut',
    'limit rate 5/second jump shut',
    'goto shut',
  ])('drops nothing of all the rest by %s', (rules) => {
    expect(passageOf(rules).defaultDrop).toBe(false);
  });

  test('takes no device for all', () => {
    const { tables } = readRuleset(
      'table inet t { chain c { type filter hook ingress device "dummy0" priority 0; policy drop; } }',
    );
    expect(followChain(outermostChain(tables[0]!)!, tables[0]!).problems).toEqual(['hook ingress']);
  });

  test('drops by default by a policy or by a last rule', () => {
    expect(passageOf('accept').defaultDrop).toBe(false);
    expect(passageOf('counter drop').defaultDrop).toBe(true);
    expect(passageOf('tcp dport 22 accept', 'drop').defaultDrop).toBe(true);
  });
});

describe('the chain', () => {
  test.each([
    ['prerouting', '-150', true],
    ['prerouting', 'mangle', true],
    ['prerouting', 'dstnat - 10', true],
    ['ingress', '0', true],
    ['prerouting', 'dstnat', false],
    ['input', 'filter', false],
  ])('at %s with priority %s stands before the translation: %s', (hook, priority, outer) => {
    const [table] = readRuleset(
      `table inet t { chain c { type filter hook ${hook} priority ${priority}; } }`,
    ).tables;
    expect(outermostChain(table!) !== undefined).toBe(outer);
    expect(innerChain(table!) !== undefined).toBe(hook !== 'ingress');
  });
});

describe('readRuleset', () => {
  test.each(['table inet t { chain c {', 'include "x"', 'table inet t { chain c { frobnicate; } }'])(
    'tells what it can not read: %s',
    (text) => {
      expect(readRuleset(text).problems).not.toEqual([]);
    },
  );

  test.each([
    'table inet t { chain c { accept; } }\ntable inet t { chain d { accept; } }',
    'table t { chain c { accept; } }\ntable ip t { chain d { accept; } }',
    'table inet t { chain c { accept; }\n chain c { drop; } }',
    'table inet t { set s { type ipv4_addr; }\n set s { type ipv4_addr; } }',
  ])('follows nothing that is added to what stands before: %s', (text) => {
    expect(readRuleset(text).problems).not.toEqual([]);
  });

  test('tells what it takes away', () => {
    expect(readRuleset('flush ruleset\ntable inet t\ndelete table inet t\n').clears).toEqual([
      'ruleset',
      'inet t',
    ]);
  });

  test('takes what only clears the way', () => {
    expect(
      readRuleset('#!/usr/sbin/nft -f\nflush ruleset\ntable inet t\ndelete table inet t\ndefine A = { 22 }\n')
        .problems,
    ).toEqual([]);
  });
});

function passageOf(rules: string, policy = 'accept') {
  const text = `table inet t { ${SETS}
    chain more { tcp dport 443 accept }
    chain shut { drop; }
    chain c { type filter hook prerouting priority -150; policy ${policy};
      ${rules}
    } }`;
  const { tables, problems } = readRuleset(text);
  const passage = followChain(outermostChain(tables[0]!)!, tables[0]!);
  return { ...passage, problems: [...passage.problems, ...problems] };
}
