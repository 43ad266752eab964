import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { RsyncSource, type RsyncSourceOptions } from '../../../../lib/sync/sources/rsync-source.js';
import type { FetchResult } from '../../../../lib/sync/sources/source.js';
import { everythingOf } from '../../../support/everything-of.js';
import { FakeRsync } from '../../../support/fake-rsync.js';
import { useTemporaryDirectory } from '../../../support/temporary-directory.js';
import { withTimeEnough } from '../../../support/time-enough.js';

/** A pull that brings one file, and then finds nothing more to bring. */
const ONE_FILE = `
if [ ! -e "$into/index.html" ]; then
  printf one > "$into/index.html"
  echo "change >f+++++++++ 3 index.html"
fi`;

describe('RsyncSource', () => {
  const directory = useTemporaryDirectory();
  let runs = 0;

  const freshRun = (): string => {
    const run = join(directory(), `run-${(runs += 1)}`);
    mkdirSync(run);
    return run;
  };
  const source = (rsync: FakeRsync, options: Partial<RsyncSourceOptions> = {}): RsyncSource =>
    new RsyncSource({
      location: { kind: 'rsync', via: 'daemon', host: '127.0.0.1', port: 873, path: '/prep/sitio' },
      package: { maxBytes: 1000 },
      secrets: { read: () => Promise.resolve('{"password":"canary-password"}') },
      cacheDirectory: join(directory(), 'cache'),
      allowLoopback: true,
      command: rsync.command,
      ...options,
    });
  const fetch = (from: RsyncSource, etag?: string, run = freshRun()): Promise<FetchResult> =>
    from.fetch({ directory: run, known: etag === undefined ? undefined : { etag } });
  const packageOf = async (from: RsyncSource, etag?: string) => {
    const result = await fetch(from, etag);
    if (result.kind !== 'package' || result.received.form !== 'tree') throw new Error(result.kind);
    return { ...result, received: result.received };
  };
  const fake = (script: string, version?: string): FakeRsync => new FakeRsync(directory(), script, version);

  it('hands over what was pulled, as links that a later pull can not change', async () => {
    const from = source(fake(ONE_FILE));
    const { received, validators } = await packageOf(from);
    expect(received).toMatchObject({
      form: 'tree',
      name: 'sitio',
      bytes: 3,
      files: [{ path: 'index.html' }],
    });
    expect(validators.etag).toBe(received.sha256);
    const pulled = join(directory(), 'cache', 'rsync', 'index.html');
    expect(statSync(join(received.path, 'index.html')).ino).toBe(statSync(pulled).ino);
  });

  it('pulls until a pull brings nothing', async () => {
    const rsync = fake(
      `[ $run -le 2 ] && printf $run > "$into/index.html" && echo "change >f.st...... 1 index.html"; exit 0`,
    );
    const { received } = await packageOf(source(rsync));
    expect(readFileSync(join(received.path, 'index.html'), 'utf8')).toBe('2');
    expect(rsync.arguments().filter((one) => one === '--recursive')).toHaveLength(3);
  });

  it('takes nothing where the source changes with each pull', async () => {
    const rsync = fake(`printf $run > "$into/index.html"; echo "change >f.st...... 1 index.html"`);
    await expect(fetch(source(rsync))).rejects.toMatchObject({
      code: 'SOURCE_CHANGED',
      params: { path: '/prep/sitio' },
      retryable: true,
    });
  });

  it('says unchanged of the version that is known, and leaves nothing in the directory of the run', async () => {
    const from = source(fake(ONE_FILE));
    const { validators } = await packageOf(from);
    for (const again of [from, from, source(fake(ONE_FILE))]) {
      const run = freshRun();
      expect(await fetch(again, validators.etag, run)).toEqual({ kind: 'unchanged' });
      expect(readdirSync(run)).toEqual([]);
    }
  });

  it('says unchanged where the source went back to what is known', async () => {
    const from = source(fake(ONE_FILE));
    const { validators } = await packageOf(from);
    writeFileSync(join(directory(), 'cache', 'rsync', 'index.html'), 'two');
    const back = fake(
      `[ $run -gt 1 ] || { printf one > "$into/index.html"; echo "change >fcst...... 3 index.html"; }`,
    );
    const run = freshRun();
    expect(await fetch(source(back), validators.etag, run)).toEqual({ kind: 'unchanged' });
    expect(readdirSync(run)).toEqual([]);
  });

  it('sees what a pull brought that broke off after it, though the next pull brings nothing', async () => {
    const first = await packageOf(source(fake(ONE_FILE)));
    const broken = fake(`printf two > "$into/index.html"; echo "change >fc........ 3 index.html"; exit 12`);
    await expect(fetch(source(broken), first.validators.etag)).rejects.toMatchObject({
      code: 'SOURCE_UNREACHABLE',
    });
    const next = await packageOf(source(fake('exit 0')), first.validators.etag);
    expect(readFileSync(join(next.received.path, 'index.html'), 'utf8')).toBe('two');
  });

  it('has nothing where the source has no such folder, or an empty one', async () => {
    const missing = `echo 'rsync: [sender] change_dir "sitio" (in prep) failed: No such file or directory (2)' >&2; exit 23`;
    for (const script of [missing, 'exit 0']) {
      const run = freshRun();
      expect(await fetch(source(fake(script)), undefined, run)).toEqual({ kind: 'absent' });
      expect(readdirSync(run)).toEqual([]);
    }
  });

  it('works without a folder that outlives the run, and leaves nothing but the package', async () => {
    const run = freshRun();
    const result = await fetch(source(fake(ONE_FILE), { cacheDirectory: undefined }), undefined, run);
    expect(result).toMatchObject({ kind: 'package' });
    expect(readdirSync(run)).toEqual(['tree']);
    expect(readFileSync(join(run, 'tree', 'index.html'), 'utf8')).toBe('one');
  });

  it.each<[number, string, string, boolean]>([
    [1, '', 'SOURCE_REFUSED', false],
    [2, '', 'SOURCE_REFUSED', false],
    [3, '', 'STORE_WRITE_FAILED', true],
    [4, '', 'SOURCE_REFUSED', false],
    [5, '@ERROR: auth failed on module prep', 'SOURCE_REFUSED', false],
    [5, '@ERROR: max connections (4) reached -- try again later', 'SOURCE_UNREACHABLE', true],
    [6, '', 'SOURCE_UNREACHABLE', true],
    [10, '', 'SOURCE_UNREACHABLE', true],
    [11, '', 'STORE_WRITE_FAILED', true],
    [12, '', 'SOURCE_UNREACHABLE', true],
    [13, '', 'SOURCE_UNREACHABLE', true],
    [14, '', 'SOURCE_UNREACHABLE', true],
    [20, '', 'SOURCE_UNREACHABLE', true],
    [21, '', 'SOURCE_UNREACHABLE', true],
    [22, '', 'SOURCE_UNREACHABLE', true],
    [23, '', 'SOURCE_TRUNCATED', true],
    [24, '', 'SOURCE_CHANGED', true],
    [25, '', 'SOURCE_TRUNCATED', true],
    [30, '', 'SOURCE_UNREACHABLE', true],
    [35, '', 'SOURCE_UNREACHABLE', true],
    [99, '', 'SOURCE_UNREACHABLE', true],
    [255, '', 'SOURCE_UNREACHABLE', true],
    [255, 'difusor@institute: Permission denied (publickey).', 'SOURCE_REFUSED', false],
  ])('names exit code %i (%s) %s', async (status, said, code, retryable) => {
    const from = source(fake(`echo '${said}' >&2; exit ${status}`));
    await expect(fetch(from)).rejects.toMatchObject({ code, retryable, cause: { message: said } });
  });

  it('names the signal that ended rsync', async () => {
    await expect(fetch(source(fake('kill -9 $$')))).rejects.toMatchObject({
      code: 'SOURCE_UNREACHABLE',
      params: { reason: 'SIGKILL' },
    });
  });

  it('says that rsync is missing, or too old', async () => {
    const missing = source(fake(''), { command: join(directory(), 'no-rsync') });
    await expect(fetch(missing)).rejects.toMatchObject({ code: 'SOURCE_TOOL_MISSING' });
    const old = source(fake('', 'rsync  version 3.2.6  protocol version 31'));
    await expect(fetch(old)).rejects.toMatchObject({
      code: 'SOURCE_TOOL_TOO_OLD',
      params: { tool: 'rsync', version: '3.2.6', oldest: '3.2.7' },
    });
  });

  it.each([
    ['a file over the limit', 'echo "actas.bin is over max-size"', 'SOURCE_TOO_LARGE'],
    [
      'files over the limit together',
      'for n in 1 2 3; do echo "change >f+++++++++ 400 $n"; done',
      'SOURCE_TOO_LARGE',
    ],
  ])('stops rsync where the source has %s', async (_, script, code) => {
    // A run that waited for the program's end would outlast the test.
    await expect(fetch(source(fake(`${script}; sleep 3600`)))).rejects.toMatchObject({ code });
  });

  it('stops rsync where the source has a link, and keeps what was pulled as evidence', async () => {
    // The last argument is the folder into which it pulls.
    const pull = 'for into; do :; done; echo uno > "$into/index.html"';
    const script = `${pull}; echo 'skipping non-regular file "enlace"'; sleep 3600`;
    const refused = await fetch(source(fake(script)));
    expect(refused).toMatchObject({
      kind: 'refused',
      error: { code: 'ARCHIVE_ENTRY_KIND_UNKNOWN', params: { entry: 'enlace' } },
      part: { form: 'tree', name: expect.stringMatching(/\.partial$/), files: [{ path: 'index.html' }] },
    });
    if (refused.kind !== 'refused') throw new Error('not refused');
    expect(readFileSync(join(refused.part.path, 'index.html'), 'utf8')).toBe('uno\n');
  });

  it('stops rsync, and what it started, when the time is up', async () => {
    const noted = join(directory(), 'child');
    const rsync = fake(`sleep 3600 & echo $! > "${noted}"; wait`);
    const ended = await withTimeEnough(
      500,
      (totalMs) => fetch(source(rsync, { timeouts: { totalMs } })).catch((error: unknown) => error),
      () => existsSync(noted) && statSync(noted).size > 0,
    );
    expect(ended).toMatchObject({
      code: 'SOURCE_UNREACHABLE',
      params: { host: '127.0.0.1', reason: 'TimeoutError' },
      retryable: true,
    });
    expect(isRunning(Number(readFileSync(noted, 'utf8')))).toBe(false);
  });

  it('ends an rsync that does not want to end', async () => {
    const from = source(fake(`trap '' TERM; while :; do sleep 1; done`), { timeouts: { totalMs: 300 } });
    await expect(fetch(from)).rejects.toMatchObject({ code: 'SOURCE_UNREACHABLE' });
  });

  it('waits while another worker pulls into the same folder, and then gives up', async () => {
    const go = join(directory(), 'go');
    const slow = fake(`while [ ! -e "${go}" ]; do sleep 0.1; done; exit 12`);
    const first = fetch(source(slow)).catch((error: unknown) => error);
    while (slow.arguments().length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    const second = source(slow, { timeouts: { headersMs: 300 } });
    await expect(fetch(second)).rejects.toMatchObject({
      code: 'SOURCE_UNREACHABLE',
      params: { reason: 'EBUSY' },
      retryable: true,
    });
    const third = fetch(source(slow)).catch((error: unknown) => error);
    writeFileSync(go, '');
    const ended = { code: 'SOURCE_UNREACHABLE', params: { reason: 'rsync 12' } };
    expect(await Promise.all([first, third])).toMatchObject([ended, ended]);
  });

  describe('with credentials', () => {
    const location: RsyncSourceOptions['location'] = {
      kind: 'rsync',
      via: 'daemon',
      host: '127.0.0.1',
      port: 873,
      path: '/prep/',
      username: 'difusor',
      secretName: 'difusor/source',
    };

    it('gives them in a file that only this account may read, and takes it away again', async () => {
      const seen = join(directory(), 'seen');
      const rsync = fake(`stat -c %a password > "${seen}"; cat password >> "${seen}"; exit 12`);
      const run = freshRun();
      const failed = await fetch(source(rsync, { location }), undefined, run).catch(
        (error: unknown) => error,
      );
      expect(readFileSync(seen, 'utf8')).toBe('600\ncanary-password\n');
      expect(readdirSync(run)).toEqual([]);
      expect(rsync.arguments().join(' ')).toContain('rsync://difusor@127.0.0.1:873/prep/');
      expect(rsync.arguments().join(' ') + everythingOf(failed)).not.toContain('canary-password');
    });

    it('gives rsync nothing of its environment', async () => {
      process.env.DIFUSOR_CANARY = 'canary-value';
      try {
        const seen = join(directory(), 'seen');
        await fetch(source(fake(`env > "${seen}"; exit 12`), { location })).catch(() => undefined);
        expect(readFileSync(seen, 'utf8')).not.toContain('canary');
      } finally {
        delete process.env.DIFUSOR_CANARY;
      }
    });

    it.each(['{"password":"canary\\nrest"}', '{"token":"canary"}', 'canary', '{}'])(
      'names the secret that is of no use, and nothing of it: %j',
      async (text) => {
        const from = source(fake('exit 0'), { location, secrets: { read: () => Promise.resolve(text) } });
        const failed = await fetch(from).catch((error: unknown) => error);
        expect(failed).toMatchObject({ code: 'SECRET_UNREADABLE', params: { name: 'difusor/source' } });
        expect(everythingOf(failed)).not.toContain('canary');
      },
    );
  });

  it.each(['127.0.0.1', '10.0.0.1', '::1', '169.254.169.254'])('does not go to %s', async (host) => {
    const rsync = fake(ONE_FILE);
    const from = source(rsync, {
      allowLoopback: false,
      location: { kind: 'rsync', via: 'daemon', host, port: 873, path: '/prep/' },
    });
    await expect(fetch(from)).rejects.toMatchObject({ code: 'SOURCE_ADDRESS_FORBIDDEN' });
    expect(rsync.arguments()).toEqual([]);
  });

  it('asks rsync to compare content, to follow no link and to write nothing in place', async () => {
    const rsync = fake(ONE_FILE);
    await packageOf(source(rsync));
    const given = rsync.arguments();
    for (const one of ['--checksum', '--no-links', '--no-devices', '--no-specials', '--delete']) {
      expect(given).toContain(one);
    }
    for (const one of ['--inplace', '--times', '--archive', '-a']) expect(given).not.toContain(one);
  });
});

/** Whether a process does anything still; one that has ended may wait for its parent to take note. */
function isRunning(pid: number): boolean {
  try {
    return !/^\d+ \(.*\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}
