import { readFileSync } from 'node:fs';
import {
  openFileJournal,
  type FileJournal,
  type FileJournalOptions,
  type JournalEvent,
} from '../../lib/journal/index.js';

/** A clock that goes on by a second each time it is looked at. */
export function tickingClock(from = '2024-06-03T03:00:00Z'): () => Date {
  let at = Date.parse(from);
  return () => new Date((at += 1000));
}

/** Opens a journal in a file, with little patience for other processes. */
export function openJournal(path: string, options: Partial<FileJournalOptions> = {}): Promise<FileJournal> {
  return openFileJournal(path, { clock: tickingClock(), lock: { staleMs: 100, waitMs: 5_000 }, ...options });
}

/** Appends events as one process would, from opening to closing. */
export async function appendTo(path: string, events: readonly JournalEvent[]): Promise<void> {
  const journal = await openJournal(path);
  for (const event of events) await journal.record(event);
  await journal.commit();
  await journal.close();
}

/** The entries of a journal that is whole. */
export function entriesIn(path: string): Record<string, unknown>[] {
  const lines = readFileSync(path, 'utf8').split('\n');
  return lines.slice(0, -1).map((line) => JSON.parse(line) as Record<string, unknown>);
}
