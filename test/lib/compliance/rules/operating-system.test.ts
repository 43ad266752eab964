import type { HostFact } from '../../../../lib/compliance/facts.js';
import { operatingSystem } from '../../../../lib/compliance/rules/operating-system.js';
import { HOLE } from '../facts-builder.js';
import { testRule } from '../rule-cases.js';
import { host } from '../server-facts.js';

const on = (system: HostFact['operatingSystem']) => ({ hosts: [host({ operatingSystem: system })] });
const called = (name: string, version: string) => on({ name, version });

testRule(
  operatingSystem,
  [
    ['Ubuntu with long support', called('Ubuntu', '22.04'), 'met', 'operating-system.met'],
    ['another Linux', called('Debian', '12'), 'met', 'operating-system.met'],
    ['a system that the call names', called('Windows', '22'), 'met', 'operating-system.met'],
    ['a release without long support', called('Ubuntu', '23.10'), 'breached', 'operating-system.not-stable'],
    ['an odd year', called('Ubuntu', '23.04'), 'breached', 'operating-system.not-stable'],
    ['another system', called('Freebsd', '14'), 'breached', 'operating-system.other'],
    ['nothing that says', on(undefined), 'undetermined', 'operating-system.unsaid'],
    ['what nobody could read', on(HOLE), 'undetermined', 'unread'],
    ['no host', { hosts: [] }, 'breached', 'no-host'],
  ],
  { server: { operatingSystems: { names: ['Linux', 'Windows'], clause: 'I' } } },
);

testRule(operatingSystem, [
  ['a call that asks for none', called('Freebsd', '14'), 'not-applicable', 'operating-system.silent'],
]);
