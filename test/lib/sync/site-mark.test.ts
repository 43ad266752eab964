import { siteMark } from '../../../lib/sync/index.js';

describe('siteMark', () => {
  it('tells one site from another, and where neither is', () => {
    const mark = siteMark('/srv/prep/sitio');
    expect(mark).toMatch(/^[0-9a-f]{16}$/);
    expect(siteMark('/srv/prep/sitio')).toBe(mark);
    expect(siteMark('prep-site-bucket')).not.toBe(mark);
  });
});
