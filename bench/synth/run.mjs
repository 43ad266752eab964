// How long examples/bcs takes to synthesize, against the same resources built by hand without the toolkit:
// `npm run bench:synth -- -n PAIRS`.
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { APPS, synthesize, WAYS } from './apps.mjs';
import { differences, readAssembly, total } from './assembly.mjs';
import { table } from './figures.mjs';

const require = createRequire(import.meta.url);
const scratch = mkdtempSync(join(tmpdir(), 'difusor-bench-'));
const names = Object.keys(APPS);

try {
  const pairs = readPairs();
  const assembly = checkAlike();
  print(heading(pairs, assembly));
  for (const way of Object.keys(WAYS)) print(table(way, time(way, pairs)));
} catch (error) {
  process.stderr.write(`bench:synth: ${error.message}\n`);
  process.exitCode = 1;
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

function readPairs() {
  const { values } = parseArgs({ options: { pairs: { type: 'string', short: 'n', default: '9' } } });
  if (/^[1-9]\d{0,3}$/.test(values.pairs)) return Number(values.pairs);
  throw new Error(`-n wants a number of pairs from 1 to 9999, got ${JSON.stringify(values.pairs)}`);
}

/** A ratio means nothing unless both apps make the same. */
function checkAlike() {
  const [difusor, bare] = names.map((name) => {
    run(name, 'cdk synth');
    return readAssembly(outOf(name));
  });
  const found = differences(difusor, bare);
  if (found.length === 0) return bare;
  throw new Error(
    `the two apps do not make the same, so there is nothing to compare\n  ${found.join('\n  ')}`,
  );
}

/** Seconds of each app, in turns, so that a slow spell of the machine falls on both. */
function time(way, pairs) {
  for (const name of names) run(name, way);
  const rounds = Array.from({ length: pairs }, () => names.map((name) => run(name, way)));
  return Object.fromEntries(names.map((name, index) => [name, rounds.map((seconds) => seconds[index])]));
}

function run(name, way) {
  return synthesize(name, way, { home: scratch, out: outOf(name) });
}

function outOf(name) {
  return join(scratch, name);
}

function heading(pairs, assembly) {
  const version = (name) => `${name} ${require(`${name}/package.json`).version}`;
  return [
    'Synthesis of examples/bcs: wall time of the whole process, validation engine on',
    `Node ${process.version}, ${version('aws-cdk')}, ${version('aws-cdk-lib')}, ${availableParallelism()} cores`,
    `${total(assembly)} resources of ${assembly.counts.size} types in both apps`,
    `${pairs} pairs in turns (difusor, bare), after one warm-up of each`,
  ].join('\n');
}

function print(text) {
  process.stdout.write(`${text}\n\n`);
}
