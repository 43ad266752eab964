import { spawnSync } from 'node:child_process';
import { appendFileSync, chmodSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { InboxArchiveSource } from '../../../../lib/sync/sources/inbox-archive-source.js';
import type { InboxSourceOptions } from '../../../../lib/sync/sources/inbox-options.js';
import type { FetchedPackage } from '../../../../lib/sync/sources/source.js';
import { sha256 } from '../../../support/cuts.js';
import { Inbox, withoutRoot } from '../../../support/inbox.js';
import { useTemporaryDirectory } from '../../../support/temporary-directory.js';
import { fileClockTick } from '../../../support/tick.js';
import { describeSource, OFFERED_AT, type SourceBench } from './source.conformance.js';

type Complete = InboxSourceOptions['location']['complete'];

const RENAME: Complete = { when: 'rename' };
const MARKER: Complete = { when: 'marker', marker: '.ok' };
const QUIET: Complete = { when: 'quiet', seconds: 30 };

class InboxBench extends Inbox implements SourceBench {
  readonly secrets = [];
  readonly source: InboxArchiveSource;

  constructor(
    directory: string,
    private readonly complete: Complete,
  ) {
    super(directory);
    this.source = new InboxArchiveSource(this.options(complete));
  }

  offer({ name, bytes }: { name: string; bytes: Buffer }): void {
    this.empty();
    this.push(name, bytes, OFFERED_AT);
    if (this.complete.when === 'marker') this.push(`${name}.ok`, '');
  }

  withdraw(): void {
    this.empty();
  }

  stop(): void {
    // Nothing runs.
  }
}

for (const complete of [RENAME, MARKER]) {
  describeSource<InboxBench>(`an inbox of archives (${complete.when})`, {
    form: 'archive',
    tellsUnchanged: true,
    start: (directory) => Promise.resolve(new InboxBench(directory, complete)),
    faults: {
      'has no inbox': {
        inject: (bench) => rmSync(bench.path, { recursive: true }),
        code: 'SOURCE_UNREACHABLE',
        retryable: false,
      },
      'pushes a link instead': {
        inject: (bench) => {
          bench.empty();
          symlinkSync('/etc/passwd', join(bench.path, '20240602_2000_PREP.zip'));
        },
        code: 'SOURCE_NOT_A_PACKAGE',
        retryable: true,
      },
      'pushes more than the limit': {
        inject: (bench) => {
          const [name = ''] = bench.names();
          bench.push(name, Buffer.alloc(11 * 1024 * 1024));
          if (complete.when === 'marker') bench.push(`${name}.ok`, '');
        },
        code: 'SOURCE_TOO_LARGE',
        retryable: false,
      },
    },
  });
}

describe('InboxArchiveSource', () => {
  const directory = useTemporaryDirectory();
  let inbox: Inbox;

  beforeEach(() => {
    inbox = new Inbox(directory());
  });

  const source = (complete: Complete = RENAME, more: Partial<InboxSourceOptions> = {}): InboxArchiveSource =>
    new InboxArchiveSource(inbox.options(complete, 'archive', more));
  const fetched = async (from: InboxArchiveSource): Promise<FetchedPackage> => {
    const result = await from.fetch({ directory: inbox.run() });
    if (result.kind !== 'package') throw new Error(`no package: ${result.kind}`);
    return result;
  };
  const kindOf = async (from: InboxArchiveSource): Promise<string> =>
    (await from.fetch({ directory: inbox.run() })).kind;

  it('hands over the oldest by name first, and says whether more wait', async () => {
    for (const time of ['2020', '2000', '2010']) inbox.push(`20240602_${time}_PREP.zip`, time);
    const from = source();
    const seen: unknown[] = [];
    for (let turn = 0; turn < 3; turn += 1) {
      const { received, more } = await fetched(from);
      seen.push([readFileSync(received.path, 'utf8'), more]);
      await from.release(received);
    }
    expect(seen).toEqual([
      ['2000', true],
      ['2010', true],
      ['2020', false],
    ]);
    expect(inbox.names()).toEqual([]);
    expect(await kindOf(from)).toBe('absent');
  });

  it.each(['.a.zip', 'a.zip.part', 'a.zip.tmp', 'a.zip.filepart', 'a.zip~', 'a.zip.sha256', 'a.zip.MD5'])(
    'takes %s for no package',
    async (name) => {
      inbox.push(name, 'x');
      expect(await kindOf(source())).toBe('absent');
    },
  );

  it('hands over a package that is taken already only to those who do not know it', async () => {
    inbox.push('a.zip', 'a');
    const { validators } = await fetched(source());
    inbox.push('b.zip', 'b');
    const next = await source().fetch({ directory: inbox.run(), known: validators });
    expect(next).toMatchObject({ kind: 'package', received: { name: 'b.zip' }, more: false });
    expect((await fetched(source())).received.name).toBe('a.zip');
  });

  describe('where it is told that a package is archived', () => {
    it('lets go of what a run that died has left of the version that is known', async () => {
      inbox.push('a.zip', 'a');
      const { validators } = await fetched(source());
      inbox.push('b.zip', 'b');
      const from = source();
      await from.fetch({ directory: inbox.run(), known: validators });
      await from.releaseKnown();
      expect(inbox.names()).toEqual(['b.zip']);
    });

    it('leaves everything where the version that was known is not there any more', async () => {
      inbox.push('a.zip', 'a');
      const from = source();
      await from.fetch({ directory: inbox.run(), known: { etag: 'gone' } });
      await from.releaseKnown();
      expect(inbox.names()).toEqual(['a.zip']);
    });

    it('leaves what was pushed under its name meanwhile', async () => {
      inbox.push('a.zip', 'first');
      const from = source();
      const { received } = await fetched(from);
      inbox.push('a.zip', 'again');
      await from.release(received);
      expect(readFileSync((await fetched(from)).received.path, 'utf8')).toBe('again');
    });

    it('may be told twice, and of a package that went by itself', async () => {
      inbox.push('a.zip', 'a');
      const from = source();
      const { received } = await fetched(from);
      rmSync(join(inbox.path, 'a.zip'));
      await from.release(received);
      await from.release(received);
      expect(inbox.names()).toEqual([]);
    });

    it('deletes the marker and the sidecar with it', async () => {
      const name = 'a.zip';
      inbox.push(name, 'a');
      inbox.push(`${name}.sha256`, sha256('a'));
      inbox.push(`${name}.ok`, '');
      inbox.push('b.zip.ok', '');
      const from = source(MARKER, { package: { maxBytes: 1000, sidecar: 'sha256' } });
      await from.release((await fetched(from)).received);
      expect(inbox.names()).toEqual(['b.zip.ok']);
    });

    it('says that it may not delete it, and never hands it over again, also after a restart', async () => {
      inbox.push('a.zip', 'a');
      inbox.push('b.zip', 'b');
      chmodSync(directory(), 0o777);
      chmodSync(inbox.path, 0o555);
      mkdirSync(join(directory(), 'cache'));
      chmodSync(join(directory(), 'cache'), 0o777);
      const from = source();
      const { received } = await fetched(from);
      await expect(withoutRoot(() => from.release(received))).rejects.toMatchObject({
        code: 'STORE_WRITE_FAILED',
        params: { path: join(inbox.path, 'a.zip'), reason: 'EACCES' },
      });
      const restarted = source();
      expect((await fetched(restarted)).received.name).toBe('b.zip');
      expect(await restarted.status()).toEqual({ ready: 1, unfinished: 0, kept: 1, odd: 0 });
      chmodSync(inbox.path, 0o755);
      inbox.push('a.zip', 'new');
      expect((await fetched(restarted)).received.name).toBe('a.zip');
    });
  });

  describe('with markers', () => {
    it('waits for the marker, however long, and tells how many wait', async () => {
      inbox.push('half.zip', 'x');
      inbox.push('whole.zip', 'x');
      inbox.push('whole.zip.ok', '');
      const from = source(MARKER);
      const { received, more } = await fetched(from);
      expect([received.name, more]).toEqual(['whole.zip', false]);
      await from.release(received);
      inbox.upMs += 1e9;
      expect(await kindOf(from)).toBe('absent');
      expect(await from.status()).toEqual({ ready: 0, unfinished: 1, kept: 0, odd: 0 });
    });

    it('takes a marker that is older than its package for the one of the push before', async () => {
      inbox.push('a.zip', 'first');
      inbox.push('a.zip.ok', '');
      expect(await kindOf(source(MARKER))).toBe('package');
      await fileClockTick();
      appendFileSync(join(inbox.path, 'a.zip'), ', and half of the second');
      expect(await kindOf(source(MARKER))).toBe('absent');
      await fileClockTick();
      inbox.push('a.zip.ok', 'x');
      expect(await kindOf(source(MARKER))).toBe('package');
    });

    it('takes no folder for a marker', async () => {
      inbox.push('a.zip', 'x');
      mkdirSync(join(inbox.path, 'a.zip.ok'));
      expect(await kindOf(source(MARKER))).toBe('absent');
    });
  });

  describe('with quiet time', () => {
    it('hands over what did not change for so long', async () => {
      inbox.push('a.zip', 'x');
      const from = source(QUIET);
      expect(await kindOf(from)).toBe('absent');
      inbox.upMs += 29_999;
      expect(await kindOf(from)).toBe('absent');
      inbox.upMs += 1;
      expect(await kindOf(from)).toBe('package');
    });

    it('starts anew with each change, also one that keeps size and time', async () => {
      inbox.push('a.zip', 'x', OFFERED_AT);
      const from = source(QUIET);
      await kindOf(from);
      inbox.upMs += 29_000;
      await fileClockTick();
      inbox.push('a.zip', 'y', OFFERED_AT);
      expect(await kindOf(from)).toBe('absent');
      inbox.upMs += 29_000;
      expect(await kindOf(from)).toBe('absent');
      inbox.upMs += 1_000;
      expect(await kindOf(from)).toBe('package');
    });

    it('remembers from one process to the next', async () => {
      inbox.push('a.zip', 'x');
      expect(await kindOf(source(QUIET))).toBe('absent');
      inbox.upMs += 30_000;
      expect(await kindOf(source(QUIET))).toBe('package');
    });

    it('starts anew, and comes to an end, where the host was started anew', async () => {
      inbox.push('a.zip', 'x');
      expect(await kindOf(source(QUIET))).toBe('absent');
      inbox.upMs = 10;
      expect(await kindOf(source(QUIET))).toBe('absent');
      inbox.upMs += 30_000;
      expect(await kindOf(source(QUIET))).toBe('package');
    });

    it.each(['', '{', '[]', '{"format":2}', '\0'])('starts anew where its notes read %j', async (text) => {
      inbox.push('a.zip', 'x');
      mkdirSync(join(directory(), 'cache', 'inbox'), { recursive: true });
      appendFileSync(join(directory(), 'cache', 'inbox', 'notes.json'), text);
      expect(await kindOf(source(QUIET))).toBe('absent');
      inbox.upMs += 30_000;
      expect(await kindOf(source(QUIET))).toBe('package');
    });
  });

  describe('with sidecars', () => {
    it('waits for the sidecar, and hands over what it says', async () => {
      inbox.push('a.zip', 'x');
      const from = source(RENAME, { package: { maxBytes: 1000, sidecar: 'sha256' } });
      expect(await kindOf(from)).toBe('absent');
      inbox.push('a.zip.sha256', `${sha256('x').toUpperCase()} *a.zip\r\n`);
      expect((await fetched(from)).received).toMatchObject({
        declared: { algorithm: 'sha256', digest: sha256('x') },
      });
    });

    it('knows no digest where the sidecar says nothing that is one', async () => {
      inbox.push('a.zip', 'x');
      inbox.push('a.zip.md5', 'no');
      const from = source(RENAME, { package: { maxBytes: 1000, sidecar: 'md5' } });
      expect((await fetched(from)).received).toMatchObject({
        declared: { algorithm: 'md5', digest: undefined },
      });
    });

    it.each([
      ['empty', (path: string) => appendFileSync(path, '')],
      [
        'not to be read by this account',
        (path: string) => {
          appendFileSync(path, sha256('x'));
          chmodSync(path, 0);
        },
      ],
      ['a link', (path: string) => symlinkSync('/etc/passwd', path)],
      ['a folder', (path: string) => mkdirSync(path)],
      ['a pipe', (path: string) => void spawnSync('mkfifo', [path])],
    ])('takes a push for unfinished whose sidecar is %s', async (_, make) => {
      chmodSync(directory(), 0o777);
      inbox.push('a.zip', 'x');
      make(join(inbox.path, 'a.zip.md5'));
      const from = source(RENAME, { package: { maxBytes: 1000, sidecar: 'md5' } });
      const run = inbox.run();
      chmodSync(run, 0o777);
      expect(await withoutRoot(() => from.fetch({ directory: run }))).toEqual({ kind: 'absent' });
      expect(await withoutRoot(() => from.status())).toMatchObject({ ready: 0, unfinished: 1 });
    });
  });

  describe('of packages that build on each other', () => {
    const built = { package: { maxBytes: 10, incremental: true } };
    const fetched = async (from: InboxArchiveSource, request: object = {}): Promise<unknown> => {
      const result = await from.fetch({ directory: inbox.run(), ...request });
      return result.kind === 'package' ? result.received.name : result.kind;
    };
    const marksOf = async (
      from: InboxArchiveSource,
      count: number,
    ): Promise<FetchedPackage['validators'][]> => {
      const passed: FetchedPackage['validators'][] = [];
      for (let each = 0; each < count; each += 1) {
        const { validators } = (await from.fetch({ directory: inbox.run(), passed })) as FetchedPackage;
        passed.push(validators);
      }
      return passed;
    };

    it('hands over what is behind those that were passed over, and then the first of them again', async () => {
      const from = new InboxArchiveSource(inbox.options(RENAME, 'archive', built));
      for (const name of ['a.zip', 'b.zip', 'c.zip']) inbox.push(name, 'x');
      const passed = await marksOf(from, 2);
      expect(await fetched(from, { passed })).toBe('c.zip');
      rmSync(join(inbox.path, 'c.zip'));
      expect(await fetched(from, { passed })).toBe('a.zip');
      rmSync(join(inbox.path, 'a.zip'));
      expect(await fetched(from, { passed })).toBe('b.zip');
    });

    it('passes over none by itself', async () => {
      inbox.push('a.zip', 'more than ten bytes');
      inbox.push('b.zip', 'x');
      const from = new InboxArchiveSource(inbox.options(RENAME, 'archive', built));
      await expect(fetched(from)).rejects.toMatchObject({ code: 'SOURCE_TOO_LARGE' });
      const whole = { package: { maxBytes: 10 } };
      const other = new InboxArchiveSource(inbox.options(RENAME, 'archive', whole));
      expect(await fetched(other)).toBe('b.zip');
    });

    it('waits for no note that somebody left', async () => {
      inbox.push('0-LEEME.txt', 'x');
      inbox.push('b.zip', 'x');
      inbox.push('b.zip.ok', '');
      const from = new InboxArchiveSource(inbox.options(MARKER, 'archive', built));
      expect(await fetched(from)).toBe('b.zip');
    });

    it('waits for one whose push is not over', async () => {
      inbox.push('a.zip', 'x');
      inbox.push('b.zip', 'x');
      inbox.push('b.zip.ok', '');
      const from = new InboxArchiveSource(inbox.options(MARKER, 'archive', built));
      expect(await fetched(from)).toBe('absent');
      inbox.push('a.zip.ok', '');
      expect(await fetched(from)).toBe('a.zip');
    });
  });
});
