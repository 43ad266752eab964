import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { cutTimeOf } from '../../../lib/cut/index.js';
import { parsePointer } from '../../../lib/edge/pointer.js';
import { hasContent } from '../../../lib/publish/durable-files.js';
import { openDirectorySiteStore } from '../../../lib/publish/directory-site-store.js';
import { useTemporaryDirectory } from '../../support/temporary-directory.js';

interface Ended {
  /** Generations whose flips the process has seen acknowledged. */
  readonly acknowledged: readonly string[];
  readonly errors: string;
  readonly signal: string | null;
}

describe('processes on one directory store', () => {
  const directory = useTemporaryDirectory();
  const root = (): string => join(directory(), 'site');
  const script = (): string => join(directory(), 'publishing-process.cjs');

  beforeEach(() => {
    buildSync({
      entryPoints: [join(__dirname, '../../support/publishing-process.ts')],
      outfile: script(),
      bundle: true,
      platform: 'node',
      format: 'cjs',
      logLevel: 'warning',
    });
  });

  /** @param killAfter lines of the process after which it is killed */
  const run = (name: string, cuts: number, killAfter = Infinity): Promise<Ended> =>
    new Promise((resolve) => {
      const args = [script(), root(), name, String(cuts)];
      const child = spawn(process.execPath, args, { env: { ...process.env, TMPDIR: directory() } });
      let [out, errors] = ['', ''];
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        out += text;
        if (out.split('\n').length > killAfter) child.kill('SIGKILL');
      });
      child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
      child.once('close', (_code, signal) =>
        resolve({ acknowledged: out.split('\n').filter((line) => line !== ''), errors, signal }),
      );
    });

  const moves = (): string[] =>
    readdirSync(join(root(), 'moves'))
      .sort()
      .map((name) => parsePointer(readFileSync(join(root(), 'moves', name), 'utf8'))?.generation ?? '?');

  /** What readers get is one whole cut, the newest of all moves, and no move went back in time. */
  const expectSound = async (): Promise<void> => {
    const times = moves().map((generation) => cutTimeOf(generation).getTime());
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(new Set(moves()).size).toBe(moves().length);
    const store = await openDirectorySiteStore(root());
    const { pointer } = await store.readPointer();
    expect(readlinkSync(join(root(), 'live'))).toBe(`cuts/${pointer.generation}`);
    for (const generation of moves()) {
      const manifest = await store.readManifest(generation);
      expect(manifest?.files).toHaveLength(22);
      for (const file of manifest?.files ?? []) {
        expect(await hasContent(join(root(), 'cuts', generation, file.path), file)).toBe(true);
      }
    }
  };

  it('never let an older cut follow a newer one, and lose none that was acknowledged', async () => {
    const ended = await Promise.all(['a', 'b', 'c', 'd'].map((name) => run(name, 12)));
    expect(ended.map(({ errors }) => errors).join('')).toBe('');
    const acknowledged = ended.flatMap((each) => each.acknowledged);
    expect(acknowledged.sort()).toEqual(moves().sort());
    expect(moves().length).toBeGreaterThanOrEqual(12);
    await expectSound();
    expect(readdirSync(join(root(), 'scratch'))).toEqual([]);
  });

  it('go on where one was killed, again and again', async () => {
    const acknowledged: string[] = [];
    for (const killAfter of [1, 1, 2, 3, 1, 2]) {
      const ended = await run('a', 40, killAfter);
      expect(ended.signal).toBe('SIGKILL');
      expect(ended.acknowledged.length).toBeGreaterThanOrEqual(killAfter);
      acknowledged.push(...ended.acknowledged);
      expect(moves()).toEqual(expect.arrayContaining(acknowledged));
      await expectSound();
    }
    const last = await run('a', 40);
    expect(last).toMatchObject({ errors: '', signal: null });
    expect(moves()).toHaveLength(40);
    await expectSound();
  });
});
