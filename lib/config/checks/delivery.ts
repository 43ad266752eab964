import type { Fault } from '../fault.js';
import type { DifusorConfig } from '../schema.js';
import { deliveryOf, targetOf } from '../target.js';
import type { Check } from './check.js';

/** The results come by one of the ways that the call names: the duties of another would not be this difusor's. */
export const deliveryFaults: Check = ({ config, given = config, convocatoria }) => {
  if (convocatoria === undefined || !isWhole(config, given)) return [];
  const got = deliveryOf(config, convocatoria);
  const methods = convocatoria.delivery.map(({ method }) => method);
  if (methods.includes(got)) return [];
  const params = { got, allowed: methods.join(', '), convocatoria: convocatoria.id };
  return [{ id: 'problem.delivery-not-the-calls', path: pathOf(config), params } satisfies Fault];
};

/** Whether every key that decides has the right shape. */
function isWhole(config: Partial<DifusorConfig>, given: object): boolean {
  const { hosted, framed } = targetOf(given);
  if (framed) return config.frame !== undefined;
  return hosted ? config.server !== undefined : config.source !== undefined;
}

function pathOf({ frame, server, source }: Partial<DifusorConfig>): string[] {
  if (frame !== undefined) return ['frame'];
  if (server?.ingest !== undefined) return ['server', 'ingest'];
  return source === undefined ? ['server'] : ['source'];
}
