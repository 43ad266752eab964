// `npm run fuzz -- RUNS`: every property that is fuzzed, with as many cases as asked for instead of 2,000.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const [runs = '100000'] = process.argv.slice(2);
if (!/^[1-9]\d*$/.test(runs)) {
  process.stderr.write(`npm run fuzz -- RUNS: ${runs}?\n`);
  process.exit(1);
}
const files = testFiles().filter((path) => readFileSync(path, 'utf8').includes('FUZZ_RUNS'));
// Milliseconds: a slow property takes some for each case.
const timeout = String(60_000 + 20 * Number(runs));
const { status } = spawnSync('npx', ['jest', '--testTimeout', timeout, ...files], {
  stdio: 'inherit',
  env: { ...process.env, DIFUSOR_FUZZ_RUNS: runs },
});
process.exit(status ?? 1);

function testFiles() {
  return readdirSync('test', { recursive: true })
    .filter((name) => name.endsWith('.test.ts') && !name.startsWith('e2e'))
    .map((name) => join('test', name));
}
