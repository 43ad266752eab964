import { all } from '../../conclude.js';
import type { LiveHostFact } from '../../live-facts.js';
import { breached, met, undetermined, type Finding, type Rule } from '../../rule.js';
import { noParams, type NoParams } from '../no-params.js';
import { eachLiveHost, ifMeasured } from './measured.js';

/** While a site is closed, or its notice is up, it answers so. */
const CLOSED = 503;

/** Every host shows the site to anyone, over today's TLS and with a certificate for its name. */
export const liveSite: Rule<NoParams> = {
  id: 'live-site',
  how: 'rule.live-site.how',
  reads: ['live'],
  confirms: ['public-access'],
  params: noParams,
  evaluate: (facts, { domain }) =>
    eachLiveHost(facts, (host) => all([judgeTls(host, domain), judgeHome(host, domain)])),
};

function judgeTls({ web, name }: LiveHostFact, domain: string): Finding {
  return ifMeasured(web.tls, 'tls', name, ({ fault, validTo, protocol, old }, at) => {
    const params = { domain, validTo, protocol, at };
    if (fault !== undefined)
      return breached({ text: 'rule.live-site.untrusted', params: { domain, fault, at }, resource: name });
    return old
      ? breached({ text: 'rule.live-site.old-tls', params: { at }, resource: name })
      : met({ text: 'rule.live-site.trusted', params, resource: name });
  });
}

function judgeHome({ web, name }: LiveHostFact, domain: string): Finding {
  return ifMeasured(web.home, 'home', name, ({ status }, at) => {
    const params = { domain, status: String(status), at };
    if (status === 200) return met({ text: 'rule.live-site.answers', params, resource: name });
    return status === CLOSED
      ? undetermined({ text: 'rule.live-site.closed', params, resource: name })
      : breached({ text: 'rule.live-site.answers', params, resource: name });
  });
}
