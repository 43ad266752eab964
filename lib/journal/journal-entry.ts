import { createHash } from 'node:crypto';
import { z } from 'zod';
import { DifusorError } from '../errors.js';
import { journalEventSchema, type JournalEvent } from './journal-event.js';

/** Where a chain stands: the number and the hash of its last entry. */
export interface ChainHead {
  readonly seq: number;
  /** Lower-case hexadecimal SHA-256. */
  readonly hash: string;
}

/** The head of a chain without an entry. */
export const GENESIS: ChainHead = { seq: 0, hash: '0'.repeat(64) };

/** Longest line that is read as an entry. */
export const MAX_LINE_BYTES = 1024 * 1024;

const hash = z.string().regex(/^[0-9a-f]{64}$/);

const entrySchema = z.looseObject({
  seq: z.int().positive(),
  at: z.iso.datetime(),
  event: z.string(),
  prev: hash,
  hash,
});

/** One line of a journal, with the fields of its event beside these; `at` is in UTC. */
export type JournalEntry = Readonly<z.infer<typeof entrySchema>>;

/** An event on its way into a journal. */
export interface DatedEvent {
  readonly event: JournalEvent;
  readonly at: Date;
}

export interface ChainedLine extends ChainHead {
  /** Without the line feed. */
  readonly line: string;
}

/** The line that follows a head; its hash is the SHA-256 of the line as it is without it. */
export function chainLine({ event, at }: DatedEvent, { seq, hash: prev }: ChainHead): ChainedLine {
  const body = JSON.stringify({ seq: seq + 1, at: at.toISOString(), ...event, prev });
  const sha256 = sha256Of(body);
  return { seq: seq + 1, hash: sha256, line: `${body.slice(0, -1)},"hash":"${sha256}"}` };
}

/** More than number, time and the two hashes take beside the event. */
const ENVELOPE_BYTES = 512;

/** @throws INTERNAL for an event that would make a line too long to be read again */
export function assertFits(event: JournalEvent): void {
  const bytes = Buffer.byteLength(JSON.stringify(event));
  if (bytes + ENVELOPE_BYTES <= MAX_LINE_BYTES) return;
  throw new DifusorError('INTERNAL', { reason: `an event of ${bytes} bytes is too long for the journal` });
}

/** What is to be read in a line: an entry, or why there is none. */
export type ReadLine =
  { readonly entry: JournalEntry } | { readonly entry?: never; readonly fault: 'hash' | 'unreadable' };

const HASH_SUFFIX = /^,"hash":"([0-9a-f]{64})"\}$/;
/** Bytes of what {@link HASH_SUFFIX} matches. */
const SUFFIX_LENGTH = 75;

/** Reads a line and holds it against its own hash, byte by byte. */
export function readLine(line: Buffer): ReadLine {
  const claimed = HASH_SUFFIX.exec(line.toString('latin1', Math.max(0, line.length - SUFFIX_LENGTH)))?.[1];
  const entry = parseEntry(line.toString('utf8'));
  if (claimed === undefined || entry === undefined || line.length > MAX_LINE_BYTES) {
    return { fault: 'unreadable' };
  }
  const body = Buffer.concat([line.subarray(0, line.length - SUFFIX_LENGTH), Buffer.from('}')]);
  return sha256Of(body) === claimed ? { entry } : { fault: 'hash' };
}

const ENVELOPE = new Set(['seq', 'at', 'prev', 'hash']);

/** The event of an entry; `undefined` for one that this version does not know. */
export function eventOf(entry: JournalEntry): JournalEvent | undefined {
  const fields = Object.entries(entry).filter(([name]) => !ENVELOPE.has(name));
  return journalEventSchema.safeParse(Object.fromEntries(fields)).data;
}

function parseEntry(text: string): JournalEntry | undefined {
  try {
    return entrySchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

function sha256Of(bytes: string | Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
