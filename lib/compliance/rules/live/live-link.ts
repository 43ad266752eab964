import { all } from '../../conclude.js';
import type { LiveHostFact, Measured, TransferFact } from '../../live-facts.js';
import { breached, met, notApplicable, undetermined, type Finding, type Rule } from '../../rule.js';
import { noParams, type NoParams } from '../no-params.js';
import { eachLiveHost, ifMeasured } from './measured.js';

const BITS = 8;

/**
 * Every host's link is as fast as the call asks, both ways where it says so. A card that has agreed on less disproves it;
 * only real transfers prove it, since the provider's line may be slower than the card.
 */
export const liveLink: Rule<NoParams> = {
  id: 'live-link',
  how: 'rule.live-link.how',
  reads: ['live'],
  params: noParams,
  evaluate(facts, { convocatoria }) {
    const asked = convocatoria.server?.link;
    if (asked === undefined) return notApplicable({ text: 'rule.live-link.silent' });
    const { megabitsPerSecond: floor, symmetric } = asked;
    return eachLiveHost(facts, (host) => {
      const card = judgeCard(host, floor);
      if (card.outcome === 'breached') return card;
      const ways = [
        judgeWay(host.upload, 'upload', host, floor),
        ...(symmetric ? [judgeWay(host.download, 'download', host, floor)] : []),
      ];
      const transfers = all(ways);
      return transfers.outcome === 'met' ? transfers : all([...ways, card]);
    });
  },
};

function judgeCard({ link, name }: LiveHostFact, floor: number): Finding {
  return ifMeasured(link, 'link', name, (megabits, at) => {
    const params = { megabits, floor, at };
    return megabits < floor
      ? breached({ text: 'rule.live-link.card-slow', params, resource: name })
      : met({ text: 'rule.live-link.card', params, resource: name });
  });
}

/** A slow transfer may be the fault of the auditing machine's own link. */
function judgeWay(
  transfer: Measured<TransferFact>,
  way: 'upload' | 'download',
  { name }: LiveHostFact,
  floor: number,
): Finding {
  return ifMeasured(transfer, way, name, ({ median }, at) => {
    const megabits = Math.floor(median * BITS * 10) / 10;
    const evidence = {
      text: 'rule.live-link.way',
      params: { way, megabits, floor, at },
      resource: name,
    } as const;
    return megabits >= floor ? met(evidence) : undetermined(evidence);
  });
}
