import { DateTime } from 'luxon';
import type { Convocatoria } from '../../convocatorias/index.js';
import type { Fault } from '../fault.js';
import type { DifusorConfig } from '../schema.js';
import type { Check } from './check.js';

/** What one shared mobile address (CGNAT) may well send: 20,000 requests in 5 minutes, and one page at once. */
const LEAST_RATE = { requestsPerSecond: 67, burst: 200 } as const;

/** A low limit would shut out voters who share an address, and logs must outlast the days that are counted. */
export const serverWebFaults: Check = ({ config: { server, dates }, convocatoria }) => {
  if (server === undefined) return [];
  const limits = (['requestsPerSecond', 'burst'] as const).flatMap((name): Fault[] => {
    const [got, minimum] = [server.web.rateLimit[name], LEAST_RATE[name]];
    const path = ['server', 'web', 'rateLimit', name];
    return got >= minimum ? [] : [{ id: 'problem.web-rate-limit', path, params: { got, minimum } }];
  });
  return [...limits, ...logFaults(server.logs.days, dates?.statistics ?? convocatoria?.statistics)];
};

type Statistics = Pick<NonNullable<Convocatoria['statistics']>, 'from' | 'to'>;

function logFaults(
  got: number,
  statistics: Statistics | NonNullable<DifusorConfig['dates']>['statistics'] | null,
): Fault[] {
  if (statistics === undefined || statistics === null) return [];
  const [from, to] = [statistics.from, statistics.to].map((day) => DateTime.fromISO(day, { zone: 'utc' }));
  const minimum = from === undefined || to === undefined ? 0 : Math.floor(to.diff(from, 'days').days) + 1;
  if (got >= minimum) return [];
  return [{ id: 'problem.logs-too-short', path: ['server', 'logs', 'days'], params: { got, minimum } }];
}
