import { join } from 'node:path';
import { generationOf } from '../../../lib/cut/index.js';
import { DifusorError } from '../../../lib/errors.js';
import { MemoryJournal, openFileJournal } from '../../../lib/journal/index.js';
import { MemorySiteStore } from '../../../lib/publish/index.js';
import { acceptGap, readStatus, type SyncOutcome } from '../../../lib/sync/index.js';
import { parseSyncState } from '../../../lib/sync/sync-state.js';
import type { WorkerSettings } from '../../../lib/worker-settings.js';
import { folderSource, SimulatedInbox } from '../../simulation/pushed-source.js';
import type { Offer } from '../../simulation/institute.js';
import { sha256 } from '../../support/cuts.js';
import { putNotes } from '../../support/noted.js';
import { SyncBench } from '../../support/sync-bench.js';
import { useTemporaryDirectory } from '../../support/temporary-directory.js';
import { SETTINGS } from '../../support/worker-settings.js';
import { buildZip } from '../../support/zip-writer.js';

const WHOLE = { 'index.html': 'uno', 'css/sitio.css': 'c', 'json/main.json': '[0]' };
const PACKAGE = { ...SETTINGS.package, incremental: true, mustContain: ['index.html'] };
const INBOX = { kind: 'inbox', path: '/buzon', form: 'archive', complete: { when: 'rename' } } as const;
const SOURCES: readonly (readonly [string, Partial<WorkerSettings>])[] = [
  ['a folder', { package: PACKAGE }],
  ['an inbox', { package: PACKAGE, source: INBOX }],
];

/** A package whose cut is of so many minutes past 20:00. */
function cutOf(minute: number, contents: Readonly<Record<string, string>>, damaged = false): Offer {
  const bytes = buildZip(
    Object.entries(contents).map(([name, text]) => ({ name, content: Buffer.from(text) })),
  );
  // The first byte of the first file.
  const at = 30 + (Object.keys(contents)[0] ?? '').length;
  if (damaged) bytes.writeUInt8(bytes.readUInt8(at) ^ 0xff, at);
  const cutTime = new Date(Date.parse('2027-06-07T03:00:00Z') + minute * 60_000);
  const digest = sha256(bytes);
  const name = `20270606_20${String(minute).padStart(2, '0')}_PREP_BCS.zip`;
  const files = new Map(Object.entries(contents).map(([path, text]) => [path, Buffer.from(text)]));
  return {
    name,
    bytes,
    sha256: digest,
    generation: generationOf(cutTime, digest),
    cutTime,
    at: cutTime,
    files,
  };
}

const FULL = cutOf(0, WHOLE);
const SECOND = cutOf(10, { 'json/main.json': '[1]', 'actas/1.svg': 'A' });
const DAMAGED = cutOf(10, { 'json/main.json': '[1]', 'actas/1.svg': 'A' }, true);
const THIRD = cutOf(20, { 'json/main.json': '[2]' });
const FOURTH = cutOf(30, { 'index.html': 'cuatro' });
const AGAIN = cutOf(40, { ...WHOLE, 'index.html': 'cinco', 'actas/1.svg': 'A' });

