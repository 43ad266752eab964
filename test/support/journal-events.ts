import type { GapEvent, JournalEvent } from '../../lib/journal/index.js';

export const EARLIER = '20240603T030000Z-00000001';
export const LATER = '20240603T032000Z-00000002';
export const DIGEST = 'ab'.repeat(32);

/** Two packages of changes that are missing, the second since it waits for the first. */
export const GAP: GapEvent = {
  event: 'gap',
  window: 'election',
  over: EARLIER,
  missing: [
    { package: 'a.zip', sha256: 'cd'.repeat(32), generation: LATER, code: 'ARCHIVE_TRUNCATED' },
    { package: 'b.zip', sha256: 'ef'.repeat(32), code: 'CUT_GAP' },
  ],
};

/** One event of each kind, as a night might bring them; among them texts beyond ASCII. */
export const EVENTS: readonly JournalEvent[] = [
  {
    event: 'received',
    generation: EARLIER,
    package: '20240602_2000_PREP_BCS.zip',
    sha256: DIGEST,
    bytes: 1234,
    source: 'prep.example.net',
  },
  { event: 'staging', generation: EARLIER, stable: EARLIER },
  { event: 'arrived', generation: EARLIER, path: 'actas/señalización ✓.jpg', sha256: DIGEST },
  { event: 'staged', generation: EARLIER, sent: 3, copied: 0, sentBytes: 900 },
  { event: 'held', generation: EARLIER, reason: 'before-opening' },
  { event: 'flipped', generation: EARLIER, shown: 'live', rehearsal: false },
  { event: 'seen', generation: EARLIER, files: 4 },
  {
    event: 'seen',
    generation: EARLIER,
    files: 2,
    code: 'OUTSIDE_UNREACHABLE',
    params: { url: 'https://prep.example.mx/', reason: 'ETIMEDOUT' },
  },
  { event: 'refused', generation: LATER, code: 'ARCHIVE_EMPTY', params: { package: 'x.zip' } },
  { event: 'failed', code: 'SOURCE_REFUSED', params: { host: 'prep.example.net', status: 503 } },
  { event: 'operated', operation: 'rollback', reason: 'cifras al revés', from: LATER, to: EARLIER },
  { event: 'taken-away', generation: LATER },
  { event: 'retired', generations: [EARLIER, LATER] },
  { event: 'held', generation: LATER, reason: 'gap' },
  GAP,
  { event: 'repaired', bytes: 17 },
];

/** A short event, told from others by a number. */
export function numbered(count: number): JournalEvent {
  return { event: 'arrived', generation: EARLIER, path: `f/${count}.json`, sha256: DIGEST };
}
