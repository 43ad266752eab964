import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';

interface Answer {
  uri?: string;
  statusCode?: number;
  body?: string;
  headers?: Record<string, { value: string }>;
}

const bundle = readFileSync(join(__dirname, '../../../dist/assets/frame-request.js'), 'utf8');
const script = `${bundle}\nconst FRAME_PAGE = "<p>marco</p>";\nconst FRAME_POLICY = "default-src 'none'";\nhandler`;
const handler = runInContext(script, createContext({})) as (event: { request: { uri: string } }) => Answer;

describe('the built frame-request function', () => {
  test.each([['/'], ['/index.html']])('answers %s with the page and its policy', (uri) => {
    expect(handler({ request: { uri } })).toEqual({
      statusCode: 200,
      statusDescription: 'OK',
      headers: {
        'content-type': { value: 'text/html; charset=utf-8' },
        'cache-control': { value: 'no-cache' },
        'content-security-policy': { value: "default-src 'none'" },
      },
      body: '<p>marco</p>',
    });
  });

  test.each([['/favicon.ico'], ['/logo.svg'], ['/json/main.json'], ['/index.html/x']])(
    'leaves %s to the bucket',
    (uri) => {
      expect(handler({ request: { uri } })).toEqual({ uri });
    },
  );
});
