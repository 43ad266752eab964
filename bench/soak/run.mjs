// npm run soak -- [MINUTES]: the real worker at a cadence of one second, a new cut every few seconds, its memory and
// descriptors sampled all along. Ends with 1 where they grow, or where a cut was not published.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { labelOf, packageOf } from './cuts.mjs';
import { foldersIn, serve, writeConfig } from './host.mjs';
import { Sampler } from './sampler.mjs';
import { judge } from './verdict.mjs';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const PROGRAM = process.env.DIFUSOR_PROGRAM ?? join(ROOT, 'dist', 'bin', 'difusor.js');
const DEFAULT_MINUTES = 30;
const CUT_EVERY_MS = 3000;
const LAST_CUT_WITHIN_MS = 300_000;
const HOUR_MS = 60 * 60 * 1000;

const minutes = Number(process.argv[2] ?? DEFAULT_MINUTES);
if (!(minutes > 0)) throw new Error('npm run soak -- MINUTES');
const folders = foldersIn(mkdtempSync(join(tmpdir(), 'difusor-soak-')));
const server = await serve(folders.site);
const opensAt = openingFor(minutes);
writeConfig(join(ROOT, 'examples', 'bcs', 'difusor.yaml'), folders, opensAt, server.url);
const worker = startWorker();
try {
  const sampler = new Sampler(worker.pid);
  const pushed = await pushCuts();
  sampler.stop();
  const published = await showsLast(pushed);
  const failures = worker.lines().filter((line) => line.includes('"level":50'));
  const report = {
    minutes,
    pushed,
    published,
    failures: failures.length,
    ...judge(sampler.samples, minutes),
  };
  process.stdout.write(`${JSON.stringify(report)}\n`);
  for (const line of failures.slice(0, 5)) process.stderr.write(`${line}\n`);
  const well = published && failures.length === 0 && report.verdict !== 'grows';
  process.exitCode = well ? 0 : 1;
} finally {
  await worker.stop();
  server.close();
  rmSync(folders.root, { recursive: true, force: true });
}

/** So long ago that every cut has a minute of its own before now. */
function openingFor(minutesOfRun) {
  const hours = 2 + (minutesOfRun * 60_000) / CUT_EVERY_MS / 60;
  return new Date(Math.floor((Date.now() - hours * HOUR_MS) / HOUR_MS) * HOUR_MS);
}

function startWorker() {
  const where = ['--directory', folders.site, '--archive', folders.archive];
  const child = spawn(process.execPath, [PROGRAM, 'sync', ...where, '--watch', '--every', '1'], {
    cwd: folders.root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  let lines = [];
  child.stdout.setEncoding('utf8').on('data', (text) => {
    // A line that says nothing of a failure is not kept: this process must not grow either.
    lines = [...lines, ...text.split('\n').filter((line) => line.includes('"level":50'))].slice(-1000);
  });
  return {
    pid: child.pid,
    lines: () => lines,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** @returns how many cuts were put into the inbox */
async function pushCuts() {
  const until = performance.now() + minutes * 60_000;
  let number = 0;
  while (performance.now() < until) {
    const { name, bytes } = packageOf(opensAt, number);
    const path = join(folders.inbox, name);
    writeFileSync(`${path}.part`, bytes);
    renameSync(`${path}.part`, path);
    number += 1;
    await sleep(Math.min(CUT_EVERY_MS, Math.max(0, until - performance.now())));
  }
  return number;
}

/** Whether readers get the last cut in the end. */
async function showsLast(pushed) {
  const until = performance.now() + LAST_CUT_WITHIN_MS;
  while (performance.now() < until) {
    if (liveLabel() === labelOf(pushed - 1)) return true;
    await sleep(100);
  }
  return false;
}

function liveLabel() {
  try {
    return /corte-\d+/.exec(readFileSync(join(folders.site, 'live', 'index.html'), 'utf8'))?.[0];
  } catch {
    return undefined;
  }
}
