import { liveSite } from '../../../../../lib/compliance/rules/live/live-site.js';
import type { LiveFrontFact } from '../../../../../lib/compliance/index.js';
import { awsFacts, liveFacts, liveFront, liveWeb, seen, unaskedFacts, unseen } from '../../live-builder.js';
import { evaluateLive, said } from './live-rules.js';

const GOOD = 'live-site.trusted live-site.answers live-site.redirects';
const TLS = { validTo: '2030-08-01T00:00:00.000Z', protocol: 'TLSv1.3', old: false };

describe('live-site', () => {
  test.each([
    ['it answers', `met ${GOOD} live-site.no-ipv6`, liveFacts()],
    ['nobody asked for more', 'met live-site.trusted live-site.answers', unaskedFacts()],
    [
      'it tells its version',
      'met live-site.trusted live-site.answers live-site.version live-site.redirects live-site.no-ipv6',
      liveFacts({ web: liveWeb({ home: seen({ status: 200, server: 'nginx/1.26.3' }) }) }),
    ],
    [
      'its certificate is another’s',
      'breached live-site.untrusted',
      liveFacts({ web: web({ tls: { ...TLS, fault: 'ERR_TLS_CERT_ALTNAME_INVALID' } }) }),
    ],
    [
      'it takes old TLS',
      'breached live-site.old-tls',
      liveFacts({ web: web({ tls: { ...TLS, old: true } }) }),
    ],
    ['it asks who one is', 'breached live-site.answers', liveFacts({ web: web({ status: 401 }) })],
    ['it is closed', 'undetermined live-site.closed', liveFacts({ web: web({ status: 503 }) })],
    [
      'nobody answers',
      'undetermined live.unmeasured live.unmeasured live.unmeasured',
      liveFacts({ web: liveWeb({ tls: unseen(), home: unseen(), redirect: unseen() }) }),
    ],
  ])('where %s, says: %s', (_where, expected, live) => {
    expect(said(evaluateLive(liveSite, live))).toBe(expected);
  });

  it('can say nothing where nobody looked', () => {
    expect(said(evaluateLive(liveSite, undefined))).toBe('undetermined live.none');
  });
});

describe('live-site, of readers who begin with plain HTTP', () => {
  test.each([
    [{ status: 301, location: 'https://prep.example.org/' }, 'met'],
    [{ status: 308, location: 'https://prep.example.org/inicio' }, 'met'],
    [{ status: 200 }, 'breached'],
    [{ status: 301 }, 'breached'],
    [{ status: 301, location: '/inicio' }, 'breached'],
    [{ status: 301, location: 'http://prep.example.org/' }, 'breached'],
    [{ status: 301, location: 'https://prep.example.org.evil.example/' }, 'breached'],
    [{ status: 200, location: 'https://prep.example.org/' }, 'breached'],
  ])('judges %j: %s', (redirect, outcome) => {
    const facts = liveFacts({ web: liveWeb({ redirect: seen(redirect) }) });
    expect(evaluateLive(liveSite, facts).outcome).toBe(outcome);
  });
});

const SIX = '2001:db8:30::1';
const FOUR = '198.51.100.30';
const dead = (address: string, state: 'refused' | 'silent' = 'silent'): LiveFrontFact => ({
  address,
  https: seen(state),
});
const untried = (address: string): LiveFrontFact => ({ address, https: unseen() });

describe('live-site, of what DNS leads readers to', () => {
  test.each([
    ['an AAAA record leads where nobody answers', 'breached live-site.ipv6-dead', [dead(SIX)]],
    ['one leads where nobody listens', 'breached live-site.ipv6-dead', [dead(SIX, 'refused')]],
    ['one of two does', 'breached live-site.ipv6-dead', [liveFront(SIX), dead('2001:db8:30::2')]],
    ['one leads to a good site', `met ${GOOD} ${GOOD}`, [liveFront(SIX)]],
    [
      'one leads to another’s certificate',
      'breached live-site.untrusted',
      [liveFront(SIX, { tls: seen({ ...TLS, fault: 'ERR_TLS_CERT_ALTNAME_INVALID' }) })],
    ],
    ['one can’t be tried from here', 'undetermined live-site.untried', [untried(SIX)]],
  ])('with servers of one’s own, where %s, says: %s', (_where, expected, fronts) => {
    expect(said(evaluateLive(liveSite, liveFacts({}, { fronts: seen(fronts) })))).toBe(expected);
  });

  it('can say nothing with servers of one’s own where DNS can not be asked', () => {
    const facts = liveFacts({}, { fronts: unseen() });
    expect(said(evaluateLive(liveSite, facts))).toBe('undetermined live.unmeasured');
  });

  test.each([
    ['both families answer', `met ${GOOD} ${GOOD}`, awsFacts()],
    ['one does not', 'breached live-site.dead', awsFacts([dead(FOUR), liveFront(SIX)])],
    ['this machine has no IPv6', `met ${GOOD} live-site.untried`, awsFacts([liveFront(FOUR), untried(SIX)])],
    ['this machine has no network', 'undetermined live-site.untried', awsFacts([untried(FOUR)])],
    [
      'DNS can not be asked',
      'undetermined live.unmeasured',
      { ...liveFacts({}, { fronts: unseen() }), hosts: [] },
    ],
    ['nobody looked', 'undetermined live.none', { ...unaskedFacts(), hosts: [] }],
  ])('on AWS, where %s, says: %s', (_where, expected, live) => {
    expect(said(evaluateLive(liveSite, live))).toBe(expected);
  });
});

function web({ tls = TLS, status = 200 }: { tls?: typeof TLS & { fault?: string }; status?: number }) {
  return liveWeb({ tls: seen(tls), home: seen({ status }) });
}
