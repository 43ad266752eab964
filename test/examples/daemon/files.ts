import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The example for a host of one's own. */
export const DAEMON = join(__dirname, '../../../examples/daemon');

export function exampleText(name: string): string {
  return readFileSync(join(DAEMON, name), 'utf8');
}

/** Value of a key of a systemd unit, the last that counts; lines that go on are joined. */
export function unitValues(text: string, key: string): readonly string[] {
  const joined = text.replace(/\\\n\s*/g, '');
  return [...joined.matchAll(new RegExp(`^${key}=(.*)$`, 'gm'))].map(([, value = '']) => value);
}

/** Words of a Dockerfile's instruction in its JSON form, e.g. `CMD`. */
export function dockerWords(instruction: string): readonly string[] {
  const joined = exampleText('Dockerfile').replace(/\\\n\s*/g, '');
  const found = new RegExp(`^${instruction} (\\[.*\\])$`, 'm').exec(joined)?.[1];
  return JSON.parse(found ?? '[]') as string[];
}
