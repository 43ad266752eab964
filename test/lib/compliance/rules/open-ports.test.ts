import type { PerimeterFact } from '../../../../lib/compliance/facts.js';
import { openPorts } from '../../../../lib/compliance/rules/open-ports.js';
import { call } from '../call-builder.js';
import { texts } from '../evaluate.js';
import { facts, HOLE } from '../facts-builder.js';
import { host, perimeter } from '../server-facts.js';

const PORT = { protocol: 'tcp', direction: 'in', clause: 'I' } as const;
const CALL = call({
  ports: [
    { ...PORT, port: 443, peers: 'any' },
    { ...PORT, port: 22, peers: 'trusted' },
    { ...PORT, port: 123, protocol: 'udp', direction: 'out', peers: 'any' },
  ],
});
const tcp = (port: PerimeterFact['opens'][number]['port'], peers: PerimeterFact['opens'][number]['peers']) =>
  ({ port, protocol: 'tcp', peers }) as const;
const NETWORK = ['203.0.113.0/28'];

describe('open-ports', () => {
  test.each([
    ['any', [tcp(443, 'any')], 'met', 'open-ports.any'],
    ['any', [tcp('all', 'any')], 'met', 'open-ports.any'],
    ['any', [], 'breached', 'open-ports.shut'],
    ['any', [tcp(443, NETWORK)], 'breached', 'open-ports.shut'],
    ['any', [{ ...tcp(443, 'any'), protocol: 'udp' }], 'breached', 'open-ports.shut'],
    ['any', [tcp(443, HOLE)], 'undetermined', 'unread'],
    ['any', [tcp(HOLE, 'any')], 'undetermined', 'unread'],
    ['trusted', [tcp(22, NETWORK)], 'met', 'open-ports.trusted'],
    ['trusted', [tcp(22, 'any')], 'breached', 'open-ports.everybody'],
    ['trusted', [tcp(22, NETWORK), tcp('all', 'any')], 'breached', 'open-ports.everybody'],
    ['trusted', [tcp(22, [])], 'breached', 'open-ports.shut'],
    ['trusted', [tcp(22, HOLE)], 'undetermined', 'unread'],
    ['trusted', [tcp(22, NETWORK), tcp(HOLE, 'any')], 'undetermined', 'unread'],
  ] as const)('for %s, where %j is open, is so', (peers, opens, outcome, text) => {
    const finding = found(peers, { opens });
    expect([finding.outcome, texts(finding)]).toEqual([outcome, expect.arrayContaining([text])]);
  });

  test.each([
    ['trusted', false, 'breached'],
    ['trusted', HOLE, 'undetermined'],
    ['any', false, 'met'],
  ] as const)('for %s, where what is left is dropped: %j', (peers, defaultDrop, outcome) => {
    expect(found(peers, { defaultDrop }).outcome).toBe(outcome);
  });

  test('is breached without a filter or a host, and says nothing of a call without ports', () => {
    const ask = (hosts: Parameters<typeof facts>[0], convocatoria = CALL) =>
      openPorts.evaluate(facts(hosts), { convocatoria, domain: 'prep.example.org' }, { peers: 'any' })
        .outcome;
    expect(ask({ hosts: [host({ perimeter: undefined })] })).toBe('breached');
    expect(ask({ hosts: [] })).toBe('breached');
    expect(ask({ hosts: [] }, call())).toBe('not-applicable');
  });

  test.each([{}, { peers: 'nobody' }, { peers: 'any', more: 1 }])('takes no params like %j', (params) => {
    expect(openPorts.params.safeParse(params).success).toBe(false);
  });
});

function found(peers: 'any' | 'trusted', overrides: Partial<PerimeterFact>) {
  const hosts = [host({ perimeter: perimeter(overrides) })];
  return openPorts.evaluate(facts({ hosts }), { convocatoria: CALL, domain: 'prep.example.org' }, { peers });
}
