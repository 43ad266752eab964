// What a command costs: wall time, CPU of all its processes, and the most memory that its first process held.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { text } from 'node:stream/consumers';

/** Clock ticks a second in /proc, which Linux fixes for programs at 100. */
const TICKS = 100;
const WATCH_EVERY_MS = 25;

/**
 * Runs a command to its end, in an environment that holds what it is told and PATH.
 * @returns seconds of wall time and of CPU, MB of memory, and what it printed
 * @throws when it ends with another status than 0
 */
export async function measure([command, ...args], { env = {}, cwd } = {}) {
  const cpuBefore = childrenCpu();
  const start = performance.now();
  const child = spawn(command, args, {
    cwd,
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let peakKib = 0;
  const watch = setInterval(() => (peakKib = residentPeak(child.pid) ?? peakKib), WATCH_EVERY_MS);
  const ended = once(child, 'exit').then(([status]) => ({
    status,
    wall: (performance.now() - start) / 1000,
  }));
  const [{ status, wall }, output, complaints] = await Promise.all([
    ended,
    text(child.stdout),
    text(child.stderr),
  ]).finally(() => clearInterval(watch));
  if (status !== 0) throw new Error(`${command} ${args[0]} ended with ${status}\n${output}${complaints}`);
  return { wall, cpu: childrenCpu() - cpuBefore, memory: (peakKib * 1024) / 1e6, output };
}

/** Seconds of CPU, user and system, of every child that has ended, and of theirs. */
function childrenCpu() {
  const fields = readFileSync('/proc/self/stat', 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ');
  return (Number(fields[13]) + Number(fields[14])) / TICKS;
}

/** The kernel's own high-water mark in KiB; `undefined` once the process is gone. */
function residentPeak(pid) {
  try {
    return (
      Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? undefined) ||
      undefined
    );
  } catch {
    return undefined;
  }
}
