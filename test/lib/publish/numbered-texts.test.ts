import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { NumberedTexts, UNWRITTEN } from '../../../lib/publish/numbered-texts.js';
import { useTemporaryDirectory } from '../../support/temporary-directory.js';

const NOW = new Date('2027-06-07T03:00:00Z');

describe('NumberedTexts', () => {
  const directory = useTemporaryDirectory();
  const folder = (): string => join(directory(), 'texts');

  beforeEach(() => {
    for (const name of ['texts', 'scratch']) mkdirSync(join(directory(), name));
  });

  const texts = (kept?: number): NumberedTexts =>
    new NumberedTexts({
      folder: folder(),
      scratch: join(directory(), 'scratch'),
      clock: () => NOW,
      ...(kept === undefined ? {} : { kept }),
    });
  const write = async (to: NumberedTexts, count: number): Promise<void> => {
    for (let n = 1; n <= count; n += 1) {
      const standing = (await to.newest())?.version ?? UNWRITTEN;
      expect(await to.follow(standing, `${n}`)).toBe(String(Number(standing) + 1).padStart(8, '0'));
    }
  };

  it('has none at first', async () => {
    expect(await texts().newest()).toBeUndefined();
  });

  it('keeps them all, each in a file of its own, with its time', async () => {
    await write(texts(), 3);
    expect(readdirSync(folder()).sort()).toEqual(['00000001.json', '00000002.json', '00000003.json']);
    expect(await texts().read('00000002')).toBe('2');
    expect(await texts().writtenAt('00000002')).toEqual(NOW);
    expect(readdirSync(join(directory(), 'scratch'))).toEqual([]);
  });

  it('leaves what follows a version already', async () => {
    await write(texts(), 2);
    expect(await texts().follow('00000001', 'late')).toBeUndefined();
    expect(await texts().newest()).toEqual({ version: '00000002', text: '2' });
  });

  it('keeps as many behind the newest as it is told', async () => {
    await write(texts(2), 9);
    expect(readdirSync(folder()).sort()).toEqual(['00000007.json', '00000008.json', '00000009.json']);
  });

  it('tells one that follows a text that was taken away meanwhile, and forgets what it wrote', async () => {
    await write(texts(2), 9);
    expect(await texts(2).follow('00000003', 'late')).toBeUndefined();
    expect(await texts(2).follow(UNWRITTEN, 'late')).toBeUndefined();
    expect(readdirSync(folder()).sort()).toEqual(['00000007.json', '00000008.json', '00000009.json']);
  });

  it('passes over other files', async () => {
    await write(texts(), 1);
    for (const name of ['00000001.link', 'note.json', '000000020.json', '.00000003.json'])
      writeFileSync(join(folder(), name), 'x');
    expect(await texts().versions()).toEqual(['00000001']);
  });

  it('looks again where the newest is taken away between its name and its content', async () => {
    await write(texts(), 2);
    const paused = texts();
    const read = paused.read.bind(paused);
    jest.spyOn(paused, 'read').mockImplementationOnce((version) => {
      writeFileSync(join(folder(), '00000040.json'), 'newer');
      rmSync(join(folder(), '00000002.json'));
      return read(version);
    });
    expect(await paused.newest()).toEqual({ version: '00000040', text: 'newer' });
  });

  it('does not take a text that can’t be read for one that is not there', async () => {
    mkdirSync(join(folder(), '00000001.json'));
    await expect(texts().newest()).rejects.toMatchObject({ code: 'EISDIR' });
  });
});
