import { unread } from '../conclude.js';
import { isUnresolved } from '../facts.js';
import { met, breached, type Rule } from '../rule.js';
import { siteWebServers } from '../site.js';
import { all } from '../conclude.js';
import { noParams, type NoParams } from './no-params.js';

/** A web server of the difusor's own serves the site; the call's list of programs only gives examples. */
export const webServerSoftware: Rule<NoParams> = {
  id: 'web-server-software',
  how: 'rule.web-server-software.how',
  reads: ['webServers'],
  params: noParams,
  evaluate(facts, context) {
    const servers = siteWebServers(facts, context);
    if (servers.length === 0) return breached({ text: 'rule.web-server-software.none' });
    return all(
      servers.map(({ software, resource }) =>
        isUnresolved(software)
          ? unread(software, resource)
          : met({ text: 'rule.web-server-software.met', params: { software }, resource }),
      ),
    );
  },
};
