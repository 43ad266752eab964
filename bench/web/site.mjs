// What is asked for: one small JSON of a results page, and its compressed twin, in a cut that is live.
import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export const PATH = '/json/main.json';
const CUT = 'cuts/20240603T020000Z-00000001';
const ROWS = 40;

/** Puts the cut into the site of a host's folder, and makes it live. */
export function publishSite(folder) {
  const file = join(folder, 'site', CUT, PATH);
  mkdirSync(dirname(file), { recursive: true });
  const rows = Array.from({ length: ROWS }, (_, row) => ({
    distrito: row,
    actas: 700 + row,
    votos: 91_234 * row,
  }));
  writeFileSync(file, JSON.stringify({ corte: '20:00', rows }));
  execFileSync('gzip', ['--keep', file]);
  symlinkSync(CUT, join(folder, 'site/live'));
}
