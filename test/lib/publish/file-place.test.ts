import { route } from '../../../lib/edge/index.js';
import { placeIn, placeOf } from '../../../lib/publish/file-place.js';

const GENERATION = '20240603T032000Z-00000002';
const UNDER = '20240603T030000Z-00000001';
const STABLE = { under: UNDER, prefixes: ['/actas/'] };

describe('the place of a file', () => {
  it.each([
    ['actas/1.jpg', `stable/${UNDER}/actas/1.jpg`],
    ['json/main.json', `cuts/${GENERATION}/json/main.json`],
    ['actas.html', `cuts/${GENERATION}/actas.html`],
  ])('of %s is where the edge looks for it: %s', (path, place) => {
    const cut = { generation: GENERATION, stable: STABLE };
    expect(placeIn(cut, path)).toBe(place);
    expect(route({ state: 'live', ...cut }, `/${path}`, '')).toEqual({ kind: 'rewrite', uri: `/${place}` });
  });

  it('follows the mark of a staged file', () => {
    expect(placeOf(GENERATION, { path: 'a' })).toBe(`cuts/${GENERATION}/a`);
    expect(placeOf(GENERATION, { path: 'a', stableUnder: UNDER })).toBe(`stable/${UNDER}/a`);
  });
});
