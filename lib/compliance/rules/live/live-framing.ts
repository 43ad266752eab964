import { all } from '../../conclude.js';
import type { LiveFacts } from '../../live-facts.js';
import { breached, met, undetermined, type Finding, type Rule } from '../../rule.js';
import { noParams, type NoParams } from '../no-params.js';
import { eachLiveHost, ifLive, ifMeasured } from './measured.js';

/**
 * The official site lets browsers show it in the difusor's page, and every host of the difusor's reaches it; a page on AWS
 * has no host, and only its readers' browsers ask.
 */
export const liveFraming: Rule<NoParams> = {
  id: 'live-framing',
  how: 'rule.live-framing.how',
  reads: ['live'],
  params: noParams,
  evaluate: (facts, { domain }) =>
    ifLive(facts, (live) =>
      all([
        judgeFraming(live, domain),
        live.hosts.length === 0
          ? met()
          : eachLiveHost(facts, ({ official, name }) => {
              if (official === undefined)
                return undetermined({ text: 'rule.live-framing.unasked', resource: name });
              return ifMeasured(official, 'official', name, (status, at) => {
                const evidence = {
                  text: 'rule.live-framing.reaches',
                  params: { status: String(status), at },
                  resource: name,
                } as const;
                return status === 200 ? met(evidence) : breached(evidence);
              });
            }),
      ]),
    ),
};

function judgeFraming({ framing }: LiveFacts, domain: string): Finding {
  if (framing === undefined) return undetermined({ text: 'rule.live-framing.unasked', resource: domain });
  return ifMeasured(framing, 'framing', domain, ({ allowed, header = '', value = '' }, at) =>
    allowed
      ? met({ text: 'rule.live-framing.allowed', params: { at }, resource: domain })
      : breached({ text: 'rule.live-framing.refused', params: { header, value, at }, resource: domain }),
  );
}
