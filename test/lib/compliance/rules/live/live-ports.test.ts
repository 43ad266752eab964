import { livePorts } from '../../../../../lib/compliance/rules/live/live-ports.js';
import type { PortSeen } from '../../../../../lib/compliance/index.js';
import { liveFacts, port } from '../../live-builder.js';
import { evaluateLive, said } from './live-rules.js';

const judged = (peers: 'any' | 'trusted', ports: readonly PortSeen[]) =>
  said(evaluateLive(livePorts, liveFacts({ ports }), {}, { peers })).replaceAll('live-ports.', '');
const alive = port('untrusted', 443, 'open');

describe('live-ports', () => {
  test.each([
    ['open from an untrusted address', [alive], 'met seen'],
    ['open from both', [alive, port('trusted', 443, 'open')], 'met seen seen'],
    [
      'open from a trusted address, the only one tried',
      [port('trusted', 443, 'open')],
      'undetermined seen unseen',
    ],
    ['silent', [port('untrusted', 443, 'silent')], 'breached seen'],
    ['refused', [port('untrusted', 443, 'refused')], 'breached seen'],
    [
      'open to some only',
      [port('untrusted', 443, 'silent'), port('trusted', 443, 'open')],
      'breached seen seen',
    ],
    ['not tried', [], 'undetermined unseen'],
  ])('a port for everybody that is %s', (_state, ports, expected) => {
    expect(judged('any', ports)).toBe(expected);
  });

  test.each([
    [
      'open to trusted addresses alone',
      [port('trusted', 22, 'open'), port('untrusted', 22, 'silent')],
      'met seen seen',
    ],
    ['open to everybody', [port('trusted', 22, 'open'), port('untrusted', 22, 'open')], 'breached seen seen'],
    ['seen open from an untrusted address alone', [port('untrusted', 22, 'open')], 'breached seen'],
    ['shut to trusted addresses', [port('trusted', 22, 'silent')], 'breached seen'],
    ['seen from a trusted address alone', [port('trusted', 22, 'open')], 'undetermined seen unseen'],
    ['seen from an untrusted address alone', [port('untrusted', 22, 'silent')], 'undetermined seen unseen'],
    [
      'refused where a firewall would be silent',
      [port('trusted', 22, 'open'), port('untrusted', 22, 'refused')],
      'undetermined seen seen',
    ],
    ['not tried', [], 'undetermined unseen unseen'],
  ])('a port of the institute that is %s', (_state, ports, expected) => {
    expect(judged('trusted', [alive, ...ports])).toBe(expected);
  });

  it('takes no silence for a firewall where the host answers nobody', () => {
    const ports = [
      port('trusted', 22, 'open'),
      port('untrusted', 22, 'silent'),
      port('untrusted', 443, 'silent'),
    ];
    expect(judged('trusted', ports)).toBe('undetermined seen seen');
  });

  it('does not apply where the call names no such port', () => {
    expect(said(evaluateLive(livePorts, liveFacts(), { ports: [] }, { peers: 'any' }))).toMatch(
      /^not-applicable/,
    );
  });
});
