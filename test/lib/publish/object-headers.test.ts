import { objectHeaders } from '../../../lib/publish/object-headers.js';

const RULES = [
  { path: '/json/main.json', value: 'no-cache, no-store, must-revalidate' },
  { path: '/img/*.svg', value: 'max-age=3600' },
  { path: '/*', value: 'no-cache' },
];

describe('objectHeaders', () => {
  it.each([
    ['index.html', 'text/html'],
    ['json/main.json', 'application/json'],
    ['bd/GUB.csv', 'text/csv'],
    ['js/app.js', 'text/javascript'],
    ['bd/20240602_2000_PREP.zip', 'application/zip'],
    ['img/acta.JPG', 'image/jpeg'],
    ['LEEME', 'application/octet-stream'],
  ])('tells the type of %s: %s', (path, contentType) => {
    expect(objectHeaders(RULES)(path).contentType).toBe(contentType);
  });

  it.each([
    ['json/main.json', 'no-cache, no-store, must-revalidate'],
    ['json/main.json.bak', 'no-cache'],
    ['x/json/main.json', 'no-cache'],
    ['img/acta.svg', 'max-age=3600'],
    ['img/a/b.svg', 'max-age=3600'],
    ['img/acta_svg', 'no-cache'],
    ['index.html', 'no-cache'],
  ])('takes for %s the first rule that matches: %s', (path, cacheControl) => {
    expect(objectHeaders(RULES)(path).cacheControl).toBe(cacheControl);
  });

  it('has readers revalidate what no rule speaks of', () => {
    expect(objectHeaders([])('index.html').cacheControl).toBe('no-cache');
  });
});
