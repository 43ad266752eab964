import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { failureOf } from '../failure.js';
import type { Trouble } from './sync-state.js';

/** Seconds without a run after which a worker on this host counts as dead. */
export const SILENCE_SECONDS = 600;

/** Code of the trouble of a worker that gives no sign. */
export const SILENT = 'WORKER_SILENT';

/** Leaves a sign that a run ended, whatever it came to; a disk that refuses it is told of by the run itself. */
export async function beat(path: string, now: Date): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, `${now.toISOString()}\n`);
  } catch (error) {
    // What a full disk means for the cut is the run's to say.
    if (failureOf(error).syscall === undefined) throw error;
  }
}

/** The trouble of a worker that has not run for long; nothing where none ever ran here. */
export async function silenceSince(path: string, now: Date): Promise<Trouble | undefined> {
  const last = await lastBeat(path);
  if (last === undefined || now.getTime() - last.getTime() <= SILENCE_SECONDS * 1000) return undefined;
  return { since: last.toISOString(), code: SILENT };
}

async function lastBeat(path: string): Promise<Date | undefined> {
  try {
    const at = new Date((await readFile(path, 'utf8')).trim());
    return Number.isNaN(at.getTime()) ? undefined : at;
  } catch {
    return undefined;
  }
}
