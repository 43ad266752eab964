import { breached, met, undetermined, type Rule } from '../../rule.js';
import { noParams, type NoParams } from '../no-params.js';
import { eachLiveHost, ifLive, ifMeasured } from './measured.js';

/** What is free on every host holds all the packages of the night, each as large as the largest so far. */
export const livePackageRoom: Rule<NoParams> = {
  id: 'live-package-room',
  how: 'rule.live-package-room.how',
  reads: ['live'],
  params: noParams,
  evaluate: (facts) =>
    ifLive(facts, ({ expectedCuts }) => {
      if (expectedCuts === undefined) return undetermined({ text: 'rule.live-package-room.endless' });
      return eachLiveHost(facts, ({ packages, free, name }) =>
        ifMeasured(packages, 'packages', name, ({ largest }, at) =>
          ifMeasured(free, 'free', name, (bytes) => {
            const needed = largest * expectedCuts;
            const params = {
              needed: Math.ceil(needed / 1e8) / 10,
              free: Math.floor(bytes / 1e8) / 10,
              largest: Math.ceil(largest / 1e5) / 10,
              cuts: expectedCuts,
              at,
            };
            const evidence = { text: 'rule.live-package-room.has', params, resource: name } as const;
            return bytes >= needed ? met(evidence) : breached(evidence);
          }),
        ),
      );
    }),
};
