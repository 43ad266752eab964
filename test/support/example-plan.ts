import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import { awsPlan, loadPlan, publishingPlan, type AwsPlan } from '../../lib/config/index.js';

export const EXAMPLE = join(__dirname, '../../examples/bcs/difusor.yaml');

/** Writes examples/bcs/difusor.yaml anew with some keys changed, each named by its dotted path, and gives its path. */
export function exampleFile(changes: Readonly<Record<string, unknown>> = {}): string {
  const document = parseDocument(readFileSync(EXAMPLE, 'utf8'));
  for (const [path, value] of Object.entries(changes)) document.setIn(path.split('.'), value);
  const file = join(mkdtempSync(join(tmpdir(), 'difusor-')), 'difusor.yaml');
  writeFileSync(file, document.toString());
  return file;
}

/** The plan of examples/bcs, with some keys changed. */
export function examplePlan(changes: Readonly<Record<string, unknown>> = {}): AwsPlan {
  return publishingPlan(awsPlan(loadPlan(exampleFile(changes), { cwd: '/' })));
}
