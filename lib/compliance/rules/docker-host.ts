import { unread } from '../conclude.js';
import { isUnresolved } from '../facts.js';
import { breached, met, type Rule } from '../rule.js';
import { eachHost } from '../site.js';
import { noParams, type NoParams } from './no-params.js';

/** Docker is on every host, and starts with it. */
export const dockerHost: Rule<NoParams> = {
  id: 'docker-host',
  how: 'rule.docker-host.how',
  reads: ['hosts'],
  params: noParams,
  evaluate: (facts) =>
    eachHost(facts, ({ docker, resource }) => {
      if (isUnresolved(docker)) return unread(docker, resource);
      return docker
        ? met({ text: 'rule.docker-host.met', resource })
        : breached({ text: 'rule.docker-host.none', resource });
    }),
};
