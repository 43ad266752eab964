import { all } from '../../conclude.js';
import type { LiveHostFact } from '../../live-facts.js';
import { breached, met, undetermined, type Finding, type Rule } from '../../rule.js';
import { noParams, type NoParams } from '../no-params.js';
import { eachLiveHost, ifMeasured } from './measured.js';

/** Milliseconds by which a synchronized clock and this machine's may differ beyond what the way there may cost. */
const MOST_APART = 2000;

/** The clock of every host is synchronized, and a second clock agrees with it. */
export const liveTime: Rule<NoParams> = {
  id: 'live-time',
  how: 'rule.live-time.how',
  reads: ['live'],
  confirms: ['ntp-client'],
  params: noParams,
  evaluate: (facts) => eachLiveHost(facts, (host) => all([judgeClient(host), judgeFromHere(host)])),
};

function judgeClient({ time, name }: LiveHostFact): Finding {
  return ifMeasured(time, 'time', name, ({ client, synchronized, offset }, at) => {
    const told = offset === undefined ? 'unknown' : String(Math.round(offset * 1000) / 1000);
    const params = { client, offset: told, at };
    return synchronized
      ? met({ text: 'rule.live-time.synchronized', params, resource: name })
      : breached({ text: 'rule.live-time.adrift', params, resource: name });
  });
}

/** Two clocks that differ show that one of them is wrong, not which. */
function judgeFromHere({ timeFromHere, name }: LiveHostFact): Finding {
  return ifMeasured(timeFromHere, 'timeFromHere', name, ({ offset, error }, at) => {
    const params = { offset: Math.round(offset), error: Math.round(error), at };
    return Math.abs(offset) - error <= MOST_APART
      ? met({ text: 'rule.live-time.agrees', params, resource: name })
      : undetermined({ text: 'rule.live-time.differs', params, resource: name });
  });
}
