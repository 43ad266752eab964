import { breached, met, type Rule } from '../../rule.js';
import { noParams, type NoParams } from '../no-params.js';
import { eachLiveHost, ifMeasured } from './measured.js';

/** A Docker Engine runs on every host, and starts with it. */
export const liveDocker: Rule<NoParams> = {
  id: 'live-docker',
  how: 'rule.live-docker.how',
  reads: ['live'],
  confirms: ['docker-host'],
  params: noParams,
  evaluate: (facts) =>
    eachLiveHost(facts, ({ docker, name }) =>
      ifMeasured(docker, 'docker', name, ({ version, liveRestore, startsWithHost }, at) => {
        if (version === null)
          return breached({ text: 'rule.live-docker.none', params: { at }, resource: name });
        const params = { version, liveRestore: String(liveRestore), at };
        return startsWithHost
          ? met({ text: 'rule.live-docker.runs', params, resource: name })
          : breached({ text: 'rule.live-docker.by-hand', params, resource: name });
      }),
    ),
};
