import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { verifyJournal } from '../../../lib/journal/index.js';
import { appendTo, entriesIn, openJournal } from '../../support/journal-fixture.js';
import { bundleJournalWriter, startJournalWriter } from '../../support/journal-processes.js';
import { EVENTS, numbered } from '../../support/journal-events.js';
import { useTemporaryDirectory } from '../../support/temporary-directory.js';

const directory = useTemporaryDirectory();
const path = (): string => join(directory(), 'journal.jsonl');
let scripts: string;
let script: string;
beforeAll(() => {
  scripts = mkdtempSync(join(tmpdir(), 'difusor-test-'));
  script = bundleJournalWriter(scripts);
});
afterAll(() => {
  rmSync(scripts, { recursive: true, force: true });
});

/** The turns of one writer, in the order in which the journal has them. */
function turnsOf(writer: string): unknown[] {
  return entriesIn(path())
    .map(({ params }) => params as { writer?: string; turn?: number } | undefined)
    .filter((params) => params?.writer === writer)
    .map((params) => params?.turn);
}

const upTo = (count: number): number[] => Array.from({ length: count }, (_each, index) => index + 1);

describe('processes that append to one journal', () => {
  it('write one chain, each its own entries in order', async () => {
    const names = ['a', 'b', 'c', 'd'];
    const writers = names.map((name) => startJournalWriter(script, [path(), name, '60']));
    expect(await Promise.all(writers.map(({ ended }) => ended))).toEqual([0, 0, 0, 0]);
    expect(await verifyJournal(path())).toMatchObject({ entries: 240, breakCount: 0, tornBytes: 0 });
    for (const name of names) expect(turnsOf(name)).toEqual(upTo(60));
  });

  it('lose nothing that was acknowledged, however often one is killed', async () => {
    const steady = startJournalWriter(script, [path(), 'steady', '400']);
    const kept: [string, number][] = [];
    for (let kill = 0; kill < 20; kill += 1) {
      const name = `killed-${kill}`;
      const writer = startJournalWriter(script, [path(), name, '100000']);
      while (writer.acknowledged() <= kill) await sleep(1);
      writer.child.kill('SIGKILL');
      expect(await writer.ended).toBeNull();
      kept.push([name, writer.acknowledged()]);
    }
    expect(await steady.ended).toBe(0);
    await appendTo(path(), [numbered(1)]);
    expect(await verifyJournal(path())).toMatchObject({ breakCount: 0, tornBytes: 0 });
    expect(turnsOf('steady')).toEqual(upTo(400));
    for (const [name, acknowledged] of kept) {
      const turns = turnsOf(name);
      expect(turns).toEqual(upTo(turns.length));
      expect(turns.length).toBeGreaterThanOrEqual(acknowledged);
    }
  });

  it('go on without one that is stopped, which writes no fork when it goes on', async () => {
    await appendTo(path(), EVENTS);
    const stopped = startJournalWriter(script, [path(), 'stopped', '1', 'stop']);
    while (!/^State:\s+T/m.test(readFileSync(`/proc/${stopped.child.pid}/status`, 'utf8'))) await sleep(5);
    const journal = await openJournal(path(), { lock: { staleMs: 100 } });
    await journal.record(numbered(1));
    await journal.commit();
    expect(stopped.acknowledged()).toBe(0);
    stopped.child.kill('SIGCONT');
    expect(await stopped.ended).toBe(0);
    await journal.record(numbered(2));
    await journal.close();
    expect(turnsOf('stopped')).toEqual([1]);
    expect(await verifyJournal(path())).toMatchObject({ breakCount: 0, last: { seq: EVENTS.length + 4 } });
  });

  it('leave whole lines behind where a file may grow no more', async () => {
    // 8 blocks of 1,024 bytes in bash; the write that passes them is a short one first, as on a full disk.
    const limited = ['bash', '-c', 'ulimit -f 8; exec "$@"', 'bash'];
    const writer = startJournalWriter(script, [path(), 'limited', '1000'], limited);
    const complaint: string[] = [];
    writer.child.stderr.setEncoding('utf8').on('data', (text: string) => complaint.push(text));
    expect(await writer.ended).toBe(1);
    expect(complaint.join('')).toContain('JOURNAL_WRITE_FAILED');
    expect(complaint.join('')).toContain('EFBIG');
    const report = await verifyJournal(path());
    expect(report).toMatchObject({ breakCount: 0, tornBytes: 0 });
    expect(report.entries).toBeGreaterThanOrEqual(writer.acknowledged());
    expect(report.entries).toBeGreaterThan(5);
  });
});
