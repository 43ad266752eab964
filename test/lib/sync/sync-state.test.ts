import { NO_STATE, parseSyncState, type SyncState } from '../../../lib/sync/sync-state.js';

const STATE: SyncState = {
  format: 1,
  package: {
    sha256: 'a'.repeat(64),
    generation: '20270607T032000Z-aaaaaaaa',
    window: 'election',
    fate: 'published',
    validators: { etag: '"a"' },
  },
  refused: { sha256: 'c'.repeat(64), code: 'ARCHIVE_EMPTY' },
  trouble: {
    since: '2027-06-07T03:05:00.000Z',
    code: 'SOURCE_REFUSED',
    askAgainAt: '2027-06-07T03:25:00.000Z',
  },
  evidence: { sha256: 'b'.repeat(64), generation: '20270607T032000Z-bbbbbbbb' },
};

describe('parseSyncState', () => {
  it('reads what was written', () => {
    expect(parseSyncState(JSON.stringify(STATE))).toEqual(STATE);
  });

  it.each([
    ['nothing', undefined],
    ['an empty file', ''],
    ['a torn one', JSON.stringify(STATE).slice(0, 40)],
    ['notes of another format', JSON.stringify({ ...STATE, format: 2 })],
    ['a trouble of no time', JSON.stringify({ ...STATE, trouble: { since: 'then', code: 'X' } })],
    ['a fate unknown', JSON.stringify({ ...STATE, package: { ...STATE.package, fate: 'lost' } })],
  ])('takes %s for no notes', (_what, text) => {
    expect(parseSyncState(text)).toEqual(NO_STATE);
  });
});
