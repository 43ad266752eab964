import { all, unless, unread } from '../conclude.js';
import {
  isUnresolved,
  shown,
  type ContainerFact,
  type Facts,
  type HostFact,
  type HostUserFact,
} from '../facts.js';
import { breached, met, type Finding, type Rule, type RuleContext } from '../rule.js';
import { eachHost, s3Origins, siteDistributions } from '../site.js';
import { noParams, type NoParams } from './no-params.js';

/** Who comes in does so by an own account and key, and what runs has no more rights than it needs. */
export const logicalAccessControl: Rule<NoParams> = {
  id: 'logical-access-control',
  how: 'rule.logical-access-control.how',
  reads: ['hosts', 'containers', 'distributions', 'buckets'],
  params: noParams,
  evaluate(facts, context) {
    if (facts.hosts.length === 0 && siteDistributions(facts, context).length > 0)
      return judgeEdge(facts, context);
    return all([eachHost(facts, judgeHost), ...facts.containers.map(judgeContainer)]);
  },
};

function judgeHost({ ssh, users, resource }: HostFact): Finding {
  const hole = [ssh.passwords, ssh.rootLogin].find(isUnresolved);
  if (hole !== undefined) return unread(hole, resource);
  return unless(
    [
      ...(ssh.passwords === true
        ? [breached({ text: 'rule.logical-access-control.passwords', resource })]
        : []),
      ...(ssh.rootLogin === true ? [breached({ text: 'rule.logical-access-control.root', resource })] : []),
      ...users.flatMap((user) => judgeUser(user, resource)),
    ],
    met({ text: 'rule.logical-access-control.met', params: { count: users.length }, resource }),
  );
}

/** An account with a shell and no key is either useless or has another way in. */
function judgeUser({ name, keys, shell }: HostUserFact, resource: string): Finding[] {
  const hole = [name, keys, shell].find(isUnresolved);
  if (hole !== undefined) return [unread(hole, resource)];
  const params = { user: shown(name) };
  if (name === 'default') return [breached({ text: 'rule.logical-access-control.shared', params, resource })];
  return shell === true && keys === 0
    ? [breached({ text: 'rule.logical-access-control.no-key', params, resource })]
    : [];
}

function judgeContainer({
  privileged,
  dockerSocket,
  network,
  capabilities,
  resource,
}: ContainerFact): Finding {
  const hole = [privileged, dockerSocket, network, capabilities].find(isUnresolved);
  if (hole !== undefined) return unread(hole, resource);
  const powers = isUnresolved(capabilities) ? [] : capabilities.filter((name) => POWERS.includes(name));
  const params = { powers: powers.join(', ') };
  return unless(
    [
      ...(privileged === true
        ? [breached({ text: 'rule.logical-access-control.privileged', resource })]
        : []),
      ...(dockerSocket === true ? [breached({ text: 'rule.logical-access-control.socket', resource })] : []),
      ...(powers.length > 0
        ? [breached({ text: 'rule.logical-access-control.powers', params, resource })]
        : []),
      ...(network === 'host'
        ? [breached({ text: 'rule.logical-access-control.host-network', resource })]
        : []),
    ],
    met({ text: 'rule.logical-access-control.met-container', resource }),
  );
}

/** Capabilities, and things shared, by which a container gets hold of its host. */
const POWERS = [
  'ALL',
  'SYS_ADMIN',
  'SYS_MODULE',
  'SYS_PTRACE',
  'SYS_RAWIO',
  'NET_ADMIN',
  'DAC_READ_SEARCH',
  'BPF',
  'HOST_PID',
  'HOST_IPC',
  'DEVICES',
];

/** Without a host nobody logs in anywhere: what is left is who may read and write the bucket. */
function judgeEdge(facts: Facts, context: RuleContext): Finding {
  const names = siteDistributions(facts, context).flatMap((site) =>
    s3Origins(site).map(({ bucket }) => bucket),
  );
  const hole = names.find(isUnresolved);
  if (hole !== undefined) return unread(hole);
  const buckets = facts.buckets.filter(({ resource }) => names.includes(resource));
  return unless(
    buckets.flatMap(({ publicAccessBlocked, writers, resource }) => {
      if (isUnresolved(publicAccessBlocked)) return [unread(publicAccessBlocked, resource)];
      const open = !publicAccessBlocked || writers.some(({ kind }) => kind === 'public' || kind === 'other');
      return open ? [breached({ text: 'rule.logical-access-control.open-bucket', resource })] : [];
    }),
    met({ text: 'rule.logical-access-control.edge' }),
  );
}
