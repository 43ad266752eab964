import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { MemorySiteStore } from '../../../lib/publish/index.js';
import { createSource } from '../../../lib/sync/sources/create-source.js';
import type { SyncOutcome } from '../../../lib/sync/index.js';
import type { SourceSettings, WorkerSettings } from '../../../lib/worker-settings.js';
import { Inbox } from '../../support/inbox.js';
import { FIRST, FIRST_ID, SECOND, SECOND_ID } from '../../support/night.js';
import { SyncBench } from '../../support/sync-bench.js';
import { useTemporaryDirectory } from '../../support/temporary-directory.js';
import { SETTINGS } from '../../support/worker-settings.js';

describe('a worker whose institute pushes', () => {
  const directory = useTemporaryDirectory();
  let inbox: Inbox;
  let store: MemorySiteStore;

  beforeEach(() => {
    inbox = new Inbox(directory());
    store = new MemorySiteStore();
  });

  /** One run of a worker as a new process would make it. */
  const runAt = (
    time: string,
    source: SourceSettings,
    more: Partial<WorkerSettings> = {},
  ): Promise<SyncOutcome> => {
    const settings = { ...SETTINGS, ...more, source };
    const bench = new SyncBench(directory(), store, settings);
    const surroundings = {
      secrets: { read: () => Promise.resolve('') },
      cacheDirectory: join(directory(), 'cache'),
    };
    bench.overrides = { source: createSource(settings, surroundings) };
    return bench.runAt(`2027-06-06T${time}:00-07:00`);
  };
  const archived = (): string[] => readdirSync(join(directory(), 'archive', 'packages')).sort();

  describe('archives', () => {
    const archives = (): SourceSettings => ({
      kind: 'inbox',
      path: inbox.path,
      form: 'archive',
      complete: { when: 'rename' },
    });

    it('publishes one after the other, keeps each and empties the inbox', async () => {
      inbox.push(SECOND.name, SECOND.bytes);
      inbox.push(FIRST.name, FIRST.bytes);
      const first = await runAt('20:25', archives());
      expect(first).toMatchObject({ kind: 'published', generation: FIRST_ID, more: true });
      expect(inbox.names()).toEqual([SECOND.name]);
      expect(await runAt('20:26', archives())).toMatchObject({ kind: 'published', generation: SECOND_ID });
      expect(inbox.names()).toEqual([]);
      expect(archived()).toEqual([FIRST_ID, SECOND_ID]);
      expect(await runAt('20:27', archives())).toMatchObject({ kind: 'unchanged', generation: SECOND_ID });
    });

    it('keeps a refused package as evidence, lets go of it, and goes on with the next', async () => {
      inbox.push(FIRST.name, 'no archive at all');
      inbox.push(SECOND.name, SECOND.bytes);
      expect(await runAt('20:25', archives())).toMatchObject({ kind: 'refused' });
      expect(archived()).toHaveLength(1);
      expect(inbox.names()).toEqual([SECOND.name]);
      expect(await runAt('20:26', archives())).toMatchObject({ kind: 'published', generation: SECOND_ID });
    });
  });

  describe('a tree', () => {
    const tree = (): SourceSettings => ({
      kind: 'inbox',
      path: inbox.path,
      form: 'tree',
      complete: { when: 'marker', marker: '.listo' },
    });
    const byArrival: Partial<WorkerSettings> = {
      package: { ...SETTINGS.package, cutTime: { from: 'arrival' } },
    };
    const push = (text: string): void => {
      inbox.push('index.html', text);
      inbox.push('json/main.json', '{}');
      inbox.push('.listo', '');
    };

    it('publishes what a push left, and nothing while the next is under way', async () => {
      push('first');
      expect(await runAt('20:05', tree(), byArrival)).toMatchObject({ kind: 'published', sentFiles: 2 });
      expect(await runAt('20:06', tree(), byArrival)).toMatchObject({ kind: 'unchanged' });
      inbox.push('index.html', 'half');
      expect(await runAt('20:15', tree(), byArrival)).toMatchObject({ kind: 'unchanged' });
      push('second');
      expect(await runAt('20:25', tree(), byArrival)).toMatchObject({ kind: 'published', sentFiles: 1 });
      expect(archived()).toHaveLength(2);
    });

    it('keeps a tree with a name that is refused, and leaves the live cut', async () => {
      push('first');
      await runAt('20:05', tree(), byArrival);
      const { pointer } = await store.readPointer();
      inbox.push('.htaccess', 'x');
      push('second');
      expect(await runAt('20:15', tree(), byArrival)).toMatchObject({
        kind: 'refused',
        error: { code: 'ARCHIVE_ENTRY_SERVER_FILE' },
      });
      expect((await store.readPointer()).pointer).toEqual(pointer);
      expect(archived()).toHaveLength(2);
    });
  });
});
