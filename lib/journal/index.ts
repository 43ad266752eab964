export type { BreakReason, ChainBreak, ChainCheckOptions, EntryMark, JournalReport } from './chain-check.js';
export { openFileJournal, type FileJournal, type FileJournalOptions } from './file-journal.js';
export { eventOf, readLine, type JournalEntry } from './journal-entry.js';
export { OPERATIONS, type GapEvent, type JournalEvent, type Operation } from './journal-event.js';
export { readLines } from './journal-lines.js';
export type { Arrivals, Journal, StagingPlace } from './journal.js';
export { MemoryJournal } from './memory-journal.js';
export { MirroredJournal, type MirrorOptions } from './mirrored-journal.js';
export { verifyJournal, verifyLines } from './verify-journal.js';
