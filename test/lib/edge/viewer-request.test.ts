import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import ts from 'typescript';
import { edgePages } from '../../../lib/edge/index.js';
import { createMessages } from '../../../lib/messages/index.js';

const GENERATION = '20240603T010000Z-1a2b3c4d';
const bundle = readFileSync(join(__dirname, '../../../dist/assets/viewer-request.js'), 'utf8');
const pages = edgePages({ institution: 'Radio', institute: { name: 'Instituto' } }, createMessages('es'));
const script = `${bundle}\nconst EDGE_PAGES = ${JSON.stringify(pages)};\n`;

interface Answer {
  uri?: string;
  statusCode?: number;
  body?: string;
  headers: Record<string, { value: string }>;
}
type Handler = (event: { request: object }) => Promise<Answer>;

/** Loads the built function as the runtime does, with a store that holds `stored`, nothing at all, or fails. */
function load(stored: string | undefined | Error): Handler {
  const get = (): Promise<string> =>
    typeof stored === 'string'
      ? Promise.resolve(stored)
      : Promise.reject(stored ?? new Error('key not found'));
  const exists = (): Promise<boolean> =>
    stored instanceof Error ? Promise.reject(stored) : Promise.resolve(stored !== undefined);
  const context = createContext({ cf: { kvs: () => ({ get, exists }) } });
  const runnable = script.replace('import cf from "cloudfront";', '');
  return runInContext(`${runnable}\nhandler`, context) as Handler;
}

const request = (uri: string, querystring = {}): { request: object } => ({
  request: { uri, querystring, headers: {} },
});
const live = JSON.stringify({ state: 'live', generation: GENERATION });

describe('the built viewer-request function', () => {
  it('rewrites a request into the live cut', async () => {
    const answer = await load(live)(request('/json/main.json'));
    expect(answer.uri).toBe(`/cuts/${GENERATION}/json/main.json`);
  });

  it('rewrites a stable file to its place', async () => {
    const stable = { under: '20240603T003000Z-00000001', prefixes: ['/actas/'] };
    const pointer = JSON.stringify({ state: 'live', generation: GENERATION, stable });
    expect((await load(pointer)(request('/actas/1.jpg'))).uri).toBe(`/stable/${stable.under}/actas/1.jpg`);
    expect((await load(pointer)(request('/json/main.json'))).uri).toBe(`/cuts/${GENERATION}/json/main.json`);
  });

  test.each([
    ['nothing was ever published', undefined, pages.closed],
    ['the pointer is closed', '{"state":"closed"}', pages.closed],
    ['a person closed the site', `{"state":"closed","held":true,"generation":"${GENERATION}"}`, pages.closed],
    ['the institute interrupted', '{"state":"notice"}', pages.notice],
  ])('shows a page, and no data, where %s', async (_name, stored, body) => {
    const shown = await load(stored)(request('/'));
    expect(shown).toMatchObject({
      statusCode: 200,
      body,
      headers: { 'cache-control': { value: 'no-store' } },
    });
    const data = await load(stored)(request('/json/main.json'));
    expect(data).toMatchObject({ statusCode: 404, headers: { 'cache-control': { value: 'no-store' } } });
    expect(data).not.toHaveProperty('body');
  });

  test.each([
    ['the store fails', new Error('throttled')],
    ['the pointer is not one of ours', '{"state":"open"}'],
  ])('answers 503, which rings the alarm, where %s', async (_name, stored) => {
    expect(await load(stored)(request('/json/main.json'))).toMatchObject({
      statusCode: 503,
      body: pages.unavailable,
      headers: { 'cache-control': { value: 'no-store' }, 'retry-after': { value: '30' } },
    });
  });

  it('redirects a folder and carries the query', async () => {
    const answer = await load(live)(request('/actas', { d: { value: '01' } }));
    expect(answer).toMatchObject({ statusCode: 302, headers: { location: { value: '/actas/?d=01' } } });
  });

  it('answers 404 for an unsafe path', async () => {
    expect(await load(live)(request('/../x.json'))).toMatchObject({ statusCode: 404 });
  });

  it('fits into the 10 KB that CloudFront gives a function', () => {
    expect(Buffer.byteLength(script)).toBeLessThan(10 * 1024);
  });

  it('uses only syntax that the cloudfront-js-2.0 runtime has', () => {
    const source = ts.createSourceFile('f.js', script, ts.ScriptTarget.ES2023, false, ts.ScriptKind.JS);
    const forbidden = new Set([
      ts.SyntaxKind.ObjectBindingPattern,
      ts.SyntaxKind.ArrayBindingPattern,
      ts.SyntaxKind.SpreadElement,
      ts.SyntaxKind.SpreadAssignment,
      ts.SyntaxKind.ShorthandPropertyAssignment,
      ts.SyntaxKind.QuestionDotToken,
      ts.SyntaxKind.QuestionQuestionToken,
      ts.SyntaxKind.ClassDeclaration,
      ts.SyntaxKind.ForOfStatement,
      ts.SyntaxKind.ExportDeclaration,
      ts.SyntaxKind.ExportKeyword,
    ]);
    const found: string[] = [];
    const visit = (node: ts.Node): void => {
      if (forbidden.has(node.kind)) found.push(ts.SyntaxKind[node.kind]);
      if (ts.isCatchClause(node) && node.variableDeclaration === undefined)
        found.push('OptionalCatchBinding');
      ts.forEachChild(node, visit);
    };
    visit(source);
    expect(found).toEqual([]);
  });
});
