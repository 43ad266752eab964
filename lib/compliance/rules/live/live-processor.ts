import { all } from '../../conclude.js';
import type { LiveHostFact } from '../../live-facts.js';
import { breached, met, notApplicable, undetermined, type Finding, type Rule } from '../../rule.js';
import { noParams, type NoParams } from '../no-params.js';
import { eachLiveHost, ifMeasured } from './measured.js';

/** A processor sold as 2.0 GHz may tell 1.99. */
const TOLERANCE = 0.99;

/** Every host has the cores that the call asks for, as fast as it asks. */
export const liveProcessor: Rule<NoParams> = {
  id: 'live-processor',
  how: 'rule.live-processor.how',
  reads: ['live'],
  params: noParams,
  evaluate(facts, { convocatoria }) {
    const { cores, clock } = convocatoria.server ?? {};
    if (cores === undefined && clock === undefined)
      return notApplicable({ text: 'rule.live-processor.silent' });
    return eachLiveHost(facts, (host) =>
      all([
        ...(cores === undefined ? [] : [judgeCores(host, cores.count)]),
        ...(clock === undefined ? [] : [judgeSpeed(host, clock.gigahertz)]),
      ]),
    );
  },
};

function judgeCores({ cores, name }: LiveHostFact, floor: number): Finding {
  return ifMeasured(cores, 'cores', name, (count, at) => {
    const evidence = {
      text: 'rule.live-processor.cores',
      params: { count, floor, at },
      resource: name,
    } as const;
    return count >= floor ? met(evidence) : breached(evidence);
  });
}

/** A processor that is throttled at this instant may be faster than it tells. */
function judgeSpeed({ processorSpeed, name }: LiveHostFact, floor: number): Finding {
  return ifMeasured(processorSpeed, 'processorSpeed', name, ({ gigahertz, from }, at) => {
    const params = { gigahertz, from, floor, at };
    const evidence = { text: 'rule.live-processor.speed', params, resource: name } as const;
    if (gigahertz >= floor * TOLERANCE) return met(evidence);
    return from === 'current' ? undetermined(evidence) : breached(evidence);
  });
}
