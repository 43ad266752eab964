import { suggest } from '../../../lib/config/suggest.js';

const KNOWN = ['institution', 'domain', 'secretName', 'edgeCache', 'waf'];

describe('suggest', () => {
  test.each([
    ['institucion', 'institution'],
    ['domian', 'domain'],
    ['secret_name', 'secretName'],
    ['SECRET-NAME', 'secretName'],
    ['edgecache', 'edgeCache'],
    ['wafs', 'waf'],
  ])('takes %s for %s', (got, expected) => {
    expect(suggest(got, KNOWN)).toBe(expected);
  });

  test.each(['colour', 'xyz', 'a', '', 'x'.repeat(100_000)])('has no idea for %.20s', (got) => {
    expect(suggest(got, KNOWN)).toBe('none');
  });

  it('has no idea where nothing is known', () => {
    expect(suggest('domain', [])).toBe('none');
  });
});
