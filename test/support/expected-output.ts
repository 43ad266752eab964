import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const EXAMPLES = join(__dirname, '../../examples');

/** Set to `write` by whoever means a change, and reads the difference before it is committed. */
const WRITING = process.env.DIFUSOR_EXPECTED === 'write';

/** Path of an example's file. */
export function exampleFileOf(example: string, name = 'difusor.yaml'): string {
  return join(EXAMPLES, example, name);
}

/** What `examples/<example>/expected/<name>` holds; with DIFUSOR_EXPECTED=write, it is made to hold `found`. */
export function expectedOutput(example: string, name: string, found: unknown): unknown {
  const path = exampleFileOf(example, join('expected', name));
  if (WRITING) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `${JSON.stringify(found, null, 1)}\n`);
  }
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as unknown) : undefined;
}

/** A value as JSON gives it back, and a text of several lines as those lines, so that a difference can be read. */
export function inLines(value: unknown): unknown {
  if (typeof value === 'string') return value.includes('\n') ? value.split('\n') : value;
  if (Array.isArray(value)) return value.map(inLines);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, inLines(each)]));
}
