import { isUnresolved, type Fact, type OpenPortFact } from '../../../facts.js';
import { isNarrow } from './networks.js';
import type { NftRule } from './rule.js';
import type { NftChain, NftTable } from './ruleset.js';

/** What one table lets in from outside. */
export interface Passage {
  readonly defaultDrop: boolean;
  readonly opens: readonly OpenPortFact[];
  /** New connections a second of one address beyond which it drops those to the web. */
  readonly newConnectionsPerSecond: Fact<number> | undefined;
  /** Answers to the host's own requests come in. */
  readonly admitsAnswers: boolean;
  /** Rules whose effect is not known. */
  readonly problems: readonly string[];
}

/** Where containers' addresses are translated; a chain that comes later never sees the port that was asked for. */
const TRANSLATION = -100;
const WEB = ['80', '443'];
const MAX_JUMPS = 16;

/** The chain through which everything from outside comes before any translation. */
export function outermostChain({ chains }: NftTable): NftChain | undefined {
  return chains.find(({ hook }) => {
    if (hook?.priority === undefined) return false;
    return hook.name === 'ingress' || (hook.name === 'prerouting' && hook.priority < TRANSLATION);
  });
}

/** A chain of a packet filter that comes later: it guards the host, and not what containers publish. */
export function innerChain({ chains }: NftTable): NftChain | undefined {
  return chains.find(({ hook }) => hook?.name === 'input' || hook?.name === 'prerouting');
}

/** Follows a packet from outside through a chain and those that it calls, in the order of the rules. */
export function followChain(chain: NftChain, table: NftTable): Passage {
  const walk = new Walk(table);
  const ended = walk.through(chain, 0);
  return {
    defaultDrop: ended || chain.policy === 'drop',
    opens: walk.opens,
    newConnectionsPerSecond: walk.rates.length === 0 ? undefined : sensible(Math.max(...walk.rates)),
    admitsAnswers: walk.admitsAnswers,
    // It stands at one device, which may be any.
    problems: [...(chain.hook?.name === 'ingress' ? ['hook ingress'] : []), ...walk.problems],
  };
}

/** Beyond this a limit limits nobody; below, a page with its files is too much. */
const RATES = { lowest: 2, highest: 5000 };

function sensible(rate: number): Fact<number> {
  const holds = rate >= RATES.lowest && rate <= RATES.highest;
  return holds ? rate : { unresolved: `limit rate over ${String(rate)}/second` };
}

class Walk {
  readonly opens: OpenPortFact[] = [];
  readonly rates: number[] = [];
  readonly problems: string[] = [];
  readonly #shut = new Set<string>();
  admitsAnswers = false;

  constructor(private readonly table: NftTable) {}

  /** Whether a rule drops all that is left. */
  through(chain: NftChain, depth: number): boolean {
    return chain.rules.some((rule) => this.apply(rule, depth));
  }

  private apply(rule: NftRule, depth: number): boolean {
    const { verdict, internal } = rule;
    if (internal || isHarmless(rule)) return false;
    if (typeof verdict === 'object') return this.jump(rule, verdict.jump, depth);
    if (verdict === 'accept') this.accept(rule);
    if (verdict === 'drop') return this.drop(rule);
    if (verdict === 'return') this.problems.push('return');
    return false;
  }

  private jump(rule: NftRule, name: string, depth: number): boolean {
    const target = this.table.chains.find((chain) => chain.name === name);
    if (target === undefined || isConditional(rule) || depth > MAX_JUMPS) {
      this.problems.push(`jump ${name}`);
      return false;
    }
    return this.through(target, depth + 1);
  }

