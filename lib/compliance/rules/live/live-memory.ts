import { breached, met, notApplicable, type Rule } from '../../rule.js';
import { noParams, type NoParams } from '../no-params.js';
import { eachLiveHost, ifMeasured } from './measured.js';

/** The kernel and the firmware keep some of what was bought: as much as 7 % may be missing. */
const KEPT = 0.07;
const GIGABYTE = 1e9;

/** Every host has the memory that the call asks for. */
export const liveMemory: Rule<NoParams> = {
  id: 'live-memory',
  how: 'rule.live-memory.how',
  reads: ['live'],
  params: noParams,
  evaluate(facts, { convocatoria }) {
    const floor = convocatoria.server?.memory?.gigabytes;
    if (floor === undefined) return notApplicable({ text: 'rule.live-memory.silent' });
    return eachLiveHost(facts, ({ memory, name }) =>
      ifMeasured(memory, 'memory', name, (bytes, at) => {
        const gigabytes = Math.floor(bytes / 1e8) / 10;
        const params = { gigabytes, floor, at };
        const evidence = { text: 'rule.live-memory.has', params, resource: name } as const;
        return bytes >= floor * GIGABYTE * (1 - KEPT) ? met(evidence) : breached(evidence);
      }),
    );
  },
};
