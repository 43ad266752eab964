import type { Convocatoria } from '../convocatorias/index.js';
import type { DifusorError } from '../errors.js';
import { CHECKS } from './checks/index.js';
import { describe } from './describe.js';
import type { Fault } from './fault.js';
import { literalSecretFaults } from './literal-secrets.js';
import { dateCall, type LoadedCall } from './load-call.js';
import { difusorSchema, type DifusorConfig } from './schema.js';
import { shapeFaults } from './shape-faults.js';

/** What came of checking a configuration: with no fault and no error, `config` and `convocatoria` are there. */
export interface Validation {
  readonly config?: DifusorConfig;
  /** The call with the file's dates in place. */
  readonly convocatoria?: Convocatoria;
  readonly faults: readonly Fault[];
  /** Errors in the call's own files. */
  readonly error?: DifusorError;
}

/** Checks the content of a file: secrets, shape, call, and what one key asks of another; every fault at once. */
export function validate(value: unknown, callOf: (idOrPath: string) => LoadedCall): Validation {
  if (value === null) return { faults: [{ id: 'problem.config-empty', path: [], params: {} }] };
  if (typeof value !== 'object' || Array.isArray(value)) {
    return { faults: [{ id: 'problem.config-not-a-mapping', path: [], params: { got: describe(value) } }] };
  }
  const shape = difusorSchema.safeParse(value);
  const issues = shape.error?.issues ?? [];
  const config = wellFormed(value);
  const call: LoadedCall = config.convocatoria === undefined ? { faults: [] } : callOf(config.convocatoria);
  const { convocatoria } = call;
  const between = CHECKS.flatMap((check) => check({ config, given: value, convocatoria }));
  const dated = dateIfWhole(convocatoria, config.dates, between);
  return {
    config: shape.data,
    convocatoria: dated.convocatoria,
    faults: [
      ...literalSecretFaults(value),
      ...shapeFaults(issues, value, difusorSchema),
      ...call.faults,
      ...between,
      ...dated.faults,
    ],
    error: call.error,
  };
}

/** The top-level keys whose own shape is right, so that one wrong key does not hide what others ask of each other. */
function wellFormed(value: object): Partial<DifusorConfig> {
  const entries = Object.entries(difusorSchema.shape).flatMap(([key, schema]) => {
    const given: unknown = Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined;
    const parsed = schema.safeParse(given);
    return parsed.success ? [[key, parsed.data] as const] : [];
  });
  return Object.fromEntries(entries);
}

function dateIfWhole(
  convocatoria: Convocatoria | undefined,
  dates: DifusorConfig['dates'],
  faults: readonly Fault[],
): LoadedCall {
  const broken = faults.some(({ path }) => path[0] === 'dates');
  if (convocatoria === undefined || dates === undefined || broken) return { convocatoria, faults: [] };
  return dateCall(convocatoria, dates);
}
