import { breached, met, type Rule } from '../../rule.js';
import { noParams, type NoParams } from '../no-params.js';
import { eachLiveHost, ifMeasured } from './measured.js';

/** On every host sudo lets the institute's account do all that root may. */
export const liveRootUser: Rule<NoParams> = {
  id: 'live-root-user',
  how: 'rule.live-root-user.how',
  reads: ['live'],
  confirms: ['root-user'],
  params: noParams,
  evaluate: (facts) =>
    eachLiveHost(facts, ({ root, name }) =>
      ifMeasured(root, 'root', name, ({ user, rights }, at) => {
        const evidence = {
          text: 'rule.live-root-user.has',
          params: { user, rights, at },
          resource: name,
        } as const;
        return rights === 'full' ? met(evidence) : breached(evidence);
      }),
    ),
};
