import { existsSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import * as difusor from '../../lib/index.js';
import { CUT_2000, CUT_2020 } from '../support/cli-site.js';
import { examplePlan } from '../support/example-plan.js';
import { useTemporaryDirectory } from '../support/temporary-directory.js';

describe('what a library user imports', () => {
  const directory = useTemporaryDirectory();

  it('is all that a worker and its night stand on', async () => {
    const { worker: settings, name } = examplePlan();
    const at = (...parts: string[]): string => join(directory(), ...parts);
    let now = new Date('2027-06-06T20:05:00-07:00');
    const clock = (): Date => now;
    const store = await difusor.openDirectorySiteStore(at('site'));
    const journal = await difusor.openFileJournal(at('journal.jsonl'), { clock });
    const published: (string | undefined)[] = [];
    for (const path of [CUT_2000, CUT_2020]) {
      const stop = new AbortController();
      const worker = difusor.createSyncWorker({
        settings,
        site: name,
        source: new difusor.FileSource({ path, maxBytes: settings.package.maxBytes }),
        store,
        retiring: store,
        archive: new difusor.DirectoryArchiveStore(at('kept')),
        journal,
        clock,
        log: difusor.createSyncLog({ write: () => undefined }),
        emitMetrics: () => undefined,
        workDirectory: at('work'),
      });
      await difusor.watch({
        worker,
        everyMs: 1,
        signal: stop.signal,
        onOutcome: (outcome) => {
          if (outcome.kind === 'published') published.push(outcome.generation);
          stop.abort();
        },
        monotonicMs: () => 0,
        wait: () => Promise.resolve(),
      });
      now = new Date('2027-06-06T20:25:00-07:00');
    }
    await difusor.rollBack(store, { now });
    expect(readlinkSync(at('site', 'live'))).toBe(`cuts/${published[0]}`);
    await difusor.closeSite(store);
    await difusor.openSite(store, { now, opensAt: new Date(0), rehearsal: undefined });
    await difusor.raiseNotice(store);
    expect(readlinkSync(at('site', 'live'))).toBe('pages/notice');
    await difusor.withdrawNotice(store, { rehearsal: undefined });
    await difusor.retireCuts(store, { hours: 24, now });
    await journal.close();
    expect(await difusor.verifyJournal(at('journal.jsonl'))).toMatchObject({ breaks: [] });
    expect(existsSync(at('kept', 'packages'))).toBe(true);
  });

  it('makes a source from the settings, as the worker on Lambda does', () => {
    const secrets = difusor.hostSecretReader({ value: '{"username":"a","password":"b"}' });
    const { worker } = examplePlan();
    const { source } = worker;
    expect(difusor.createSource(worker, { secrets }).host).toBe('host' in source ? source.host : 'none');
  });
});
