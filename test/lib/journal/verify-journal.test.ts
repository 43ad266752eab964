import { truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { MemoryJournal, verifyJournal, verifyLines, type JournalEvent } from '../../../lib/journal/index.js';
import { GENESIS } from '../../../lib/journal/journal-entry.js';
import { FUZZ_RUNS } from '../../support/fuzz-runs.js';
import { tickingClock } from '../../support/journal-fixture.js';
import { EVENTS, numbered } from '../../support/journal-events.js';
import { useTemporaryDirectory } from '../../support/temporary-directory.js';

jest.setTimeout(300_000 + 20 * FUZZ_RUNS);

async function linesFor(events: readonly JournalEvent[]): Promise<string[]> {
  const journal = new MemoryJournal(tickingClock());
  for (const event of events) await journal.record(event);
  return [...journal.lines];
}

describe('verifyLines', () => {
  let lines: string[];
  let others: string[];
  beforeAll(async () => {
    lines = await linesFor(EVENTS);
    others = await linesFor(EVENTS.map((_event, count) => numbered(count)));
  });
  const without = (...gone: number[]): string[] => lines.filter((_line, index) => !gone.includes(index));

  it('finds a whole chain whole, and gives its head', () => {
    expect(verifyLines(lines)).toEqual({
      entries: EVENTS.length,
      first: { seq: 1, at: '2024-06-03T03:00:01.000Z' },
      last: { seq: EVENTS.length, at: '2024-06-03T03:00:16.000Z' },
      head: (JSON.parse(lines.at(-1) ?? '') as { hash: string }).hash,
      chains: 1,
      breaks: [],
      breakCount: 0,
      tornBytes: 0,
    });
  });

  it('finds nothing in nothing', () => {
    expect(verifyLines([])).toMatchObject({ entries: 0, head: GENESIS.hash, breakCount: 0 });
  });

  test.each([
    ['a line that was taken out', () => without(3), [{ line: 4, reason: 'sequence' }]],
    ['the first line that was taken out', () => without(0), [{ line: 1, reason: 'sequence' }]],
    [
      'a line that stands twice',
      () => lines.toSpliced(3, 0, lines[2] ?? ''),
      [{ line: 4, reason: 'sequence' }],
    ],
    [
      'two lines that changed places',
      () => [...lines.slice(0, 2), lines[3] ?? '', lines[2] ?? ''],
      [
        { line: 3, reason: 'sequence' },
        { line: 4, reason: 'sequence' },
      ],
    ],
    [
      'a line of another chain',
      () => lines.with(2, others[2] ?? ''),
      [
        { line: 3, reason: 'previous' },
        { line: 4, reason: 'previous' },
      ],
    ],
    [
      'a changed line, once',
      () => lines.with(2, (lines[2] ?? '').replace('actas/', 'acta5/')),
      [{ line: 3, reason: 'hash' }],
    ],
    ['what is no entry, once', () => lines.with(2, '{"seq":3}'), [{ line: 3, reason: 'unreadable' }]],
  ])('finds %s', (_name, changed, breaks) => {
    expect(verifyLines(changed())).toMatchObject({ breaks, breakCount: breaks.length });
  });

  it('knows the next chain of a log from a chain that was tampered with', () => {
    expect(verifyLines([...lines, ...others], { mayRestart: true })).toMatchObject({
      chains: 2,
      breakCount: 0,
    });
    expect(verifyLines([...lines, ...others])).toMatchObject({ breakCount: 1 });
    expect(verifyLines([...lines, ...others.slice(1)], { mayRestart: true })).toMatchObject({
      breakCount: 1,
    });
  });

  it('counts more breaks than it lists', () => {
    const report = verifyLines(Array.from({ length: 500 }, () => 'x'));
    expect(report.breakCount).toBe(500);
    expect(report.breaks).toHaveLength(100);
  });
});

describe('verifyJournal', () => {
  const directory = useTemporaryDirectory();
  const path = (): string => join(directory(), 'journal.jsonl');
  let whole: Buffer;
  beforeAll(async () => {
    whole = Buffer.from((await linesFor(EVENTS)).map((line) => `${line}\n`).join(''));
  });

  it('finds any byte that was changed, or the last line torn', async () => {
    const change = fc.record({
      at: fc.nat({ max: whole.length - 1 }),
      to: fc.integer({ min: 0, max: 255 }),
    });
    await fc.assert(
      fc.asyncProperty(change, async ({ at, to }) => {
        fc.pre(whole[at] !== to);
        const changed = Buffer.from(whole);
        changed[at] = to;
        writeFileSync(path(), changed);
        const { breakCount, tornBytes } = await verifyJournal(path());
        expect(at === whole.length - 1 ? tornBytes : breakCount).toBeGreaterThan(0);
      }),
      { numRuns: FUZZ_RUNS, seed: 7 },
    );
  });

  it('tells a torn last line from a broken one', async () => {
    writeFileSync(path(), `${whole.toString()}{"seq":`);
    expect(await verifyJournal(path())).toMatchObject({
      entries: EVENTS.length,
      breakCount: 0,
      tornBytes: 7,
    });
  });

  it('reads a journal that has grown large in little memory', async () => {
    writeFileSync(path(), whole);
    truncateSync(path(), 200 * 1024 * 1024);
    const before = process.memoryUsage().rss;
    expect(await verifyJournal(path())).toMatchObject({ entries: EVENTS.length, breakCount: 0 });
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024);
  });

  it('fails with a code where there is no journal', async () => {
    await expect(verifyJournal(path())).rejects.toMatchObject({
      code: 'JOURNAL_READ_FAILED',
      params: { path: path(), reason: 'ENOENT' },
      retryable: false,
    });
  });
});

describe('verifyJournal of what a log was exported to', () => {
  const directory = useTemporaryDirectory();
  const exported = (...lines: readonly string[]): string => {
    const path = join(directory(), 'exported.jsonl');
    writeFileSync(path, `${lines.join('\n')}\n`);
    return path;
  };
  const others = ['START RequestId: 1', '{"level":30,"msg":"published"}', '{"_aws":{"Timestamp":1}}'];

  it('passes over the lines that are no entries, and lets each process begin a chain', async () => {
    const lines = await linesFor(EVENTS);
    const path = exported(...others, ...lines, ...others, ...lines);
    expect(await verifyJournal(path, { fromLog: true })).toMatchObject({
      entries: 2 * EVENTS.length,
      chains: 2,
      breakCount: 0,
    });
    expect((await verifyJournal(path)).breakCount).toBeGreaterThan(0);
  });

  it('names the line of an entry that was changed', async () => {
    const [first = '', ...rest] = await linesFor(EVENTS);
    const path = exported(...others, first.replace('"seq":1', '"seq":9'), ...rest);
    expect((await verifyJournal(path, { fromLog: true })).breaks[0]).toEqual({ line: 4, reason: 'hash' });
  });
});
