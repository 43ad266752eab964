import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { DifusorError } from '../errors.js';

/** Name of the file where nobody says another. */
export const CONFIG_FILE = 'difusor.yaml';

export interface FindConfigOptions {
  /** Value of `--config`. */
  readonly flag?: string;
  /** Value of the CDK context key `difusor` (`-c difusor=PATH`); anything but a text counts as absent. */
  readonly context?: unknown;
  /** The process's environment, of which `DIFUSOR` counts. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Folder from which a relative path is meant. */
  readonly cwd: string;
}

/**
 * The path of the configuration, as the user gave it: `--config`, `-c difusor=`, `DIFUSOR`, else `./difusor.yaml`;
 * the first that is given counts, also where no file is there.
 * @throws CONFIG_NOT_FOUND when nothing stands at that path.
 */
export function findConfig({ flag, context, env, cwd }: FindConfigOptions): string {
  const given = [flag, context, env.DIFUSOR].find((path) => typeof path === 'string' && path !== '');
  const path = typeof given === 'string' ? given : CONFIG_FILE;
  if (!exists(resolve(cwd, path))) throw new DifusorError('CONFIG_NOT_FOUND', { path });
  return path;
}

function exists(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    // A path with a NUL byte, or below a folder that may not be read, leads to no file.
    return false;
  }
}
