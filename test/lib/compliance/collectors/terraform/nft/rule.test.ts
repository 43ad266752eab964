import { readRule, type NftRule } from '../../../../../../lib/compliance/collectors/terraform/nft/rule.js';
import { readStatements } from '../../../../../../lib/compliance/collectors/terraform/nft/tokens.js';

const SETS = new Map([['trusted', ['203.0.113.7']]]);
const rule = (text: string): NftRule => readRule(readStatements(text)?.[0]?.words ?? [], SETS);

describe('readRule', () => {
  test.each<readonly [string, Partial<NftRule>]>([
    [
      'tcp dport { 80, 443 } accept',
      { ports: { protocol: 'tcp', numbers: ['80', '443'] }, verdict: 'accept', narrowed: false },
    ],
    ['udp dport 123 drop', { ports: { protocol: 'udp', numbers: ['123'] }, verdict: 'drop' }],
    ['tcp dport != 22 accept', { narrowed: true }],
    ['ip saddr @trusted accept', { peers: ['203.0.113.7'] }],
    ['ip saddr @other accept', { peers: { unresolved: '@other' } }],
    ['ct state established,related accept', { states: ['established', 'related'] }],
    ['ct state != invalid accept', { states: undefined, narrowed: true }],
    ['iif lo accept', { internal: true }],
    ['iifname "br-0123456789ab" accept', { internal: false, narrowed: true }],
    ['iifname { "docker0", "difusor-0123ab" } accept', { internal: true }],
    ['meta iifkind bridge accept', { internal: false, narrowed: true }],
    ['meta l4proto icmp accept', { aside: true, partial: false }],
    ['meta l4proto != icmp accept', { aside: false, partial: true }],
    ['tcp sport 1 drop', { partial: true, ports: undefined }],
    ['ip version 4 drop', { partial: true, aside: false }],
    ['goto more', { verdict: { jump: 'more' }, narrowed: true }],
    [
      'ip daddr 169.254.0.0/16 meta l4proto { tcp, udp } th dport 53 accept',
      { aside: true, unknown: undefined, verdict: 'accept' },
    ],
    ['ip daddr 169.254.0.0/8 accept', { unknown: 'daddr' }],
    ['iifname "br-wan" accept', { internal: false, narrowed: true }],
    ['icmp type echo-request accept', { aside: true }],
    ['fib daddr type != local drop', { elsewhere: true, narrowed: false }],
    ['fib daddr type local accept', { aside: false, narrowed: true }],
    ['meta mark 1 accept', { narrowed: true }],
    ['tcp flags & (fin|syn) == (fin|syn) drop', { narrowed: true }],
    ['limit rate 5/second accept', { limited: true }],
    ['limit rate over 5/second drop', { narrowed: true, limited: false }],
    ['update @m { ip saddr limit rate over 120/minute } drop', { above: 2 }],
    ['jump more', { verdict: { jump: 'more' } }],
    ['reject with tcp reset', { verdict: 'drop' }],
    ['frobnicate', { unknown: 'frobnicate' }],
    ['ip daddr 198.51.100.7 accept', { unknown: 'daddr' }],
  ])('reads %j', (text, expected) => {
    expect(rule(text)).toMatchObject(expected);
  });
});
