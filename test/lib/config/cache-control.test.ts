import { cacheControlOf } from '../../../lib/config/cache-control.js';
import { loadConvocatoria } from '../../../lib/convocatorias/index.js';

const header = (path: string, value: string, name = 'Cache-Control') => ({ path, name, value, clause: 'I' });

describe('cacheControlOf', () => {
  it('is no-cache everywhere where the call asks for nothing', () => {
    expect(cacheControlOf({ headers: [] })).toEqual([{ path: '/*', value: 'no-cache' }]);
  });

  it('puts exact paths before patterns and every path last', () => {
    const headers = [header('/*', 'a'), header('/json/*', 'b'), header('/json/main.json', 'c')];
    expect(cacheControlOf({ headers }).map(({ value }) => value)).toEqual(['c', 'b', 'a']);
  });

  it('takes Cache-Control in any case and no other header', () => {
    const headers = [header('/a', 'x', 'cache-control'), header('/b', 'y', 'X-Frame-Options')];
    expect(cacheControlOf({ headers })).toEqual([
      { path: '/a', value: 'x' },
      { path: '/*', value: 'no-cache' },
    ]);
  });

  it('holds the exact value of puebla-2024 2.e for /json/main.json', () => {
    expect(cacheControlOf(loadConvocatoria('puebla-2024'))).toEqual([
      { path: '/json/main.json', value: 'no-cache, no-store, must-revalidate' },
      { path: '/*', value: 'no-cache' },
    ]);
  });
});
