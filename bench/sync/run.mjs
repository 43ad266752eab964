// What a cut costs to publish, side by side with the programs that difusores use:
// `npm run bench:sync -- [--rounds N] [--seed N] [--scale X] [--large X] [--quick] [--json]`. On Linux: the figures of
// processes come from /proc.
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { findContenders } from './contenders.mjs';
import { DirectoryBench, directoryContenders } from './directory-bench.mjs';
import { startDouble } from './double.mjs';
import { judge } from './goals.mjs';
import { readOptions } from './options.mjs';
import { report } from './report.mjs';
import { LATENCY_MS, S3Bench } from './s3-bench.mjs';
import { CASES, sizeOf, writeSite } from './site/site.mjs';
import { summarize, traffic, writes } from './summary.mjs';
import { findTool } from './tools/find-tool.mjs';

const scratch = mkdtempSync(join(tmpdir(), 'difusor-bench-sync-'));
const double = await startDouble();

try {
  const options = readOptions(process.argv.slice(2));
  const result = await bench(options);
  process.stdout.write(`${options.json ? JSON.stringify(result, null, 2) : report(result)}\n`);
} catch (error) {
  process.stderr.write(`bench:sync: ${error.message}\n`);
  process.exitCode = 1;
} finally {
  double.stop();
  rmSync(scratch, { recursive: true, force: true });
}

async function bench({ seed, scale, rounds, large }) {
  const site = join(scratch, 'site');
  const cuts = writeSite(site, { seed, scale });
  const { present, missing } = findContenders(double);
  const rsync = findTool('rsync');
  const s3Bench = new S3Bench({ double, site, cuts });
  const s3 = await compareOnS3(s3Bench, present, rounds);
  const cases = await tryCases(s3Bench, present, s3);
  const directory = await compareOnDirectory({ site, cuts, rounds, rsync });
  const figures = {
    s3,
    cases,
    change: s3Bench.changeOf('normal'),
    idle: await pollIdly(s3Bench, present[0]),
    large:
      large === 0
        ? undefined
        : await tryLarge(present[0], { seed, scale: scale * large, than: cuts.next.next.size }),
    directory,
  };
  return {
    machine: `Node ${process.version}, ${availableParallelism()} × ${cpus()[0]?.model ?? 'CPU'}`.slice(0, 46),
    rounds,
    latency: LATENCY_MS,
    site: sizeOf(join(site, 'next'), cuts.next.next),
    contenders: present.map(({ title, version }) => ({ title, version })),
    titles: Object.fromEntries(present.map(({ name, title }) => [name, title])),
    missing: [...missing, ...(rsync === undefined ? [{ title: 'rsync', how: 'apt-get install rsync' }] : [])],
    ...figures,
    goals: judge(figures),
  };
}

/** In turns, so that a slow spell of the machine falls on all. */
async function compareOnS3(s3Bench, contenders, rounds) {
  for (const contender of contenders) {
    tell(`first cut to S3: ${contender.title}`);
    await s3Bench.publishFirst(contender);
  }
  s3Bench.setTimes('normal');
  return inTurns(
    contenders,
    rounds,
    ({ name }) => name,
    (contender) => s3Bench.publishNext(contender, 'normal'),
  );
}

/** What readers get where times and sizes tell nothing: once each, since that does not vary. */
async function tryCases(s3Bench, contenders, normal) {
  const cases = { normal };
  for (const name of Object.keys(CASES).filter((other) => other !== 'normal')) {
    tell(`case ${name}`);
    s3Bench.setTimes(name);
    cases[name] = await inTurns(
      contenders,
      1,
      (one) => one.name,
      (contender) => s3Bench.publishNext(contender, name),
    );
  }
  s3Bench.setTimes('normal');
  return cases;
}

async function pollIdly(s3Bench, ours) {
  await s3Bench.publishNext(ours, 'normal');
  const { requests } = await s3Bench.publishAgain(ours, 'normal');
  return writes(traffic(requests));
}

/** Memory with many more files, the greater of the first publication and the next. */
async function tryLarge(ours, { seed, scale, than }) {
  tell('the large site');
  const site = join(scratch, 'large');
  const cuts = writeSite(site, { seed, scale });
  const s3Bench = new S3Bench({ double, site, cuts });
  const first = await s3Bench.publishFirst(ours);
  const next = await s3Bench.publishNext(ours, 'normal');
  rmSync(site, { recursive: true, force: true });
  return {
    files: cuts.next.next.size,
    than,
    memory: Math.max(first.memory, next.memory),
    wall: next.wall,
    cpu: next.cpu,
  };
}

async function compareOnDirectory({ site, cuts, rounds, rsync }) {
  const directory = new DirectoryBench({ site, scratch });
  const contenders = Object.entries(directoryContenders(rsync));
  for (const [name, contender] of contenders) {
    tell(`first cut to a directory: ${name}`);
    await directory.publishFirst(name, contender);
  }
  const paths = [...cuts.next.next.keys()];
  const next = ([name, contender]) => directory.publishNext(name, contender, paths);
  return inTurns(contenders, rounds, ([name]) => name, next);
}

async function inTurns(contenders, rounds, nameOf, run) {
  const runs = new Map(contenders.map((contender) => [nameOf(contender), []]));
  for (let round = 1; round <= rounds; round += 1) {
    tell(`round ${round} of ${rounds}`);
    for (const contender of contenders) runs.get(nameOf(contender)).push(await run(contender));
  }
  return Object.fromEntries([...runs].map(([name, all]) => [name, summarize(all)]));
}

/** What is being done, for who waits; the figures alone go to the standard output. */
function tell(step) {
  if (process.stderr.isTTY) process.stderr.write(`${step}\n`);
}
