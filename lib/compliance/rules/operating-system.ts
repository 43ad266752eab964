import { unread } from '../conclude.js';
import { isUnresolved, type HostFact } from '../facts.js';
import { breached, met, notApplicable, undetermined, type Finding, type Rule } from '../rule.js';
import { eachHost } from '../site.js';
import { noParams, type NoParams } from './no-params.js';

/** Systems that a call may name by their family. */
const LINUX = ['Ubuntu', 'Debian', 'Fedora', 'Rocky', 'Almalinux', 'Centos', 'Rhel'];

/** Releases of Ubuntu with long support. */
const LONG_SUPPORT = /^(?:2[2468]|3[0-8])\.04$/;

/** Every host has one of the systems that the call admits. */
export const operatingSystem: Rule<NoParams> = {
  id: 'operating-system',
  how: 'rule.operating-system.how',
  reads: ['hosts'],
  params: noParams,
  evaluate(facts, { convocatoria }) {
    const names = convocatoria.server?.operatingSystems?.names;
    if (names === undefined) return notApplicable({ text: 'rule.operating-system.silent' });
    return eachHost(facts, (host) => judge(host, names));
  },
};

function judge({ operatingSystem: system, resource }: HostFact, names: readonly string[]): Finding {
  if (system === undefined) return undetermined({ text: 'rule.operating-system.unsaid', resource });
  if (isUnresolved(system)) return unread(system, resource);
  const { name, version } = system;
  const params = { name, version, admitted: names.join(', ') };
  const admitted = names.includes(name) || (names.includes('Linux') && LINUX.includes(name));
  if (!admitted) return breached({ text: 'rule.operating-system.other', params, resource });
  return name === 'Ubuntu' && !LONG_SUPPORT.test(version)
    ? breached({ text: 'rule.operating-system.not-stable', params, resource })
    : met({ text: 'rule.operating-system.met', params, resource });
}
