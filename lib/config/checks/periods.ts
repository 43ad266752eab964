import type { Convocatoria } from '../../convocatorias/index.js';
import type { Fault } from '../fault.js';
import { PERIOD_MINUTES, type DifusorConfig } from '../schema.js';
import { targetOf } from '../target.js';
import type { Check } from './check.js';

const OF_THE_CALL = { cadenceMinutes: 'cadence', takeDownMinutes: 'takeDown' } as const;

/** A period comes from the call; the file gives it only where the call is silent, and packages come at all. */
export const periodFaults: Check = ({ config, given = config, convocatoria }) => {
  if (convocatoria === undefined || targetOf(given).framed) return [];
  const cadence = config.cadenceMinutes ?? convocatoria.cadence?.minutes ?? 0;
  const faults = [
    ...ownPeriodFaults('cadenceMinutes', config, convocatoria),
    ...ownPeriodFaults('takeDownMinutes', config, convocatoria),
  ];
  if (faults.length > 0 || config.takeDownMinutes === undefined || config.takeDownMinutes >= cadence)
    return faults;
  const params = { got: config.takeDownMinutes, minimum: cadence };
  return [{ id: 'problem.take-down-before-cut', path: ['takeDownMinutes'], params }];
};

function ownPeriodFaults(
  name: keyof typeof OF_THE_CALL,
  config: Partial<DifusorConfig>,
  convocatoria: Convocatoria,
): Fault[] {
  const got = config[name];
  const legal = convocatoria[OF_THE_CALL[name]];
  if (legal === null) {
    const [minimum, maximum] = PERIOD_MINUTES[name];
    const needed = { id: 'problem.period-needed', path: [name], params: { name, minimum, maximum } } as const;
    return got === undefined ? [needed] : [];
  }
  if (got === undefined || got === legal.minutes) return [];
  const params = { name, got, allowed: legal.minutes, clause: legal.clause };
  return [{ id: 'problem.period-not-the-calls', path: [name], params }];
}
