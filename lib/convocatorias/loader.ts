import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { z } from 'zod';
import { DifusorError, type Problem } from '../errors.js';
import { clauseRefFaults, clausesFaults } from './clauses-faults.js';
import { tryStat } from './disk.js';
import { citationFaults, factsFaults } from './facts-faults.js';
import type { Fault } from './fault.js';
import {
  clausesFileSchema,
  convocatoriaFileSchema,
  type Clause,
  type Convocatoria,
  type ConvocatoriaFacts,
} from './schema.js';
import { checkShape } from './shape.js';
import { readYamlFile, type YamlFile } from './yaml-file.js';

/** Names of the two files of a call's folder. */
export const FACTS_FILE = 'convocatoria.yaml';
export const CLAUSES_FILE = 'clauses.yaml';

export interface LoadOptions {
  /**
   * Folder from which the path of a folder of the user's own is resolved.
   * @default the process's working folder
   */
  readonly baseDir?: string;
  /**
   * Folder that holds the built-in calls.
   * @default the one that comes with the toolkit
   */
  readonly builtInDir?: string;
}

/** Ids of the built-in calls, sorted. */
export function listConvocatorias({
  builtInDir = __dirname,
}: Pick<LoadOptions, 'builtInDir'> = {}): string[] {
  return readdirSync(builtInDir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && tryStat(join(builtInDir, entry.name, FACTS_FILE)) !== undefined)
    .map(({ name }) => name)
    .sort();
}

/**
 * Reads and checks a call: a built-in one by its id, else a folder of the user's with convocatoria.yaml and
 * clauses.yaml.
 * @throws CONVOCATORIA_NOT_FOUND when it is neither.
 * @throws CONVOCATORIA_INVALID with every problem of both files.
 */
export function loadConvocatoria(idOrPath: string, options: LoadOptions = {}): Convocatoria {
  const { baseDir = '.', builtInDir = __dirname } = options;
  const known = listConvocatorias({ builtInDir });
  if (known.includes(idOrPath)) return readFolder(join(builtInDir, idOrPath), idOrPath, idOrPath);
  const folder = resolve(baseDir, idOrPath);
  if (idOrPath !== '' && tryStat(folder)?.isDirectory() === true) {
    return readFolder(folder, idOrPath);
  }
  throw new DifusorError('CONVOCATORIA_NOT_FOUND', { id: idOrPath, known: known.join(', ') });
}

/** `shown` is the folder as the user knows it; `builtInId` must be the id that the file itself states. */
function readFolder(folder: string, shown: string, builtInId?: string): Convocatoria {
  const factsFile = readYamlFile(join(folder, FACTS_FILE), join(shown, FACTS_FILE));
  const clausesFile = readYamlFile(join(folder, CLAUSES_FILE), join(shown, CLAUSES_FILE));
  const facts = shapeOf(convocatoriaFileSchema, factsFile);
  const clauses = shapeOf(clausesFileSchema, clausesFile);
  const faults = callFaults(facts.data, clauses.data, builtInId);
  const problems = [
    ...facts.problems,
    ...faults.inFacts.map(factsFile.place),
    ...clauses.problems,
    ...faults.inClauses.map(clausesFile.place),
  ];
  if (facts.data !== undefined && clauses.data !== undefined && problems.length === 0) {
    return { ...facts.data, clauses: clauses.data };
  }
  throw new DifusorError('CONVOCATORIA_INVALID', { id: shown, count: problems.length }, { problems });
}

interface CallFaults {
  readonly inFacts: readonly Fault[];
  readonly inClauses: readonly Fault[];
}

/** Checks what can be checked: one file's own consistency where the other's shape is wrong. */
function callFaults(
  facts: ConvocatoriaFacts | undefined,
  clauses: readonly Clause[] | undefined,
  builtInId: string | undefined,
): CallFaults {
  const inFacts = facts === undefined ? [] : [...nameFaults(facts, builtInId), ...factsFaults(facts)];
  const inClauses = clauses === undefined ? [] : clausesFaults(clauses);
  if (facts === undefined || clauses === undefined) return { inFacts, inClauses };
  return {
    inFacts: [...inFacts, ...citationFaults(facts, clauses)],
    inClauses: [...inClauses, ...clauseRefFaults(facts, clauses)],
  };
}

function nameFaults({ id }: ConvocatoriaFacts, builtInId: string | undefined): Fault[] {
  if (builtInId === undefined || id === builtInId) return [];
  return [{ id: 'problem.convocatoria.folder-name', path: ['id'], params: { got: id, folder: builtInId } }];
}

function shapeOf<T>(
  schema: z.ZodType<T>,
  file: YamlFile,
): { readonly data: T | undefined; readonly problems: readonly Problem[] } {
  if (file.problems.length > 0) return { data: undefined, problems: file.problems };
  const { data, faults } = checkShape(schema, file.data);
  return { data, problems: faults.map(file.place) };
}
