import { framedPage } from '../../../../lib/compliance/collectors/framed-page.js';
import { testHostileText } from '../hostile-text.js';

const FRAME =
  '<iframe src="https://a.example/x" sandbox title="PREP"></iframe><a href="https://a.example/">a</a>';
const read = (html: string, policy?: string) => framedPage({ resource: 'r', path: '/', html, policy });

describe('framedPage', () => {
  test('reads the frame, its link and the policy of the header', () => {
    expect(read(FRAME, "default-src 'self'; frame-src https://a.example")).toMatchObject({
      source: 'https://a.example/x',
      sandbox: '',
      title: 'PREP',
      link: 'https://a.example/',
      frameSources: ['https://a.example'],
    });
  });

  test.each([
    ['<p>', undefined],
    ['<!-- <iframe src="x"> -->', undefined],
    ['<!-- <iframe src="x">', undefined],
    ['<iframe src="x', undefined],
    ['<IFRAME SRC=x>', 'x'],
    ["<iframe src='x?a=1&amp;b'>", 'x?a=1&b'],
    ['<iframe title=" src=https://fake.example " src="https://real.example">', 'https://real.example'],
    ['<iframe title=">" src="real">', 'real'],
    ['<iframe src="first" src="second">', 'first'],
    ['<iframe data-src="x">', { unresolved: 'src' }],
  ])('of %s has the source %j', (html, source) => {
    expect(read(html)?.source).toEqual(source);
  });

  test.each([
    ["frame-src 'none'", ["'none'"]],
    ['child-src a; default-src b', ['a']],
    ['img-src a', undefined],
  ])('lets the policy %s frame %j', (policy, sources) => {
    expect(read(FRAME, policy)?.frameSources).toEqual(sources);
    const meta = `<meta http-equiv="Content-Security-Policy" content="${policy}">`;
    expect(read(meta + FRAME)?.frameSources).toEqual(sources);
  });

  testHostileText(read, [
    '<iframe ',
    '<!--',
    '-->',
    '<meta http-equiv=content-security-policy ',
    ' src="',
    "'",
    '>',
    '<a href=',
    ' src ',
  ]);
});
