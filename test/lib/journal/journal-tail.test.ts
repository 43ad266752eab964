import { closeSync, fstatSync, openSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { GENESIS, MAX_LINE_BYTES } from '../../../lib/journal/journal-entry.js';
import { readTail, type JournalTail } from '../../../lib/journal/journal-tail.js';
import { MemoryJournal } from '../../../lib/journal/index.js';
import { EVENTS } from '../../support/journal-events.js';
import { useTemporaryDirectory } from '../../support/temporary-directory.js';

describe('readTail', () => {
  const directory = useTemporaryDirectory();
  let text = '';
  let last = GENESIS;
  beforeAll(async () => {
    const journal = new MemoryJournal(() => new Date(0));
    for (const event of EVENTS) await journal.record(event);
    text = journal.lines.map((line) => `${line}\n`).join('');
    const { seq, hash } = JSON.parse(journal.lines.at(-1) ?? '') as { seq: number; hash: string };
    last = { seq, hash };
  });

  function tailOf(content: string): JournalTail {
    const path = join(directory(), 'journal.jsonl');
    writeFileSync(path, content);
    const fd = openSync(path, 'r');
    try {
      return readTail(fd, fstatSync(fd).size);
    } finally {
      closeSync(fd);
    }
  }

  it('finds nothing in an empty file', () => {
    expect(tailOf('')).toEqual({ head: GENESIS, tornBytes: 0, unended: false });
  });

  it('finds the last entry of a whole journal', () => {
    expect(tailOf(text)).toEqual({ head: last, tornBytes: 0, unended: false });
  });

  it('counts the bytes of half a line, of a line without its end, and of zeros', () => {
    expect(tailOf(`${text}{"seq":15`)).toEqual({ head: last, tornBytes: 9, unended: false });
    expect(tailOf(text.slice(0, -1))).toMatchObject({ head: { seq: last.seq - 1 }, unended: false });
    expect(tailOf(`${text}${'\0'.repeat(4096)}`)).toEqual({ head: last, tornBytes: 4096, unended: false });
  });

  it('goes past broken lines to the last that can be read', () => {
    expect(tailOf(`${text}{}\n${'y'.repeat(200_000)}\n\n`)).toEqual({
      head: last,
      tornBytes: 0,
      unended: false,
    });
  });

  it('takes nothing for half a line that is longer than any entry', () => {
    const tail = tailOf(`${text}${'x'.repeat(2 * MAX_LINE_BYTES)}`);
    expect(tail).toEqual({ head: last, tornBytes: 0, unended: true });
  });
});
