import { all } from '../../conclude.js';
import type { Facts } from '../../facts.js';
import type { LiveFacts, LiveHostFact, LiveWebFact, Measured } from '../../live-facts.js';
import { undetermined, type Finding } from '../../rule.js';

/** Things that may fail to be measured, as `rule.live.unmeasured` names them. */
type What =
  | keyof LiveHostFact
  | Exclude<keyof LiveWebFact, 'headers'>
  | 'framing'
  | 'domain'
  | 'fronts'
  | 'fresh'
  | 'revalidated';

/** Judges what a look gave; where it gave nothing, the finding says why and what to do. */
export function ifMeasured<T>(
  measured: Measured<T>,
  what: What,
  resource: string,
  judge: (value: T, at: string) => Finding,
): Finding {
  const { at } = measured;
  if ('value' in measured) return judge(measured.value, at);
  const { why, detail } = measured;
  return undetermined({ text: 'rule.live.unmeasured', params: { what, why, detail, at }, resource });
}

/** Judges the running system; where nobody looked at it, nothing can be said. */
export function ifLive({ live }: Facts, judge: (live: LiveFacts) => Finding): Finding {
  return live === undefined ? undetermined({ text: 'rule.live.none' }) : judge(live);
}

/** Judges every host that was looked at. */
export function eachLiveHost(facts: Facts, judge: (host: LiveHostFact) => Finding): Finding {
  return ifLive(facts, ({ hosts }) =>
    hosts.length === 0 ? undetermined({ text: 'rule.live.none' }) : all(hosts.map(judge)),
  );
}

/** The site as one host, or one address of its name, serves it. */
export interface LiveSite {
  readonly name: string;
  readonly web: LiveWebFact;
}

/** Judges the site at every host, and at every other address of its name that answered. */
export function eachLiveSite(facts: Facts, domain: string, judge: (site: LiveSite) => Finding): Finding {
  return ifLive(facts, ({ hosts, fronts }) => {
    const behind = fronts !== undefined && 'value' in fronts ? fronts.value : [];
    const sites: LiveSite[] = [
      ...hosts,
      ...behind.flatMap(({ address, web }) => (web === undefined ? [] : [{ name: address, web }])),
    ];
    if (sites.length > 0) return all(sites.map(judge));
    if (fronts === undefined) return undetermined({ text: 'rule.live.none' });
    return ifMeasured(fronts, 'fronts', domain, (_fronts, at) =>
      undetermined({ text: 'rule.live.no-front', params: { domain, at }, resource: domain }),
    );
  });
}
