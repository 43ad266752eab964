import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import { loadPlan, type Plan } from '../../lib/config/index.js';

export const EXAMPLE = join(__dirname, '../../examples/bcs/difusor.yaml');

/** The plan of examples/bcs, with some keys set anew, each named by its dotted path. */
export function examplePlan(changes: Readonly<Record<string, unknown>> = {}): Plan {
  const document = parseDocument(readFileSync(EXAMPLE, 'utf8'));
  for (const [path, value] of Object.entries(changes)) document.setIn(path.split('.'), value);
  const folder = mkdtempSync(join(tmpdir(), 'difusor-'));
  const file = join(folder, 'difusor.yaml');
  writeFileSync(file, document.toString());
  return loadPlan(file, { cwd: folder });
}
