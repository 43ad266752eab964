import type { Rule } from '../../../../../lib/compliance/index.js';
import type { Convocatoria } from '../../../../../lib/convocatorias/index.js';
import type { LiveFacts } from '../../../../../lib/compliance/index.js';
import { call } from '../../call-builder.js';
import { facts } from '../../facts-builder.js';

/** A made-up call that asks for all that a running server can show. */
const ASKING: Partial<Convocatoria> = {
  headers: [{ path: '/json/main.json', name: 'Cache-Control', value: 'no-store', clause: 'I' }],
  server: {
    cores: { count: 8, clause: 'I' },
    clock: { gigahertz: 2, clause: 'I' },
    memory: { gigabytes: 16, clause: 'I' },
    disk: { gigabytes: 100, solidState: true, free: false, clause: 'I' },
    upload: { megabytesPerSecond: 40, clause: 'I' },
    link: { megabitsPerSecond: 100, symmetric: true, clause: 'I' },
    operatingSystems: { names: ['Ubuntu'], clause: 'I' },
  },
  ports: [
    { port: 443, protocol: 'tcp', direction: 'in', peers: 'any', clause: 'I' },
    { port: 22, protocol: 'tcp', direction: 'in', peers: 'trusted', clause: 'I' },
    { port: 123, protocol: 'udp', direction: 'out', peers: 'any', clause: 'I' },
  ],
};

/** What a rule says of a running system, for a call that asks for everything. */
export function evaluateLive<P>(
  rule: Rule<P>,
  live: LiveFacts | undefined,
  convocatoria: Partial<Convocatoria> = {},
  params: Readonly<Record<string, unknown>> = {},
) {
  return rule.evaluate(
    facts(live === undefined ? {} : { live }),
    { convocatoria: call({ ...ASKING, ...convocatoria }), domain: 'prep.example.org' },
    rule.params.parse(params),
  );
}

/** The outcome, and the ids of the texts without the shared start. */
export function said(finding: ReturnType<typeof evaluateLive>): string {
  const ids = finding.evidence.map(({ text }) => text.replace(/^rule\./, ''));
  return [finding.outcome, ...ids].join(' ');
}
