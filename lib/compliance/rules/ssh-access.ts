import { any, unread } from '../conclude.js';
import { isUnresolved, shown, type HostFact, type HostUserFact } from '../facts.js';
import { breached, met, type Finding, type Rule } from '../rule.js';
import { eachHost } from '../site.js';
import { noParams, type NoParams } from './no-params.js';

/** Every host can be set up over SSH, by somebody who has a key to it. */
export const sshAccess: Rule<NoParams> = {
  id: 'ssh-access',
  how: 'rule.ssh-access.how',
  reads: ['hosts'],
  params: noParams,
  evaluate: (facts) => eachHost(facts, judge),
};

function judge({ ssh, users, resource }: HostFact): Finding {
  if (isUnresolved(ssh.enabled)) return unread(ssh.enabled, resource);
  if (!ssh.enabled) return breached({ text: 'rule.ssh-access.off', resource });
  return any(
    users.map((user) => judgeUser(user, resource)),
    breached({ text: 'rule.ssh-access.nobody', resource }),
  );
}

function judgeUser({ name, shell, keys }: HostUserFact, resource: string): Finding {
  if (shell === false || keys === 0) return breached({ text: 'rule.ssh-access.nobody', resource });
  const hole = [name, shell, keys].find(isUnresolved);
  if (hole !== undefined) return unread(hole, resource);
  return met({ text: 'rule.ssh-access.met', params: { user: shown(name) }, resource });
}
