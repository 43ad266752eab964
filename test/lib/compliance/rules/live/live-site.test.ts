import { liveSite } from '../../../../../lib/compliance/rules/live/live-site.js';
import { liveFacts, seen, unseen } from '../../live-builder.js';
import { evaluateLive, said } from './live-rules.js';

const TLS = { validTo: '2030-08-01T00:00:00.000Z', protocol: 'TLSv1.3', old: false };

describe('live-site', () => {
  test.each([
    ['it answers', 'met live-site.trusted live-site.answers', liveFacts()],
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
      'undetermined live.unmeasured live.unmeasured',
      liveFacts({ web: { tls: unseen(), home: unseen(), headers: [] } }),
    ],
  ])('where %s, says: %s', (_where, expected, live) => {
    expect(said(evaluateLive(liveSite, live))).toBe(expected);
  });

  it('can say nothing where nobody looked', () => {
    expect(said(evaluateLive(liveSite, undefined))).toBe('undetermined live.none');
  });
});

function web({ tls = TLS, status = 200 }: { tls?: typeof TLS & { fault?: string }; status?: number }) {
  return { tls: seen(tls), home: seen({ status }), headers: [] };
}
