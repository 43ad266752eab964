import type { Fact } from '../../../facts.js';
import type { NftToken } from './tokens.js';

/** Addresses by the name of the set that holds them; unresolved for one that packets fill. */
export type NftSets = ReadonlyMap<string, Fact<readonly string[]>>;

/** One rule of a chain: what it asks of a packet, and what becomes of it. */
export interface NftRule {
  /** Protocol and ports, e.g. `tcp` 80 and 443; undefined: any. */
  readonly ports:
    { readonly protocol: 'tcp' | 'udp' | 'any'; readonly numbers: readonly string[] } | undefined;
  /** Where it comes from; undefined: anywhere. */
  readonly peers: Fact<readonly string[]> | undefined;
  /** States of its connection; undefined: any. */
  readonly states: readonly string[] | undefined;
  /** It comes from the host itself or from a container. */
  readonly internal: boolean;
  /** It is none that opens a connection, e.g. ICMP, or one for a link-local address. */
  readonly aside: boolean;
  /** It is for another host. */
  readonly elsewhere: boolean;
  /** Packets a second of one address beyond which the rule applies. */
  readonly above: number | undefined;
  /** It asks for more than was understood, or the opposite. */
  readonly narrowed: boolean;
  /** It is for some of the packets only, e.g. those of one protocol. */
  readonly partial: boolean;
  /** It applies to so many packets a second of all together, and then no more. */
  readonly limited: boolean;
  readonly verdict: 'accept' | 'drop' | 'return' | 'none' | { readonly jump: string };
  /** The first word that was not understood. */
  readonly unknown: string | undefined;
}

type Draft = { -readonly [K in keyof NftRule]: NftRule[K] };

const SECONDS: Readonly<Record<string, number>> = {
  second: 1,
  minute: 60,
  hour: 3600,
  day: 86_400,
  week: 604_800,
};
/** Any other bridge may be the one by which readers come. */
const INTERNAL = /^(?:lo|docker0|difusor-[0-9a-f]{6})$/;
const LINK_LOCAL =
  /^(?:169\.254\.\d{1,3}\.\d{1,3}(?:\/(?:1[6-9]|2\d|3[0-2]))?|fe80:[0-9a-f:]*(?:\/(?:[1-9]\d|1[01]\d|12[0-8]))?)$/i;
/** What a meter counts apart: each address, or each IPv6 network. */
const EACH_ADDRESS =
  /^(?:ip saddr|ip6 saddr(?: & (?:ffff:){1,7}:)?) (?:timeout \S+ )?limit rate over (\d+)\/(\w+)(?: burst \d+ packets)?$/;

/** Reads a rule word by word. */
export function readRule(words: readonly NftToken[], sets: NftSets): NftRule {
  return new RuleReader(words, sets).read();
}

