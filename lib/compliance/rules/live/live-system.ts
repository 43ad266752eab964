import { breached, met, notApplicable, type Finding, type Rule } from '../../rule.js';
import { noParams, type NoParams } from '../no-params.js';
import { eachLiveHost, ifMeasured } from './measured.js';

/** Releases of Ubuntu with long support. */
const LONG_SUPPORT = /^(?:2[2468]|3[0-8])\.04$/;

/** Every host runs a system that the call admits; whoever answers to these commands is a Linux. */
export const liveSystem: Rule<NoParams> = {
  id: 'live-system',
  how: 'rule.live-system.how',
  reads: ['live'],
  confirms: ['operating-system'],
  params: noParams,
  evaluate(facts, { convocatoria }) {
    const names = convocatoria.server?.operatingSystems?.names;
    if (names === undefined) return notApplicable({ text: 'rule.operating-system.silent' });
    return eachLiveHost(facts, ({ system, name: resource }) =>
      ifMeasured(system, 'system', resource, ({ name, version }, at): Finding => {
        const params = { name, version, admitted: names.join(', '), at };
        const admitted = names.includes(name) || names.includes('Linux');
        const stable = name !== 'Ubuntu' || LONG_SUPPORT.test(version);
        return admitted && stable
          ? met({ text: 'rule.live-system.fits', params, resource })
          : breached({ text: 'rule.live-system.other', params, resource });
      }),
    );
  },
};