  private accept(rule: NftRule): void {
    const { ports, peers, limited } = rule;
    if (opensNone(rule)) {
      this.admit(rule);
      return;
    }
    if (opensMore(rule)) this.problems.push('accept');
    const whom = limited ? { unresolved: 'limit rate' } : peersOf(peers);
    for (const [protocol, port] of portsOf(ports)) {
      if (this.#shut.has(`${protocol}/${port}`) || this.#shut.has('all')) continue;
      this.opens.push({ port: openedPort(port), protocol, peers: whom });
    }
  }

  private admit(rule: NftRule): void {
    if (isConditional({ ...rule, states: undefined })) this.problems.push('ct state');
    else this.admitsAnswers ||= rule.states?.includes('established') === true;
  }

  private drop(rule: NftRule): boolean {
    const { ports, peers, above } = rule;
    if (above !== undefined && !isNarrowed(rule)) {
      if (ports === undefined || WEB.every((port) => ports.numbers.includes(port))) this.rates.push(above);
    } else if (opensNone(rule)) {
      if (!isBroken(rule)) this.problems.push('drop');
    } else if (isPartial(rule)) {
      this.problems.push('drop');
    } else if (peers === undefined) {
      if (ports === undefined) return true;
      portsOf(ports).forEach(([protocol, port]) => this.#shut.add(`${protocol}/${port}`));
    } else {
      // Some are turned away from what is open to all further down; and every address of IPv4 is none of IPv6.
      this.problems.push('drop');
    }
    return false;
  }
}

function openedPort(port: string): OpenPortFact['port'] {
  if (port === 'all') return 'all';
  return /^\d+$/.test(port) ? Number(port) : { unresolved: port };
}

/** Its packets open no connection here, whether they pass or not, or it drops what is for others. */
function isHarmless({ verdict, aside, elsewhere }: NftRule): boolean {
  return verdict === 'none' || (aside && verdict === 'accept') || (elsewhere && verdict === 'drop');
}

/** It speaks of some only of those that open a connection. */
function isConditional(rule: NftRule): boolean {
  const { ports, states, limited, above } = rule;
  return isNarrowed(rule) || ports !== undefined || states !== undefined || limited || above !== undefined;
}

/** It is for some addresses or protocols only, or for what was not understood. */
function isNarrowed({ peers, narrowed, partial, aside, elsewhere }: NftRule): boolean {
  return peers !== undefined || narrowed || partial || aside || elsewhere;
}

/** It speaks of connections that are open already, or were never. */
function opensNone({ states }: NftRule): boolean {
  return states !== undefined && !states.includes('new');
}

/** It opens what was not understood; a part of the packets to a port opens no more than that port. */
function opensMore({ narrowed, elsewhere, partial, ports }: NftRule): boolean {
  return narrowed || elsewhere || (partial && ports === undefined);
}

function isBroken({ states }: NftRule): boolean {
  return states?.every((state) => state === 'invalid' || state === 'untracked') === true;
}

function isPartial({ narrowed, partial, aside, limited, above, ports }: NftRule): boolean {
  const some = narrowed || partial || aside || limited || above !== undefined;
  return some || ports?.numbers.some((port) => port.includes('-')) === true;
}

function portsOf(ports: NftRule['ports']): (readonly ['tcp' | 'udp', string])[] {
  if (ports === undefined)
    return [
      ['tcp', 'all'],
      ['udp', 'all'],
    ];
  const protocols = ports.protocol === 'any' ? (['tcp', 'udp'] as const) : [ports.protocol];
  return protocols.flatMap((protocol) => ports.numbers.map((port) => [protocol, numberOf(port)] as const));
}

const NAMES: Readonly<Record<string, string>> = { ssh: '22', http: '80', https: '443', rsync: '873' };

function numberOf(port: string): string {
  return NAMES[port] ?? port;
}

/** A network of every address is no limit; those that come near to it can't be the institute's. */
function peersOf(peers: Fact<readonly string[]> | undefined): OpenPortFact['peers'] {
  if (peers === undefined) return 'any';
  if (isUnresolved(peers)) return peers;
  if (peers.some((network) => network.endsWith('/0'))) return 'any';
  return isNarrow(peers) ? peers : { unresolved: peers.join(', ') };
}
