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
    ['a fate unknown', JSON.stringify({ ...STATE, package: { ...STATE.package, fate: 'lost' } })],
  ])('takes %s for no notes', (_what, text) => {
    expect(parseSyncState(text)).toEqual(NO_STATE);
  });
});
