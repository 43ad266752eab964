import { z } from 'zod';
import { all } from '../../conclude.js';
import { VANTAGES, type LiveHostFact, type PortSeen, type Vantage } from '../../live-facts.js';
import {
  breached,
  met,
  notApplicable,
  undetermined,
  type Evidence,
  type Finding,
  type Rule,
} from '../../rule.js';
import { eachLiveHost } from './measured.js';

const params = z.strictObject({ peers: z.enum(['any', 'trusted']) });
type Params = z.infer<typeof params>;

/**
 * What each port of the call answers to everybody and to trusted addresses. One look proves one half: a port for
 * everybody must be open from an untrusted address; a trusted one must be open from a trusted address and silent from
 * any other.
 */
export const livePorts: Rule<Params> = {
  id: 'live-ports',
  how: 'rule.live-ports.how',
  reads: ['live'],
  confirms: ['open-ports'],
  params,
  evaluate(facts, { convocatoria }, { peers }) {
    const ports = convocatoria.ports.filter(
      (port) => port.direction === 'in' && port.protocol === 'tcp' && port.peers === peers,
    );
    if (ports.length === 0) return notApplicable({ text: 'rule.open-ports.silent' });
    return eachLiveHost(facts, (host) =>
      all(ports.map(({ port }) => (peers === 'any' ? judgeAny(port, host) : judgeTrusted(port, host)))),
    );
  },
};

function judgeAny(port: number, host: LiveHostFact): Finding {
  const seen = looksAt(port, host);
  const evidence = seen.map((look) => toldOf(look, host));
  if (seen.some(({ state }) => state !== 'open')) return breached(...evidence);
  return seen.some(({ vantage }) => vantage === 'untrusted')
    ? met(...evidence)
    : undetermined(...evidence, missing(port, 'untrusted', host));
}

function judgeTrusted(port: number, host: LiveHostFact): Finding {
  const seen = looksAt(port, host);
  const evidence = seen.map((look) => toldOf(look, host));
  if (seen.some(isWrong)) return breached(...evidence);
  const gaps = VANTAGES.filter((place) => seen.every(({ vantage }) => vantage !== place));
  if (gaps.length > 0) return undetermined(...evidence, ...gaps.map((place) => missing(port, place, host)));
  return isShut(seen, host) ? met(...evidence) : undetermined(...evidence);
}

/** The institute must get in, and nobody else. */
function isWrong({ vantage, state }: PortSeen): boolean {
  return vantage === 'trusted' ? state !== 'open' : state === 'open';
}

/** A refusal shows that nobody listens, not that the firewall stands; the silence of a host that is off shows nothing. */
function isShut(seen: readonly PortSeen[], host: LiveHostFact): boolean {
  const silent = seen.some(({ vantage, state }) => vantage === 'untrusted' && state === 'silent');
  return silent && answersTo('untrusted', host);
}

function answersTo(vantage: Vantage, { ports }: LiveHostFact): boolean {
  return ports.some((look) => look.vantage === vantage && look.state !== 'silent');
}

function looksAt(port: number, { ports }: LiveHostFact): readonly PortSeen[] {
  return ports.filter((look) => look.port === port);
}

function toldOf({ port, state, vantage, at }: PortSeen, { name }: LiveHostFact): Evidence {
  return { text: 'rule.live-ports.seen', params: { port: String(port), state, vantage, at }, resource: name };
}

function missing(port: number, vantage: Vantage, { name }: LiveHostFact): Evidence {
  return { text: 'rule.live-ports.unseen', params: { port: String(port), vantage }, resource: name };
}
