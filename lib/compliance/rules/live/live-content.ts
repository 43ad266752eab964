import { manual, breached, met, type Finding, type Rule } from '../../rule.js';
import { noParams, type NoParams } from '../no-params.js';
import { eachLiveSite, ifMeasured, type LiveSite } from './measured.js';

/**
 * Every host answers with an error to an address that nobody can have published. That the rest is a true copy does not
 * show from outside: a person compares.
 */
export const liveContent: Rule<NoParams> = {
  id: 'live-content',
  how: 'rule.live-content.how',
  reads: ['live'],
  confirms: ['unaltered-content'],
  params: noParams,
  evaluate(facts, { domain }) {
    const finding = eachLiveSite(facts, domain, judge);
    return finding.outcome === 'met' ? manual(...finding.evidence) : finding;
  },
};

function judge({ web, name }: LiveSite): Finding {
  if (web.missing === undefined) return met();
  return ifMeasured(web.missing, 'missing', name, (status, at) => {
    const params = { status: String(status), at };
    return status >= 400
      ? met({ text: 'rule.live-content.absent', params, resource: name })
      : breached({ text: 'rule.live-content.invented', params, resource: name });
  });
}
