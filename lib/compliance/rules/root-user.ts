import { any, unread } from '../conclude.js';
import { isUnresolved, shown, type HostFact, type HostUserFact } from '../facts.js';
import { breached, met, type Finding, type Rule } from '../rule.js';
import { eachHost } from '../site.js';
import { noParams, type NoParams } from './no-params.js';

/** Every host has an account, other than root itself, that may do all that root may. */
export const rootUser: Rule<NoParams> = {
  id: 'root-user',
  how: 'rule.root-user.how',
  reads: ['hosts'],
  params: noParams,
  evaluate: (facts) =>
    eachHost(facts, ({ users, resource }: HostFact) =>
      any(
        users.filter(({ name }) => name !== 'root').map((user) => judge(user, resource)),
        breached({ text: 'rule.root-user.none', resource }),
      ),
    ),
};

function judge({ name, root }: HostUserFact, resource: string): Finding {
  const hole = [name, root].find(isUnresolved);
  if (hole !== undefined) return unread(hole, resource);
  return root === 'full'
    ? met({ text: 'rule.root-user.met', params: { user: shown(name) }, resource })
    : breached({ text: 'rule.root-user.none', resource });
}
