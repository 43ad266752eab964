import { Gaps } from '../../../../../lib/compliance/collectors/terraform/gaps.js';
import { collectFrames } from '../../../../../lib/compliance/collectors/terraform/frames.js';
import { webServer } from '../../server-facts.js';

const PAGE =
  '<!doctype html><html lang="es"><head><title>x</title></head><body><a href="https://o.example/">o</a>' +
  '<iframe src="https://o.example/" title="x" sandbox="allow-scripts allow-same-origin"></iframe></body></html>';
const POLICY = {
  path: '/*',
  name: 'Content-Security-Policy',
  value: 'frame-src https://o.example',
  onErrors: false,
};

function frames(path: string, content: string) {
  const gaps = new Gaps();
  const server = webServer({ root: 'uno:/srv/page', headers: [POLICY] });
  const found = collectFrames('uno', new Map([[path, { path, content, resource: 'r' }]]), [server], gaps);
  return { found, gaps: gaps.list().map(({ reason }) => reason) };
}

describe('collectFrames', () => {
  test('reads the page of a folder that is served, with the policy of its path', () => {
    expect(frames('/srv/page/index.html', PAGE)).toMatchObject({
      found: [{ path: '/', source: 'https://o.example/', frameSources: ['https://o.example'] }],
      gaps: [],
    });
  });

  test.each([
    ['/srv/other/index.html', PAGE],
    ['/srv/page/x.txt', PAGE],
    ['/srv/page/x.html', '<p>x</p>'],
  ])('finds none in %s', (path, content) => {
    expect(frames(path, content)).toEqual({ found: [], gaps: [] });
  });

  test.each([
    ['sandbox="allow-scripts', 'sandbox="allow-top-navigation allow-scripts'],
    ['sandbox="allow-scripts allow-same-origin"', "sandbox=''"],
    ['sandbox="allow-scripts allow-same-origin"', 'sandbox'],
    ['<title>', '<meta http-equiv=refresh content="0;url=https://x"><title>'],
    ['<title>', '<base href="https://x/"><title>'],
    ['<title>', '<style>iframe{opacity:0}</style><title>'],
    ['<title>', '<style>iframe{height:0}</style><title>'],
    ['<iframe ', '<iframe style="display:none" '],
    ['<iframe ', '<iframe hidden '],
    ['</body>', '<iframe src="https://x"></iframe></body>'],
    ['</body>', '<script>top.location="https://x"</script></body>'],
    ['<body>', '<body onload="x()">'],
  ])('leaves a gap where %s is %s', (from, to) => {
    expect(frames('/srv/page/index.html', PAGE.replace(from, to)).gaps).not.toEqual([]);
  });
});
