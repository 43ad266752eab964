// What an answer of our web container costs, side by side with nginx by hand in the same kind of container:
// `npm run bench:web -- [--rounds N] [--seconds N] [--connections N] [--slow N] [--megabytes N] [--quick] [--json]`.
// As root on Linux, with Docker, wrk, sftp and mmdebstrap.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { startContenders } from './contenders.mjs';
import { debianBase, joinEngine } from './engine.mjs';
import { judge } from './goals.mjs';
import { CASES, load } from './load.mjs';
import { readOptions } from './options.mjs';
import { report } from './report.mjs';
import { whileSlow } from './slow.mjs';
import { median } from './median.mjs';
import { transfer } from './transfer.mjs';

const scratch = mkdtempSync(join(tmpdir(), 'difusor-bench-web-'));
let engine;
let contenders = [];

try {
  const options = readOptions(process.argv.slice(2));
  engine = joinEngine();
  const result = await bench(options);
  process.stdout.write(`${options.json ? JSON.stringify(result, null, 2) : report(result)}\n`);
} catch (error) {
  process.stderr.write(`bench:web: ${error.message}\n`);
  process.exitCode = 1;
} finally {
  for (const { container } of contenders) container.remove();
  engine?.leave();
  rmSync(scratch, { recursive: true, force: true });
}

async function bench({ rounds, seconds, connections, slow, megabytes }) {
  const base = debianBase();
  const key = join(scratch, 'key');
  execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', key]);
  const publicKey = readFileSync(`${key}.pub`, 'utf8').trim();
  contenders = await startContenders({ scratch, engine, base, publicKey });
  const [ours] = contenders;
  const figures = {
    load: await inTurns({ rounds, seconds, connections }),
    slow:
      slow === 0
        ? undefined
        : await tellWhileSlow(ours, { slow, readers: engine.readers, seconds: seconds * 3 }),
    sftp:
      megabytes === 0
        ? undefined
        : await transfer({ plan: ours.plan, engine, base, scratch, key, megabytes }),
  };
  return {
    machine: `Node ${process.version}, ${availableParallelism()} × ${cpus()[0]?.model ?? 'CPU'}`.slice(0, 46),
    rounds,
    seconds,
    connections,
    megabytes,
    ...figures,
    goals: judge(figures),
  };
}

/** In turns, so that a slow spell of the machine falls on all. */
async function inTurns({ rounds, seconds, connections }) {
  const results = {};
  for (const name of Object.keys(CASES)) {
    for (const contender of contenders) await load(contender, name, { seconds: 1, connections });
    const runs = new Map(contenders.map(({ title }) => [title, []]));
    for (let round = 1; round <= rounds; round += 1) {
      tell(`${name}: round ${round} of ${rounds}`);
      for (const contender of round % 2 === 0 ? contenders.toReversed() : contenders)
        runs.get(contender.title).push(await load(contender, name, { seconds, connections }));
    }
    results[name] = Object.fromEntries([...runs].map(([title, all]) => [title, summary(all)]));
  }
  return results;
}

function summary(runs) {
  return {
    perCpuSecond: median(runs.map(({ perCpuSecond }) => perCpuSecond)),
    requests: runs.reduce((sum, { requests }) => sum + requests, 0),
    failed: runs.reduce((sum, { failed }) => sum + failed, 0),
  };
}

function tellWhileSlow(...words) {
  tell('slow connections');
  return whileSlow(...words);
}

/** What is being done, for who waits; the figures alone go to the standard output. */
function tell(step) {
  if (process.stderr.isTTY) process.stderr.write(`${step}\n`);
}
