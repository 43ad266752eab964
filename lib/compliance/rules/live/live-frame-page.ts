import { all } from '../../conclude.js';
import type { LiveFacts, LivePageFact } from '../../live-facts.js';
import { breached, met, undetermined, type Finding, type Rule } from '../../rule.js';
import { judgeFrame } from '../frame-page.js';
import { noParams, type NoParams } from '../no-params.js';
import { eachLiveSite, ifLive, ifMeasured, type LiveSite } from './measured.js';

/** The home page that readers get shows the official site in a frame, as the template of that page promises. */
export const liveFramePage: Rule<NoParams> = {
  id: 'live-frame-page',
  how: 'rule.live-frame-page.how',
  reads: ['live'],
  confirms: ['frame-page'],
  params: noParams,
  evaluate: (facts, { domain }) =>
    ifLive(facts, (live) => eachLiveSite(facts, domain, (site) => judge(site, live))),
};

function judge({ web, name }: LiveSite, live: LiveFacts): Finding {
  if (web.page === undefined) return undetermined({ text: 'rule.live-frame-page.unasked', resource: name });
  return ifMeasured(web.page, 'page', name, (page, at) => judgePage(page, live, name, at));
}

function judgePage(page: LivePageFact, { official }: LiveFacts, name: string, at: string): Finding {
  const { source } = page;
  if (source === undefined)
    return breached({ text: 'rule.live-frame-page.none', params: { at }, resource: name });
  return all([
    judgeFrame({
      resource: name,
      path: '/',
      source,
      sandbox: page.sandbox,
      title: page.title,
      link: page.link,
      frameSources: page.frameSources,
    }),
    official === undefined || source === official
      ? met({ text: 'rule.live-frame-page.shows', params: { source, at }, resource: name })
      : breached({ text: 'rule.live-frame-page.other', params: { source, official, at }, resource: name }),
  ]);
}
