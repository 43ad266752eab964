import { dirname, resolve } from 'node:path';
import { DifusorError, type Problem } from '../errors.js';
import { loadCall } from './load-call.js';
import { parseConfig } from './parse-config.js';
import type { Plan } from './plan.js';
import { byPlace, toProblems } from './problems.js';
import { readConfig } from './read-config.js';
import { resolvePlan } from './resolve.js';
import { validate } from './validate.js';

export interface LoadPlanOptions {
  /** Folder from which a relative path is meant. */
  readonly cwd: string;
}

/**
 * Reads a difusor.yaml and its call, checks both, and resolves them into a frozen plan.
 * @throws CONFIG_NOT_FOUND when no file is there.
 * @throws CONFIG_UNREADABLE when it is no UTF-8 text file of at most 256 KiB.
 * @throws CONFIG_INVALID with every problem of the file, each with its line and column.
 * @throws CONVOCATORIA_INVALID when the file is right and the folder of its call is not.
 */
export function loadPlan(path: string, { cwd }: LoadPlanOptions): Plan {
  const absolute = resolve(cwd, path);
  const { value, problems, locate } = parseConfig(readConfig(absolute, path));
  if (value === undefined) throw invalid(path, problems);

  const folder = dirname(absolute);
  const call = (idOrPath: string): ReturnType<typeof loadCall> => loadCall(idOrPath, folder);
  const { config, convocatoria, faults, error } = validate(value, call);
  const found = [...problems, ...toProblems(faults, locate)];
  if (found.length > 0) throw invalid(path, found, error);
  if (error !== undefined) throw error;
  if (config === undefined || convocatoria === undefined)
    throw new DifusorError('INTERNAL', { reason: path });
  return resolvePlan(config, { file: path, folder, convocatoria });
}

/** The problems of the file in its order, then those of the call's own files. */
function invalid(path: string, problems: readonly Problem[], cause?: DifusorError): DifusorError {
  const own = problems.map((problem) => ({ ...problem, file: path })).sort(byPlace);
  const all = [...own, ...(cause?.problems ?? [])];
  return new DifusorError('CONFIG_INVALID', { path, count: all.length }, { problems: all, cause });
}
