import type { ManifestFile } from '../../../lib/cut/index.js';
import { gapError, isSame, isWhole, MOST_MISSING, stillMissing, withMissing } from '../../../lib/sync/gap.js';
import type { Gap, MissingPackage } from '../../../lib/sync/sync-state.js';

const cut = (minute: number, digit = 'a'): string =>
  `20270607T03${String(minute).padStart(2, '0')}00Z-${digit.repeat(8)}`;
const missing = (minute: number | undefined, change: Partial<MissingPackage> = {}): MissingPackage => ({
  name: `${minute ?? 'x'}.zip`,
  sha256: 'a'.repeat(64),
  ...(minute === undefined ? {} : { generation: cut(minute) }),
  code: 'ARCHIVE_TRUNCATED',
  ...change,
});
const files = (...paths: string[]): ManifestFile[] =>
  paths.map((path) => ({ path, size: 1, sha256: 'b'.repeat(64) }));

describe('stillMissing', () => {
  const gap: Gap = {
    window: 'election',
    over: cut(0),
    missing: [missing(20), missing(40), missing(undefined)],
  };

  it.each<[string, Gap | undefined, string | undefined, readonly string[]]>([
    ['nothing where there is no gap', undefined, cut(0), []],
    ['all while the cut stands over which it opened', gap, cut(0), ['20.zip', '40.zip', 'x.zip']],
    [
      'what is newer than a cut that came since, and what has no time',
      gap,
      cut(20, 'b'),
      ['40.zip', 'x.zip'],
    ],
    ['nothing where no cut is named', gap, undefined, []],
    ['nothing of another window', { ...gap, window: 'rehearsal-1' }, cut(0), []],
    ['nothing where no cut was there', { ...gap, over: undefined }, cut(0), []],
    [
      'a correction of the very cut over which it opened',
      { ...gap, missing: [missing(0)] },
      cut(0),
      ['0.zip'],
    ],
    ['nothing that a person accepted', { ...gap, missing: [missing(20, { accepted: true })] }, cut(0), []],
  ])('is %s', (_what, of, newest, expected) => {
    expect(stillMissing(of, 'election', newest).map(({ name }) => name)).toEqual(expected);
  });
});

describe('isSame', () => {
  it.each<[string, object, boolean]>([
    ['of the same name', { name: '20.zip' }, true],
    ['of the same cut under another name', { name: 'y.zip', generation: cut(20, 'f') }, true],
    ['of another cut', { name: 'y.zip', generation: cut(40) }, false],
    ['of an unknown time and another name', { name: 'y.zip' }, false],
  ])('tells a package %s', (_what, other, expected) => {
    expect(isSame(missing(20), other as { name: string })).toBe(expected);
  });
});

describe('withMissing', () => {
  it('lists packages in the order in which they came', () => {
    expect(withMissing([missing(20)], missing(40)).map(({ name }) => name)).toEqual(['20.zip', '40.zip']);
  });

  it('keeps the place of one that came again, and what a person said of it', () => {
    const again = missing(20, { code: 'ARCHIVE_EMPTY' });
    expect(withMissing([missing(20, { accepted: true }), missing(40)], again)).toEqual([
      { ...again, accepted: true },
      missing(40),
    ]);
  });

  it('lists no more than a note can hold', () => {
    let list: readonly MissingPackage[] = [];
    for (let each = 0; each < MOST_MISSING + 5; each += 1)
      list = withMissing(list, missing(undefined, { name: `${each}.zip` }));
    expect(list).toHaveLength(MOST_MISSING);
    expect(list[0]?.name).toBe('0.zip');
  });
});

describe('isWhole', () => {
  it('is a package that brings every file of the newest cut again, and perhaps more', () => {
    expect(isWhole(files('a', 'b', 'c'), { files: files('a', 'b') })).toBe(true);
    expect(isWhole(files('a', 'c'), { files: files('a', 'b') })).toBe(false);
  });
});

describe('gapError', () => {
  it('names the package that is waited for, and why that one is not published', () => {
    expect(gapError('40.zip', [missing(20), missing(40)])).toMatchObject({
      code: 'CUT_GAP',
      params: { package: '40.zip', missing: '20.zip', reason: 'ARCHIVE_TRUNCATED' },
    });
  });
});
