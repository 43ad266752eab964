import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { testPart } from './support/part.js';

const CASES = ['normal', 'lagged-mtime', 'fresh-mtime', 'same-size'] as const;

interface Figures {
  readonly requests: Readonly<Record<string, number>>;
  readonly stale: number;
}

interface Result {
  readonly change: { readonly files: number };
  readonly s3: { readonly difusor: Figures };
  readonly cases: Readonly<Record<(typeof CASES)[number], Readonly<Record<string, Figures | undefined>>>>;
  readonly idle: number;
  readonly directory: Readonly<Record<string, { readonly stale: number } | undefined>>;
  readonly goals: readonly { readonly title: string; readonly met?: boolean }[];
}

describe('bench:sync', () => {
  let result: Result;

  beforeAll(() => {
    const script = join(__dirname, '..', '..', 'bench', 'sync', 'run.mjs');
    const { stdout, stderr } = spawnSync(process.execPath, [script, '--quick', '--json'], {
      encoding: 'utf8',
    });
    if (stdout === '') throw new Error(stderr);
    result = JSON.parse(stdout) as Result;
  });

  it('sends what changed, a manifest and the notes, and asks for no listing', () => {
    const { requests } = result.s3.difusor;
    expect(requests.PUT).toBe(result.change.files + 2);
    expect([requests.LIST, requests.HEAD]).toEqual([undefined, undefined]);
    expect(result.idle).toBe(0);
  });

  it.each(CASES)('leaves nothing stale in the case %s', (name) => {
    expect(result.cases[name].difusor?.stale).toBe(0);
  });

  it('leaves nothing stale in a directory', () => {
    expect(result.directory.difusor?.stale).toBe(0);
    expect(result.directory['difusor, compressed']?.stale).toBe(0);
  });

  it('gives each goal a verdict', () => {
    expect(result.goals.map(({ title }) => title)).toContain('stale objects, same-size');
    expect(result.goals.find(({ title }) => title === 'PUT requests')?.met).toBe(true);
  });

  testPart('bench:sync: what goes stale with aws s3 sync', ['awsCli'], () => {
    expect(result.cases.normal.aws?.stale).toBeGreaterThan(0);
    expect(result.cases['same-size'].aws?.stale).toBeGreaterThan(0);
    return Promise.resolve();
  });
});
