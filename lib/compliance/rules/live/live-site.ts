import { all } from '../../conclude.js';
import type { LiveFacts } from '../../live-facts.js';
import { breached, met, undetermined, type Finding, type Rule } from '../../rule.js';
import { noParams, type NoParams } from '../no-params.js';
import { judgeFronts } from './live-fronts.js';
import { ifLive, ifMeasured, type LiveSite } from './measured.js';

/** While a site is closed, or its notice is up, it answers so. */
const CLOSED = 503;
const REDIRECTS = [301, 302, 307, 308];

/**
 * Every host, and every other address to which the name leads, shows the site to anyone: over today's TLS, with a
 * certificate for its name, and also to whoever begins with plain HTTP.
 */
export const liveSite: Rule<NoParams> = {
  id: 'live-site',
  how: 'rule.live-site.how',
  reads: ['live'],
  confirms: ['public-access', 'https-certificate'],
  params: noParams,
  evaluate: (facts, { domain }) => ifLive(facts, (live) => judge(live, domain)),
};

function judge(live: LiveFacts, domain: string): Finding {
  const judgeSite = (site: LiveSite): Finding =>
    all([judgeTls(site, domain), judgeHome(site, domain), judgeRedirect(site, domain)]);
  const findings = [...live.hosts.map(judgeSite), ...judgeFronts(live, domain, judgeSite)];
  return findings.length === 0 ? undetermined({ text: 'rule.live.none' }) : all(findings);
}

function judgeTls({ web, name }: LiveSite, domain: string): Finding {
  return ifMeasured(web.tls, 'tls', name, ({ fault, validTo, protocol, old }, at) => {
    const params = { domain, validTo, protocol, at };
    if (fault !== undefined)
      return breached({ text: 'rule.live-site.untrusted', params: { domain, fault, at }, resource: name });
    return old
      ? breached({ text: 'rule.live-site.old-tls', params: { at }, resource: name })
      : met({ text: 'rule.live-site.trusted', params, resource: name });
  });
}

function judgeHome({ web, name }: LiveSite, domain: string): Finding {
  return ifMeasured(web.home, 'home', name, ({ status, server }, at) => {
    const evidence = {
      text: 'rule.live-site.answers',
      params: { domain, status: String(status), at },
      resource: name,
    } as const;
    if (status === 200) return met(evidence, ...versionTold(server, name, at));
    return status === CLOSED
      ? undetermined({ ...evidence, text: 'rule.live-site.closed' })
      : breached(evidence);
  });
}

/** No call forbids it; it spares whoever looks for a hole one question. */
function versionTold(server: string | undefined, name: string, at: string) {
  if (server === undefined || !/\d/.test(server)) return [];
  return [{ text: 'rule.live-site.version', params: { server, at }, resource: name } as const];
}

function judgeRedirect({ web, name }: LiveSite, domain: string): Finding {
  if (web.redirect === undefined) return met();
  return ifMeasured(web.redirect, 'redirect', name, ({ status, location = 'none' }, at) => {
    const params = { domain, status: String(status), location, at };
    return REDIRECTS.includes(status) && leadsTo(location, domain)
      ? met({ text: 'rule.live-site.redirects', params, resource: name })
      : breached({ text: 'rule.live-site.no-redirect', params, resource: name });
  });
}

function leadsTo(location: string, domain: string): boolean {
  if (!URL.canParse(location)) return false;
  const { protocol, hostname } = new URL(location);
  return protocol === 'https:' && hostname === domain;
}