describe.each(SOURCES)('a package of changes that is missing, from %s', (kind, change) => {
  const directory = useTemporaryDirectory();
  let store: MemorySiteStore;
  let bench: SyncBench;
  let journal: MemoryJournal;
  let sent: Offer[];
  let minute: number;

  beforeEach(() => {
    store = new MemorySiteStore();
    bench = new SyncBench(directory(), store, { ...SETTINGS, ...change });
    journal = new MemoryJournal(bench.clock);
    sent = [];
    minute = 50;
    const offers = (): readonly Offer[] => sent;
    const source =
      kind === 'an inbox'
        ? new SimulatedInbox(bench.clock, offers, () => undefined)
        : folderSource(bench.clock, offers);
    bench.overrides = { source, journal };
  });

  /** Runs until nothing waits that was not looked at. */
  const runs = async (...offers: Offer[]): Promise<string[]> => {
    sent.push(...offers);
    const came: string[] = [];
    for (let outcome: SyncOutcome | undefined; came.length < 20;) {
      minute += 0.01;
      outcome = await bench.runAt(
        new Date(Date.parse('2027-06-07T03:00:00Z') + minute * 60_000).toISOString(),
      );
      came.push(toldOf(outcome));
      if (outcome.more !== true) break;
    }
    return came;
  };
  const toldOf = (outcome: SyncOutcome): string =>
    'error' in outcome ? `${outcome.kind} ${outcome.error.code}` : outcome.kind;
  const shown = async (): Promise<Record<string, string | undefined>> => {
    const { pointer } = await store.readPointer();
    const manifest = await store.readManifest(pointer.generation ?? '');
    if (manifest === undefined) throw new Error('nothing is shown');
    return Object.fromEntries(
      manifest.files.map(({ path }) => [path, store.contentOf(manifest, path)?.toString()]),
    );
  };
  const state = async (): Promise<string> =>
    (await readStatus(store, bench.settings, bench.clock())).freshness.state;

  it('lets no other be laid over the cut before it, and says so for as long', async () => {
    await runs(FULL);
    expect(await runs(DAMAGED, THIRD, FOURTH)).toEqual([
      expect.stringMatching(/^refused ARCHIVE_/),
      'refused CUT_GAP',
      'refused CUT_GAP',
    ]);
    expect(await shown()).toEqual(WHOLE);
    // A folder has the damaged one still; an inbox has let go of it.
    expect(await runs()).toEqual([
      kind === 'an inbox' ? 'refused CUT_GAP' : expect.stringMatching(/^refused /),
    ]);
    expect(await state()).toBe('failing');
    expect(journal.events.filter(({ event }) => event === 'held')).toEqual([
      { event: 'held', generation: THIRD.generation, reason: 'gap' },
      { event: 'held', generation: FOURTH.generation, reason: 'gap' },
    ]);
    expect(await journal.lastGap()).toMatchObject({
      over: FULL.generation,
      missing: [{ package: DAMAGED.name }, { package: THIRD.name }, { package: FOURTH.name }],
    });
  });

  it('is laid over that cut once it is sent again, and then those that waited, in order', async () => {
    await runs(FULL);
    await runs(DAMAGED, THIRD, FOURTH);
    expect(await runs(SECOND)).toEqual(['published', 'published', 'published']);
    expect(await shown()).toEqual({
      ...WHOLE,
      'index.html': 'cuatro',
      'json/main.json': '[2]',
      'actas/1.svg': 'A',
    });
    await runs();
    expect(await state()).not.toBe('failing');
    expect(await journal.lastGap()).toMatchObject({ missing: [] });
  });

  it('is made good by a package that brings every file again', async () => {
    await runs(FULL);
    await runs(DAMAGED, THIRD);
    expect(await runs(AGAIN)).toContain('published');
    expect(await shown()).toEqual({ ...WHOLE, 'index.html': 'cinco', 'actas/1.svg': 'A' });
    expect((await store.readManifest(AGAIN.generation))?.base).toBeUndefined();
    expect(await runs(cutOf(45, { 'json/main.json': '[9]' }))).toContain('published');
    expect(await shown()).toMatchObject({ 'index.html': 'cinco', 'json/main.json': '[9]' });
  });

  it('is made good by a whole one also where nobody can tell of which cut it was', async () => {
    await runs(FULL);
    const undated: Offer = { ...SECOND, name: '20270606_201_correccion.zip' };
    expect(await runs(undated, THIRD)).toEqual(['refused CUT_TIME_UNKNOWN', 'refused CUT_GAP']);
    await runs(AGAIN);
    expect(await runs(cutOf(45, { 'json/main.json': '[9]' }))).toContain('published');
    expect(await shown()).toMatchObject({ 'index.html': 'cinco', 'json/main.json': '[9]' });
  });

  it('is no note that somebody left, which holds nothing back', async () => {
    await runs(FULL);
    expect(await runs({ ...SECOND, name: 'LEEME.txt' }, THIRD)).toContain('published');
    expect(await shown()).toMatchObject({ 'json/main.json': '[2]' });
    expect((await journal.lastGap())?.missing ?? []).toEqual([]);
  });

  it('is done without by a person’s order, and those that waited follow', async () => {
    await runs(FULL);
    await runs(DAMAGED, THIRD);
    expect(await acceptGap(store)).toMatchObject({ moved: true });
    expect(await acceptGap(store)).toMatchObject({ moved: false });
    expect(await runs()).toEqual(['published']);
    expect(await shown()).toEqual({ ...WHOLE, 'json/main.json': '[2]' });
    await runs();
    expect(await state()).not.toBe('failing');
  });

  it('is still missing where the notes are lost, since the journal knows', async () => {
    const path = join(directory(), 'journal.jsonl');
    const kept = await openFileJournal(path, { clock: bench.clock });
    bench.overrides = { ...bench.overrides, journal: kept };
    await runs(FULL);
    await runs(DAMAGED);
    await putNotes(store, 'not what we wrote');
    expect(await runs(THIRD)).toContain('refused CUT_GAP');
    expect(await shown()).toEqual(WHOLE);
    await kept.close();
  });

  it('stays at its source where the notes can’t be written', async () => {
    await runs(FULL);
    const write = jest.spyOn(store, 'writeNotes').mockRejectedValue(new Error('full'));
    await runs(DAMAGED, THIRD);
    write.mockRestore();
    expect((await runs())[0]).toMatch(/^refused ARCHIVE_/);
    expect(await shown()).toEqual(WHOLE);
  });

  it('is nothing before the first cut: a whole package must come first, however many were none', async () => {
    const partial = [cutOf(1, { 'css/sitio.css': 'x' }), cutOf(2, { 'css/sitio.css': 'y' })];
    await runs(FULL, ...partial);
    for (let each = 0; each < 4; each += 1) await runs();
    expect(await shown()).toEqual({ ...WHOLE, 'css/sitio.css': 'y' });
    expect((await journal.lastGap())?.missing ?? []).toEqual([]);
  });

  it('counts as come though the notes of the run that published it were lost', async () => {
    minute = 1;
    await runs(FULL);
    // By a clock that is slow it is from the future, and its time is not believed.
    expect(await runs(SECOND)).toEqual(['refused CUT_FROM_THE_FUTURE']);
    minute = 50;
    const write = store.writeNotes.bind(store);
    const lost = jest.spyOn(store, 'writeNotes').mockImplementation((text, seen) => {
      const tells = text.includes(`"package":{"sha256":"${SECOND.sha256}"`);
      return tells ? Promise.reject(new DifusorError('STORE_WRITE_FAILED')) : write(text, seen);
    });
    expect((await runs())[0]).toBe('failed STORE_WRITE_FAILED');
    expect((await shown())['json/main.json']).toBe('[1]');
    lost.mockRestore();
    await runs();
    expect(await runs(THIRD)).toContain('published');
    expect(await shown()).toEqual({ ...WHOLE, 'json/main.json': '[2]', 'actas/1.svg': 'A' });
  });

  it('stops nobody when it comes once more after a person has done without it', async () => {
    await runs(FULL);
    await runs(DAMAGED);
    await acceptGap(store);
    const again = { ...DAMAGED, at: new Date(DAMAGED.at.getTime() + 1) };
    await runs(again, THIRD);
    await runs();
    expect((await shown())['json/main.json']).toBe('[2]');
    expect(await state()).not.toBe('failing');
  });

  it('stays at its source where the list is full, without a run for each look', async () => {
    await runs(FULL);
    await runs(DAMAGED);
    const { text = '' } = await store.readNotes();
    const noted = JSON.parse(text) as { gap: { missing: object[] } };
    const others = Array.from({ length: 99 }, (_each, index) => ({
      name: `20270606_2011_PREP_BCS_${index}.zip`,
      sha256: sha256(Buffer.from(`${index}`)),
      code: 'CUT_GAP',
      generation: generationOf(new Date(Date.parse('2027-06-07T03:11:00Z') + index), `${'0'.repeat(64)}`),
    }));
    noted.gap.missing.push(...others);
    await putNotes(store, JSON.stringify(noted));
    const came = await runs(THIRD);
    expect(came).toEqual(['refused CUT_GAP']);
    expect((await runs()).length).toBeLessThan(3);
    expect(parseSyncState((await store.readNotes()).text).gap?.missing).toHaveLength(100);
  });

  it('is older than changes that were begun, where it comes late', async () => {
    await runs(FULL);
    const put = jest
      .spyOn(store, 'putManifest')
      .mockRejectedValueOnce(new DifusorError('STORE_WRITE_FAILED'));
    expect((await runs(THIRD))[0]).toBe('failed STORE_WRITE_FAILED');
    put.mockRestore();
    const late = cutOf(10, { 'css/sitio.css': 'tarde' });
    const came = [...(await runs(late)), ...(await runs())];
    expect(came).toContain('published');
    expect(await shown()).toEqual({ ...WHOLE, 'json/main.json': '[2]' });
    expect(came.filter((each) => each === 'published')).toHaveLength(1);
  });
});
