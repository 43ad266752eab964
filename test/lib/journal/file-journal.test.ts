import fs, {
  appendFileSync,
  mkdirSync,
  readFileSync,
  renameSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import fsPromises from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { verifyJournal } from '../../../lib/journal/index.js';
import { MAX_LINE_BYTES } from '../../../lib/journal/journal-entry.js';
import { JournalLock } from '../../../lib/journal/journal-lock.js';
import { FUZZ_RUNS } from '../../support/fuzz-runs.js';
import { appendTo, entriesIn, openJournal } from '../../support/journal-fixture.js';
import { DIGEST, EARLIER, EVENTS, numbered } from '../../support/journal-events.js';
import { useTemporaryDirectory } from '../../support/temporary-directory.js';

jest.setTimeout(300_000 + 20 * FUZZ_RUNS);

const directory = useTemporaryDirectory();
const path = (): string => join(directory(), 'state', 'journal.jsonl');

afterEach(() => {
  jest.restoreAllMocks();
});

function systemError(code: string): Error {
  return Object.assign(new Error(code), { code });
}

describe('openFileJournal', () => {
  it('begins a journal that its owner writes and its group reads', async () => {
    await appendTo(path(), EVENTS);
    expect(statSync(path()).mode & 0o777 & ~0o640).toBe(0);
    expect(entriesIn(path()).map(({ event }) => event)).toEqual(EVENTS.map(({ event }) => event));
    expect(await verifyJournal(path())).toMatchObject({
      entries: EVENTS.length,
      breakCount: 0,
      tornBytes: 0,
    });
  });

  it('goes on where an earlier process ended', async () => {
    await appendTo(path(), EVENTS.slice(0, 3));
    await appendTo(path(), EVENTS.slice(3));
    expect(await verifyJournal(path())).toMatchObject({ entries: EVENTS.length, breakCount: 0 });
  });

  it('takes a torn last line away, says so, and writes it down', async () => {
    await appendTo(path(), EVENTS.slice(0, 2));
    appendFileSync(path(), '{"seq":3,"at"');
    const repaired: number[] = [];
    const journal = await openJournal(path(), { onRepair: (bytes) => repaired.push(bytes) });
    await journal.record(numbered(1));
    await journal.close();
    expect(repaired).toEqual([13]);
    expect(entriesIn(path()).slice(2)).toMatchObject([{ seq: 3, event: 'repaired', bytes: 13 }, { seq: 4 }]);
    expect(await verifyJournal(path())).toMatchObject({ entries: 4, breakCount: 0, tornBytes: 0 });
  });

  it('repairs nothing in the middle, and goes on after it', async () => {
    await appendTo(path(), EVENTS.slice(0, 4));
    const lines = readFileSync(path(), 'utf8').split('\n');
    lines[1] = lines[1]?.replace('staging', 'staved!') ?? '';
    writeFileSync(path(), lines.join('\n'));
    await appendTo(path(), EVENTS.slice(4, 6));
    expect(await verifyJournal(path())).toMatchObject({
      entries: 5,
      breaks: [{ line: 2, reason: 'hash' }],
      last: { seq: 6 },
    });
  });

  it('goes on after broken last lines, from the last that can be read', async () => {
    await appendTo(path(), EVENTS.slice(0, 2));
    appendFileSync(path(), 'not a line of ours\n');
    await appendTo(path(), EVENTS.slice(2, 4));
    expect(await verifyJournal(path())).toMatchObject({
      entries: 4,
      breaks: [{ line: 3, reason: 'unreadable' }],
      last: { seq: 4 },
    });
  });

  it('takes nothing away that is too long for half a line', async () => {
    mkdirSync(join(directory(), 'state'));
    writeFileSync(path(), 'x'.repeat(2 * MAX_LINE_BYTES));
    await appendTo(path(), EVENTS.slice(0, 1));
    expect(statSync(path()).size).toBeGreaterThan(2 * MAX_LINE_BYTES);
    expect(await verifyJournal(path())).toMatchObject({
      entries: 1,
      breaks: [{ line: 1, reason: 'unreadable' }],
    });
  });

  it('fails with a code where there can be no file', async () => {
    mkdirSync(path(), { recursive: true });
    await expect(openJournal(path())).rejects.toMatchObject({
      code: 'JOURNAL_WRITE_FAILED',
      params: { path: path(), reason: 'EISDIR' },
    });
  });

  it('does not wait for ever for a process that holds the journal', async () => {
    await new JournalLock(`${path()}.lock`).acquire();
    await expect(openJournal(path(), { lock: { staleMs: 60_000, waitMs: 20 } })).rejects.toMatchObject({
      code: 'JOURNAL_LOCKED',
    });
  });

  it('takes the place of a process that died with the journal in its hands', async () => {
    await new JournalLock(`${path()}.lock`).acquire();
    await appendTo(path(), EVENTS);
    expect(await verifyJournal(path())).toMatchObject({ entries: EVENTS.length, breakCount: 0 });
  });
});

describe('a journal cut at every byte', () => {
  it('keeps what was whole before the cut, says what it took away, and goes on', async () => {
    await appendTo(path(), EVENTS.slice(0, 6));
    const whole = readFileSync(path());
    const copy = join(directory(), 'cut.jsonl');
    for (let length = 0; length <= whole.length; length += 1) {
      writeFileSync(copy, whole.subarray(0, length));
      const kept = whole.subarray(0, whole.subarray(0, length).lastIndexOf('\n') + 1);
      const repaired: number[] = [];
      const journal = await openJournal(copy, { onRepair: (bytes) => repaired.push(bytes) });
      await journal.record(numbered(length));
      await journal.close();
      const torn = length - kept.length;
      const content = readFileSync(copy);
      expect(content.subarray(0, kept.length).equals(kept)).toBe(true);
      expect(repaired).toEqual(torn === 0 ? [] : [torn]);
      const added = content.toString('utf8', kept.length).trimEnd().split('\n');
      expect(added.map((line) => (JSON.parse(line) as { event: string }).event)).toEqual(
        torn === 0 ? ['arrived'] : ['repaired', 'arrived'],
      );
      expect(await verifyJournal(copy)).toMatchObject({ breakCount: 0, tornBytes: 0 });
    }
  });
});

describe('record', () => {
  it('writes within a moment, whether or not anybody commits', async () => {
    const journal = await openJournal(path());
    await journal.record(numbered(1));
    while (statSync(path()).size === 0) await sleep(5);
    expect(entriesIn(path())).toHaveLength(1);
    await journal.close();
  });

  it('writes many events together, in the order of the calls', async () => {
    const journal = await openJournal(path());
    const write = jest.spyOn(fs, 'writeSync');
    await Promise.all(Array.from({ length: 2500 }, (_each, count) => journal.record(numbered(count))));
    await journal.close();
    expect(write.mock.calls.length).toBeLessThan(10);
    expect(entriesIn(path()).map((entry) => entry.path)).toEqual(
      Array.from({ length: 2500 }, (_each, count) => `f/${count}.json`),
    );
    expect(await verifyJournal(path())).toMatchObject({ entries: 2500, breakCount: 0 });
  });

  it('takes on no more than it can keep while the disk refuses', async () => {
    const journal = await openJournal(path());
    const write = jest.spyOn(fs, 'writeSync').mockImplementation(() => {
      throw systemError('ENOSPC');
    });
    const results = await Promise.allSettled(
      Array.from({ length: 1500 }, (_each, count) => journal.record(numbered(count))),
    );
    expect(results.filter(({ status }) => status === 'rejected')).toHaveLength(501);
    write.mockRestore();
    await journal.commit();
    expect(entriesIn(path())).toHaveLength(999);
    await journal.close();
  });
});

describe('commit', () => {
  it('returns after the disk has it, the folder of a new file too', async () => {
    const order: string[] = [];
    const { writeSync, fsync } = fs;
    jest.spyOn(fs, 'writeSync').mockImplementation((...args: Parameters<typeof writeSync>) => {
      order.push('write');
      return writeSync(...args);
    });
    jest.spyOn(fs, 'fsync').mockImplementation((...args: Parameters<typeof fsync>) => {
      order.push('fsync');
      fsync(...args);
    });
    const folders = jest.spyOn(fsPromises, 'open');
    const journal = await openJournal(path());
    await journal.record(numbered(1));
    await journal.commit();
    expect(order).toEqual(['write', 'fsync']);
    expect(folders.mock.calls.map(([folder]) => folder)).toEqual([directory(), join(directory(), 'state')]);
    await journal.commit();
    expect(order).toEqual(['write', 'fsync']);
    await journal.close();
  });

  it('fails when the disk does, and tries again the next time', async () => {
    const { fsync } = fs;
    const failing = jest.spyOn(fs, 'fsync').mockImplementation((_fd, callback) => {
      callback(systemError('EIO'));
    });
    const journal = await openJournal(path());
    await journal.record(numbered(1));
    await expect(journal.commit()).rejects.toMatchObject({
      code: 'JOURNAL_WRITE_FAILED',
      params: { reason: 'EIO' },
      retryable: true,
    });
    failing.mockImplementation(fsync);
    await journal.commit();
    expect(failing).toHaveBeenCalledTimes(2);
    await journal.close();
  });

  it('gives a full disk the part of a line back that it took, and writes it whole later', async () => {
    await appendTo(path(), EVENTS.slice(0, 2));
    const before = readFileSync(path());
    const journal = await openJournal(path());
    const { writeSync } = fs;
    const write = jest
      .spyOn(fs, 'writeSync')
      .mockImplementationOnce(((fd: number, bytes: Buffer) =>
        writeSync(fd, bytes, 0, 40)) as typeof writeSync)
      .mockImplementationOnce(() => {
        throw systemError('ENOSPC');
      });
    await journal.record(numbered(1));
    await expect(journal.commit()).rejects.toMatchObject({
      code: 'JOURNAL_WRITE_FAILED',
      params: { path: path(), reason: 'ENOSPC' },
    });
    expect(write).toHaveBeenCalledTimes(2);
    expect(readFileSync(path()).equals(before)).toBe(true);
    await journal.commit();
    await journal.close();
    expect(await verifyJournal(path())).toMatchObject({ entries: 3, breakCount: 0, tornBytes: 0 });
  });
});

describe('arrivalsOf', () => {
  it('knows what an earlier process got to, and what this one has not yet written', async () => {
    await appendTo(path(), [{ event: 'staging', generation: EARLIER }, numbered(1)]);
    const journal = await openJournal(path());
    await journal.record(numbered(2));
    const arrivals = await journal.arrivalsOf(EARLIER, {});
    expect([...arrivals]).toEqual([
      ['f/1.json', DIGEST],
      ['f/2.json', DIGEST],
    ]);
    await journal.close();
  });

  it('does not believe a line that was changed', async () => {
    await appendTo(path(), [{ event: 'staging', generation: EARLIER }, numbered(1)]);
    writeFileSync(path(), readFileSync(path(), 'utf8').replace('f/1.json', 'f/9.json'));
    const journal = await openJournal(path());
    expect((await journal.arrivalsOf(EARLIER, {})).size).toBe(0);
    await journal.close();
  });
});

describe('several journals on one file', () => {
  const step = fc.record({ writer: fc.nat({ max: 3 }), commits: fc.boolean(), tears: fc.boolean() });

  it('write one chain, however they take turns and whatever is torn', async () => {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
        const file = join(directory(), `${(run += 1)}.jsonl`);
        const writers = await Promise.all(Array.from({ length: 4 }, () => openJournal(file)));
        for (const [count, { writer, commits, tears }] of steps.entries()) {
          await writers[writer]?.record(numbered(count));
          if (tears) appendFileSync(file, '{"seq":');
          if (commits) await writers[writer]?.commit();
        }
        await Promise.all(writers.map((each) => each.close()));
        const { breakCount, tornBytes } = await verifyJournal(file);
        expect({ breakCount, tornBytes: tornBytes <= 7 * steps.length }).toEqual({
          breakCount: 0,
          tornBytes: true,
        });
        const paths = readFileSync(file, 'utf8').match(/f\/\d+\.json/g) ?? [];
        expect(paths.sort()).toEqual(steps.map((_each, count) => `f/${count}.json`).sort());
      }),
      { numRuns: Math.ceil(FUZZ_RUNS / 20), seed: 7 },
    );
  });

  it('begin anew where the file was moved away or emptied', async () => {
    const journal = await openJournal(path());
    await journal.record(numbered(1));
    await journal.commit();
    renameSync(path(), `${path()}.1`);
    await journal.record(numbered(2));
    await journal.commit();
    expect(entriesIn(path())).toMatchObject([{ seq: 1, path: 'f/2.json' }]);
    expect(entriesIn(`${path()}.1`)).toMatchObject([{ seq: 1, path: 'f/1.json' }]);
    truncateSync(path());
    await journal.record(numbered(3));
    await journal.close();
    expect(entriesIn(path())).toMatchObject([{ seq: 1, path: 'f/3.json' }]);
  });
});

describe('any bytes in the place of a journal', () => {
  it('are gone on from, and fail with nothing but a code', async () => {
    let run = 0;
    const line = fc.oneof(fc.json(), fc.string(), fc.constant('{"seq":1,"prev":"","hash":""}'));
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 5 }), async (lines) => {
        const file = join(directory(), `${(run += 1)}.jsonl`);
        writeFileSync(file, lines.join('\n'));
        await appendTo(file, [numbered(1)]);
        const report = await verifyJournal(file);
        expect(report.last).toBeDefined();
        expect(report.tornBytes).toBe(0);
      }),
      { numRuns: Math.ceil(FUZZ_RUNS / 20), seed: 7 },
    );
  });
});
