import { z } from 'zod';
import { all, unread } from '../conclude.js';
import { isUnresolved, type OpenPortFact, type PerimeterFact } from '../facts.js';
import { breached, met, notApplicable, type Finding, type Rule } from '../rule.js';
import { eachHost } from '../site.js';

const params = z.strictObject({ peers: z.enum(['any', 'trusted']) });
type Params = z.infer<typeof params>;

interface Port {
  readonly port: number;
  readonly protocol: 'tcp' | 'udp';
}

/** Every host lets in, to the call's ports, everybody or only addresses that are known, as the clause says. */
export const openPorts: Rule<Params> = {
  id: 'open-ports',
  how: 'rule.open-ports.how',
  reads: ['hosts'],
  params,
  evaluate(facts, { convocatoria }, { peers }) {
    const ports = convocatoria.ports.filter((port) => port.direction === 'in' && port.peers === peers);
    if (ports.length === 0) return notApplicable({ text: 'rule.open-ports.silent' });
    return eachHost(facts, ({ perimeter, resource }) => {
      if (perimeter === undefined) return breached({ text: 'rule.network-filter.none', resource });
      return all(
        ports.map((port) => (peers === 'any' ? judgeAny(port, perimeter) : judgeTrusted(port, perimeter))),
      );
    });
  },
};

function judgeAny(port: Port, perimeter: PerimeterFact): Finding {
  const { resource } = perimeter;
  const openings = openingsOf(port, perimeter);
  if (openings.some(({ peers }) => peers === 'any')) return met(told('rule.open-ports.any', port, resource));
  const hole = openings.map(({ peers }) => peers).find(isUnresolved) ?? unreadPort(perimeter);
  return hole === undefined ? breached(told('rule.open-ports.shut', port, resource)) : unread(hole, resource);
}

/** A port that everybody reaches is no longer the institute's own, nor is one behind a filter that lets all in. */
function judgeTrusted(port: Port, perimeter: PerimeterFact): Finding {
  const { resource, defaultDrop } = perimeter;
  const openings = openingsOf(port, perimeter);
  const everybody = breached(told('rule.open-ports.everybody', port, resource));
  if (openings.some(({ peers }) => peers === 'any') || defaultDrop === false) return everybody;
  const hole = openings.map(({ peers }) => peers).find(isUnresolved) ?? unreadPort(perimeter);
  if (hole !== undefined) return unread(hole, resource);
  if (isUnresolved(defaultDrop)) return unread(defaultDrop, resource);
  const networks = openings.flatMap(({ peers }) =>
    typeof peers === 'object' && !isUnresolved(peers) ? peers : [],
  );
  const params = { ...portOf(port), peers: [...new Set(networks)].join(', ') };
  return networks.length > 0
    ? met({ text: 'rule.open-ports.trusted', params, resource })
    : breached(told('rule.open-ports.shut', port, resource));
}

function openingsOf({ port, protocol }: Port, { opens }: PerimeterFact): readonly OpenPortFact[] {
  return opens.filter((open) => open.protocol === protocol && (open.port === port || open.port === 'all'));
}

function unreadPort({ opens }: PerimeterFact) {
  return opens.map(({ port }) => port).find(isUnresolved);
}

function portOf({ port, protocol }: Port): { port: string } {
  return { port: `${protocol.toUpperCase()} ${String(port)}` };
}

function told(
  text: 'rule.open-ports.any' | 'rule.open-ports.shut' | 'rule.open-ports.everybody',
  port: Port,
  resource: string,
) {
  return { text, params: portOf(port), resource } as const;
}
