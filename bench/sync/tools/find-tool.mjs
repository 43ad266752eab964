// Where a program is, past the shims that some version managers put before it.
import { execFileSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Path of a program on PATH; `undefined` where there is none. A pyenv shim would add a shell to each run. */
export function findTool(name) {
  const found = (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find(isExecutable);
  if (found === undefined || !found.includes('/shims/')) return found;
  try {
    return execFileSync('pyenv', ['which', name], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return found;
  }
}

/** First line of what a program says of its version. */
export function versionOf(path) {
  return execFileSync(path, ['--version'], { encoding: 'utf8' }).split('\n')[0].trim();
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