class RuleReader {
  #position = 0;
  readonly #rule: Draft = {
    ports: undefined,
    peers: undefined,
    states: undefined,
    internal: false,
    aside: false,
    elsewhere: false,
    above: undefined,
    narrowed: false,
    partial: false,
    limited: false,
    verdict: 'none',
    unknown: undefined,
  };

  constructor(
    private readonly words: readonly NftToken[],
    private readonly sets: NftSets,
  ) {}

  read(): NftRule {
    while (this.#position < this.words.length && this.#rule.unknown === undefined) {
      const word = this.next();
      const step = typeof word === 'string' ? STEPS.get(word) : undefined;
      if (step === undefined) this.#rule.unknown = typeof word === 'string' ? word : '{}';
      else step(this, this.#rule);
    }
    return this.#rule;
  }

  next(): NftToken | undefined {
    const word = this.words[this.#position];
    this.#position += 1;
    return word;
  }

  /** Takes the next word where it is one of these. */
  take(...wanted: readonly string[]): string | undefined {
    const word = this.words[this.#position];
    if (typeof word !== 'string' || !wanted.includes(word)) return undefined;
    this.#position += 1;
    return word;
  }

  /** The values that a condition compares with, and whether it asks for the opposite. */
  values(): { readonly values: readonly string[]; readonly not: boolean; readonly set: string | undefined } {
    const not = this.take('!=', '==') === '!=';
    const word = this.next() ?? '';
    if (typeof word !== 'string') return { values: flat(word), not, set: undefined };
    if (word.startsWith('@')) return { values: [], not, set: word.slice(1) };
    return { values: word.split(','), not, set: undefined };
  }

  members(set: string): Fact<readonly string[]> {
    return this.sets.get(set) ?? { unresolved: `@${set}` };
  }

  fail(word: string): void {
    this.#rule.unknown = word;
  }
}

type Step = (reader: RuleReader, rule: Draft) => void;

const ignoreValues: Step = (reader) => {
  reader.values();
};

const aside: Step = (reader, rule) => {
  reader.values();
  rule.aside = true;
};

const verdict =
  (value: 'accept' | 'drop' | 'return'): Step =>
  (_, rule) => {
    rule.verdict = value;
  };

const jump: Step = (reader, rule) => {
  rule.verdict = { jump: String(reader.next()) };
};

/** What follows a `goto` is never asked. */
const goTo: Step = (reader, rule) => {
  jump(reader, rule);
  rule.narrowed = true;
};

/** A protocol that opens no connection, else a part of all packets. */
const protocols: Step = (reader, rule) => {
  const { values, not } = reader.values();
  if (!not && isAside(values)) rule.aside = true;
  else rule.partial = true;
};

/** `dport`, `sport` and `flags` of a transport protocol. */
const transport =
  (protocol: 'tcp' | 'udp' | 'any'): Step =>
  (reader, rule) => {
    const field = reader.take('dport', 'sport', 'flags');
    if (field === undefined) {
      reader.fail(protocol);
    } else if (field === 'flags') {
      reader.take('&');
      reader.values();
      if (reader.take('==', '!=', '/') !== undefined) reader.values();
      rule.narrowed = true;
    } else {
      const { values, not, set } = reader.values();
      if (field === 'sport') {
        rule.partial = true;
        return;
      }
      // Of two conditions on one thing both must hold.
      rule.narrowed ||= not || set !== undefined || rule.ports !== undefined;
      rule.ports = { protocol, numbers: values };
    }
  };

const network: Step = (reader, rule) => {
  const field = reader.take('saddr', 'daddr', 'protocol', 'nexthdr', 'hoplimit', 'version');
  if (field === 'daddr') {
    linkLocal(reader, rule);
    return;
  }
  if (field !== 'saddr') {
    if (field === undefined) reader.fail('ip');
    else protocols(reader, rule);
    return;
  }
  const { values, not, set } = reader.values();
  rule.narrowed ||= not || rule.peers !== undefined;
  rule.peers = set === undefined ? values : reader.members(set);
};

/** What goes to a link-local address is no reader's; a rule on any other address is not understood. */
function linkLocal(reader: RuleReader, rule: Draft): void {
  const { values, not } = reader.values();
  if (not || values.length === 0 || !values.every((value) => LINK_LOCAL.test(value))) reader.fail('daddr');
  else rule.aside = true;
}

const interfaceName: Step = (reader, rule) => {
  const { values, not } = reader.values();
  const inside = values.every((value) => INTERNAL.test(value));
  if (inside && !not) rule.internal = true;
  else rule.narrowed = true;
};

const connection: Step = (reader, rule) => {
  const field = reader.take('state', 'count', 'status', 'direction');
  if (field === 'state') {
    const { values, not } = reader.values();
    rule.narrowed ||= not || rule.states !== undefined;
    rule.states = not ? undefined : values;
  } else if (field === 'count') {
    reader.take('over');
    reader.next();
    rule.narrowed = true;
  } else reader.fail('ct');
};

const limit: Step = (reader, rule) => {
  reader.take('rate');
  const over = reader.take('over') !== undefined;
  reader.next();
  if (reader.take('burst') !== undefined) {
    reader.next();
    reader.take('packets', 'bytes', 'kbytes', 'mbytes');
  }
  // A limit on all together is none on one address.
  if (over) rule.narrowed = true;
  else rule.limited = true;
};

/** `update @set { ip saddr limit rate over 100/second … }`: a limit on each address. */
const perAddress: Step = (reader, rule) => {
  reader.next();
  if (reader.take('size') !== undefined) reader.next();
  const body = reader.next();
  const text = Array.isArray(body) ? flat(body as readonly NftToken[]).join(' ') : '';
  const [, count = '', unit = ''] = EACH_ADDRESS.exec(text) ?? [];
  const seconds = SECONDS[unit];
  if (seconds === undefined) rule.narrowed = true;
  else rule.above = Number(count) / seconds;
};

const meta: Step = (reader, rule) => {
  const field = reader.take('l4proto', 'nfproto', 'protocol', 'iifkind', 'iif', 'iifname', 'pkttype', 'mark');
  if (field === 'iif' || field === 'iifname') interfaceName(reader, rule);
  else if (field === undefined) reader.fail('meta');
  else if (field === 'l4proto' || field === 'nfproto' || field === 'protocol') protocols(reader, rule);
  else {
    reader.values();
    rule.narrowed = true;
  }
};

const STEPS: ReadonlyMap<string, Step> = new Map<string, Step>([
  ['accept', verdict('accept')],
  ['drop', verdict('drop')],
  ['reject', rejected],
  ['return', verdict('return')],
  ['jump', jump],
  ['goto', goTo],
  ['tcp', transport('tcp')],
  ['udp', transport('udp')],
  ['th', transport('any')],
  ['ip', network],
  ['ip6', network],
  ['icmp', typed],
  ['icmpv6', typed],
  ['iif', interfaceName],
  ['iifname', interfaceName],
  ['meta', meta],
  ['ct', connection],
  ['fib', fib],
  ['limit', limit],
  ['add', perAddress],
  ['update', perAddress],
  ['meter', perAddress],
  ['counter', counter],
  ['log', log],
  ['comment', ignoreValues],
]);

function rejected(reader: RuleReader, rule: Draft): void {
  rule.verdict = 'drop';
  if (reader.take('with') === undefined) return;
  reader.next();
  if (reader.take('reset', 'type') === 'type') reader.next();
}

function typed(reader: RuleReader, rule: Draft): void {
  reader.take('type', 'code');
  aside(reader, rule);
}

/** An address of the host's own is where everything from outside goes. */
function fib(reader: RuleReader, rule: Draft): void {
  const ofTarget = reader.take('daddr') !== undefined;
  if (!ofTarget) reader.next();
  reader.take('.', 'iif');
  const ofType = reader.take('type', 'oif', 'oifname') === 'type';
  const { values, not } = reader.values();
  if (ofTarget && ofType && not && values.join(' ') === 'local') rule.elsewhere = true;
  else rule.narrowed = true;
}

function counter(reader: RuleReader): void {
  while (reader.take('packets', 'bytes') !== undefined) reader.next();
}

function log(reader: RuleReader): void {
  while (reader.take('prefix', 'level', 'flags', 'group') !== undefined) reader.next();
}

function isAside(protocols: readonly string[]): boolean {
  return (
    protocols.length > 0 &&
    protocols.every((name) => /^(?:icmp|icmpv6|ipv6-icmp|igmp|gre|esp|ah)$/.test(name))
  );
}

function flat(tokens: readonly NftToken[]): string[] {
  return tokens.flatMap((token) => (typeof token === 'string' ? [token] : flat(token)));
}
