import type { CutManifest } from '../../../lib/cut/index.js';
import { stablePlace, stableUnder } from '../../../lib/publish/stable-place.js';
import { extractedCut } from '../../support/cuts.js';
import { useTemporaryDirectory } from '../../support/temporary-directory.js';

const PREFIXES = ['/actas/', '/img/'];
const PLACE = { under: '20240603T010000Z-00000000', prefixes: PREFIXES };
const CONTENTS = { 'actas/1.jpg': 'one', 'actas/2.jpg': 'two', 'index.html': 'page' };

describe('stablePlace', () => {
  const directory = useTemporaryDirectory();
  const cut = (contents: Record<string, string>, head: Partial<CutManifest> = {}): CutManifest =>
    extractedCut(directory(), '2024-06-03T03:20:00Z', contents, head).manifest;
  const base = (head: Partial<CutManifest> = {}): CutManifest =>
    extractedCut(directory(), '2024-06-03T03:00:00Z', CONTENTS, { stable: PLACE, ...head }).manifest;

  it('is none where no file is stable', () => {
    expect(stablePlace(cut(CONTENTS), [], base())).toBeUndefined();
  });

  it.each<[string, Record<string, string>, Partial<CutManifest>, string[]]>([
    ['nothing changed', CONTENTS, {}, PREFIXES],
    ['the prefixes are named in another order', CONTENTS, {}, [...PREFIXES].reverse()],
    ['names came', { ...CONTENTS, 'actas/3.jpg': 'three' }, {}, PREFIXES],
    ['names vanished', { 'actas/1.jpg': 'one' }, {}, PREFIXES],
    ['another file got other content', { ...CONTENTS, 'index.html': 'new' }, {}, PREFIXES],
  ])('is that of the cut before where %s', (_what, contents, head, prefixes) => {
    expect(stablePlace(cut(contents, head), prefixes, base())).toEqual(PLACE);
  });

  it.each<[string, Record<string, string>, Partial<CutManifest>, string[]]>([
    ['an image got other content', { ...CONTENTS, 'actas/1.jpg': 'corrected' }, {}, PREFIXES],
    ['other folders are stable', CONTENTS, {}, ['/actas/']],
    ['the cut before is a rehearsal’s', CONTENTS, { rehearsal: true }, PREFIXES],
    ['the cut before is of another window', CONTENTS, { window: 'rehearsal-1' }, PREFIXES],
    ['the cut before had none', CONTENTS, { stable: undefined }, PREFIXES],
  ])('is the cut’s own where %s', (_what, contents, head, prefixes) => {
    const next = cut(contents);
    expect(stablePlace(next, prefixes, base(head))).toEqual({ under: next.generation, prefixes });
  });

  it('is the cut’s own where there is none before', () => {
    const first = cut(CONTENTS);
    expect(stablePlace(first, PREFIXES, undefined)).toEqual({ under: first.generation, prefixes: PREFIXES });
  });
});

describe('stableUnder', () => {
  it('tells files below a stable folder, and those alone', () => {
    expect(stableUnder(PLACE, 'actas/1.jpg')).toBe(PLACE.under);
    expect(stableUnder(PLACE, 'actas.html')).toBeUndefined();
    expect(stableUnder(PLACE, 'x/actas/1.jpg')).toBeUndefined();
    expect(stableUnder(undefined, 'actas/1.jpg')).toBeUndefined();
  });
});
