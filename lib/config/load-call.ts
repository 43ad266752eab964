import {
  loadConvocatoria,
  withDates,
  type Convocatoria,
  type DateOverrides,
} from '../convocatorias/index.js';
import { isDifusorError, type DifusorError } from '../errors.js';
import { describe } from './describe.js';
import type { Fault, FaultId } from './fault.js';

/** A call, or why there is none: a fault of the file that names it, or errors in the call's own files. */
export interface LoadedCall {
  readonly convocatoria?: Convocatoria;
  readonly faults: readonly Fault[];
  readonly error?: DifusorError;
}

/** Reads the call that a configuration names; a folder is looked for beside the configuration. */
export function loadCall(idOrPath: string, baseDir: string): LoadedCall {
  try {
    return { convocatoria: loadConvocatoria(idOrPath, { baseDir }), faults: [] };
  } catch (error) {
    if (isDifusorError(error, 'CONVOCATORIA_NOT_FOUND')) {
      const params = { got: describe(idOrPath), known: String(error.params.known) };
      return { faults: [{ id: 'problem.convocatoria-not-found', path: ['convocatoria'], params }] };
    }
    if (isDifusorError(error)) return { faults: [], error };
    throw error;
  }
}

/** Puts the dates of a later election into the call; what the call refuses becomes a fault of the `dates` key. */
export function dateCall(convocatoria: Convocatoria, dates: DateOverrides): LoadedCall {
  try {
    return { convocatoria: withDates(convocatoria, dates), faults: [] };
  } catch (error) {
    if (!isDifusorError(error, 'CONVOCATORIA_INVALID')) throw error;
    const faults = error.problems.map(({ id, key, params }) => ({
      id: id as FaultId,
      path: key.split('.'),
      params,
    }));
    return { faults };
  }
}
