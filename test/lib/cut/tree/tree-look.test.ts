import { mkdirSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lookAtTree } from '../../../../lib/cut/tree/tree-look.js';
import { useTemporaryDirectory } from '../../../support/temporary-directory.js';
import { fileClockTick } from '../../../support/tick.js';

const THEN = new Date('2024-06-03T03:00:00Z');

describe('lookAtTree', () => {
  const directory = useTemporaryDirectory();
  const at = (path: string): string => join(directory(), path);

  beforeEach(() => {
    mkdirSync(at('json'));
    writeFileSync(at('index.html'), 'x');
    writeFileSync(at('json/main.json'), 'x');
    utimesSync(at('json/main.json'), THEN, THEN);
  });

  it('sees the same tree twice', async () => {
    expect(await lookAtTree(directory())).toEqual(await lookAtTree(directory()));
  });

  it.each<[string, () => void]>([
    ['written with the same size and time', () => rewrite(at('json/main.json'))],
    [
      'replaced by a file of the same size and time',
      () => {
        writeFileSync(at('next'), 'y');
        utimesSync(at('next'), THEN, THEN);
        renameSync(at('next'), at('json/main.json'));
      },
    ],
    ['renamed', () => renameSync(at('json/main.json'), at('json/other.json'))],
    ['moved', () => renameSync(at('json/main.json'), at('main.json'))],
    ['removed', () => rmSync(at('json/main.json'))],
    ['added to', () => writeFileSync(at('json/new.json'), '')],
    ['given a folder', () => mkdirSync(at('actas'))],
  ])('tells a tree whose file was %s', async (_, change) => {
    const before = await lookAtTree(directory());
    await fileClockTick();
    change();
    expect((await lookAtTree(directory())).fingerprint).not.toBe(before.fingerprint);
  });

  describe('with a marker', () => {
    const marked = async (nowNs?: bigint): Promise<boolean> =>
      (await lookAtTree(directory(), { marker: 'ok', nowNs })).marked;
    const changedNs = (path: string): bigint => statSync(at(path), { bigint: true }).ctimeNs;

    it('is whole when the marker is the last that changed', async () => {
      expect(await marked()).toBe(false);
      writeFileSync(at('ok'), 'mark');
      expect(await lookAtTree(directory(), { marker: 'ok' })).toMatchObject({
        files: 2,
        markerBytes: 4,
        marked: true,
      });
      await fileClockTick();
      rewrite(at('json/main.json'));
      expect(await marked()).toBe(false);
    });

    it('takes no marker of a folder below for the tree’s', async () => {
      writeFileSync(at('json/ok'), '');
      expect(await marked()).toBe(false);
    });

    it('does not believe a change that is still to come, as after a clock was set back', async () => {
      writeFileSync(at('ok'), '');
      const nowNs = changedNs('ok');
      await fileClockTick();
      rewrite(at('json/main.json'));
      expect(await marked(nowNs)).toBe(true);
      expect(await marked(changedNs('json/main.json'))).toBe(false);
    });

    it('does not believe a marker that is still to come', async () => {
      writeFileSync(at('ok'), '');
      expect(await marked(changedNs('ok') - 1n)).toBe(false);
      expect(await marked(changedNs('ok'))).toBe(true);
    });
  });

  function rewrite(path: string): void {
    writeFileSync(path, 'y');
    utimesSync(path, THEN, THEN);
  }
});
