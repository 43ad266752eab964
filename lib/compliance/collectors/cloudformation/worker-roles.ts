import type { Fact } from '../../facts.js';
import type { Assembly } from './assembly.js';
import { targetOf } from './schedules.js';

const ROLES = new WeakMap<Assembly, ReadonlySet<Fact<string> | undefined>>();

/** Ids of the roles of the functions that keep the copy current, read once for each assembly. */
export function workerRoles(assembly: Assembly): ReadonlySet<Fact<string> | undefined> {
  const known = ROLES.get(assembly);
  if (known !== undefined) return known;
  const functions = assembly.ofType('AWS::Lambda::Function');
  const ours = functions.filter(({ properties }) => {
    return !properties.get('Environment', 'Variables', 'DIFUSOR_SETTINGS').isAbsent;
  });
  const scheduled = new Set(
    assembly.ofType('AWS::Scheduler::Schedule').map((item) => targetOf(item, assembly)),
  );
  const workers = ours.length > 0 ? ours : functions.filter(({ id }) => scheduled.has(id));
  const roles = new Set(workers.map(({ properties }) => properties.get('Role').reference()));
  ROLES.set(assembly, roles);
  return roles;
}
