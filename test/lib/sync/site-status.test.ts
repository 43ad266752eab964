import type { Pointer } from '../../../lib/edge/pointer.js';
import { DifusorError } from '../../../lib/errors.js';
import { MemorySiteStore } from '../../../lib/publish/index.js';
import { readStatus } from '../../../lib/sync/site-status.js';
import { FIRST_ID } from '../../support/night.js';
import { putNotes } from '../../support/noted.js';
import { SETTINGS } from '../../support/worker-settings.js';

const LIVE: Pointer = { state: 'live', generation: FIRST_ID };
const TROUBLE = { since: '2027-06-07T03:01:00.000Z', code: 'SOURCE_UNREACHABLE' };
const SILENCE = { since: '2027-06-07T02:40:00.000Z', code: 'WORKER_SILENT' };
const NOW = new Date('2027-06-06T20:05:00-07:00');

describe('readStatus', () => {
  let store: MemorySiteStore;
  beforeEach(async () => {
    store = new MemorySiteStore();
    await store.movePointer(LIVE, await store.readPointer());
  });

  it('tells the pointer, the window, and how fresh it is', async () => {
    expect(await readStatus(store, SETTINGS, NOW)).toEqual({
      pointer: LIVE,
      window: SETTINGS.windows[1],
      freshness: { state: 'current', ageSeconds: 300, lagSeconds: 0 },
    });
  });

  it('tells what the worker noted of its trouble', async () => {
    await putNotes(store, JSON.stringify({ format: 1, trouble: TROUBLE }));
    expect(await readStatus(store, SETTINGS, NOW)).toMatchObject({
      freshness: { state: 'failing', ageSeconds: 300, lagSeconds: 240 },
      trouble: TROUBLE,
    });
  });

  it('believes the host rather than the notes of a worker that is silent', async () => {
    for (const notes of ['', JSON.stringify({ format: 1, trouble: TROUBLE })]) {
      await putNotes(store, notes);
      expect(await readStatus(store, SETTINGS, NOW, SILENCE)).toMatchObject({
        freshness: { state: 'failing', lagSeconds: 1500 },
        trouble: SILENCE,
      });
    }
  });

  it('lets nothing age outside of the windows, and tells a trouble all the same', async () => {
    await putNotes(store, JSON.stringify({ format: 1, trouble: TROUBLE }));
    expect(await readStatus(store, SETTINGS, new Date('2027-06-09T12:00:00Z'))).toEqual({
      pointer: LIVE,
      freshness: { state: 'waiting', ageSeconds: 0, lagSeconds: 0 },
      trouble: TROUBLE,
    });
  });

  it('takes notes that can’t be read for none', async () => {
    await putNotes(store, 'torn {');
    expect(await readStatus(store, SETTINGS, NOW)).not.toHaveProperty('trouble');
  });

  it('says so where the store does not answer', async () => {
    jest.spyOn(store, 'readPointer').mockRejectedValue(new DifusorError('STORE_READ_FAILED'));
    await expect(readStatus(store, SETTINGS, NOW)).rejects.toMatchObject({ code: 'STORE_READ_FAILED' });
  });

  it('writes nothing', async () => {
    const writes = (['movePointer', 'writeNotes', 'putManifest', 'removeCut'] as const).map((name) =>
      jest.spyOn(store, name),
    );
    await readStatus(store, SETTINGS, NOW);
    for (const write of writes) expect(write).not.toHaveBeenCalled();
  });
});
