import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const SCRIPT = join(__dirname, 'install-packages.sh');
const INSTALL_MS = 900_000;

/**
 * Installs what a tool of the tests lacks, where `DIFUSOR_E2E_INSTALL=yes` asks for it: on a machine that is thrown away
 * afterwards. No service starts. What failed is not tried again in the same run.
 * @param folders what their services would make when they start
 * @returns why they aren't there now; `undefined` where they are, or nobody asked
 */
export function installPackages(
  packages: readonly string[],
  folders: readonly string[] = [],
): string | undefined {
  if (process.env.DIFUSOR_E2E_INSTALL !== 'yes') return undefined;
  if (process.getuid?.() !== 0) return 'not installed: only root can';
  for (const folder of folders) mkdirSync(folder, { recursive: true });
  const outcome = join(runFolder(), `installed-${packages.join('_')}`);
  if (!existsSync(outcome)) writeFileSync(outcome, installed(packages) ?? '');
  return readFileSync(outcome, 'utf8') || undefined;
}

function installed(packages: readonly string[]): string | undefined {
  const options = { encoding: 'utf8', timeout: INSTALL_MS, env: process.env } as const;
  const { error, status, stderr } = spawnSync('bash', [SCRIPT, runFolder(), ...packages], options);
  if (status === 0) return undefined;
  const said = stderr.trim().split('\n').at(-1) ?? '';
  return `not installed: ${error?.message ?? (said || `ended with ${status}`)}`;
}

/** The folder of this run, which goes with it. */
function runFolder(): string {
  const notes = process.env.DIFUSOR_E2E_NOTES;
  if (notes === undefined) throw new Error('DIFUSOR_E2E_NOTES is unset: run with test/e2e/jest.config.cjs');
  return dirname(notes);
}
