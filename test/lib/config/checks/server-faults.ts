import type { Check } from '../../../../lib/config/checks/check.js';
import { difusorSchema } from '../../../../lib/config/schema.js';
import { loadConvocatoria } from '../../../../lib/convocatorias/index.js';
import { VERACRUZ } from '../../../support/server-plan.js';

/** Id, without `problem.`, and dotted key of each fault that a check finds in a content. */
export function faultsIn(check: Check, content: object): [string, string][] {
  const config = difusorSchema.parse(content);
  const convocatoria = loadConvocatoria(config.convocatoria);
  return check({ config, given: content, convocatoria }).map(({ id, path }) => [
    id.replace('problem.', ''),
    path.join('.'),
  ]);
}

/** Veracruz with some keys of `server` replaced, and some of the file's own. */
export function veracruz(server: object = {}, more: object = {}): object {
  return { ...VERACRUZ, server: { ...VERACRUZ.server, ...server }, ...more };
}

/** A list of hosts, each of which differs from a right one. */
export function hosts(...changes: object[]): object {
  const [host] = VERACRUZ.server.hosts;
  return { hosts: changes.map((change) => ({ ...host, ...change })) };
}
