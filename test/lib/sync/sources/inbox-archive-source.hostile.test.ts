import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  symlinkSync,
} from 'node:fs';
import { join } from 'node:path';
import { InboxArchiveSource } from '../../../../lib/sync/sources/inbox-archive-source.js';
import type { InboxSourceOptions } from '../../../../lib/sync/sources/inbox-options.js';
import type { FetchedPackage } from '../../../../lib/sync/sources/source.js';
import { sha256 } from '../../../support/cuts.js';
import { Inbox, withoutRoot } from '../../../support/inbox.js';
import { useTemporaryDirectory } from '../../../support/temporary-directory.js';

type Complete = InboxSourceOptions['location']['complete'];

const RENAME: Complete = { when: 'rename' };
const QUIET: Complete = { when: 'quiet', seconds: 30 };

describe('InboxArchiveSource against a hostile pusher', () => {
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

  it.each(['a\nb.zip', 'a;rm -rf b.zip', '-rf.zip', `${'x'.repeat(250)}.zip`, '__proto__'])(
    'takes the package of the name %j, and deletes it',
    async (name) => {
      inbox.push(name, 'x');
      const from = source(QUIET);
      await from.fetch({ directory: inbox.run() });
      inbox.upMs += 30_000;
      const { received } = await fetched(from);
      expect(received.name).toMatch(/^\w[\w.-]*$/);
      await from.release(received);
      expect(inbox.names()).toEqual([]);
    },
  );

  it('takes a package whose name is no text, and deletes it', async () => {
    inbox.push(Buffer.from([0x61, 0xff, 0xfe, 0x2e, 0x7a, 0x69, 0x70]), 'x');
    const from = source();
    const { received } = await fetched(from);
    expect(readFileSync(received.path, 'utf8')).toBe('x');
    await from.release(received);
    expect(inbox.names()).toEqual([]);
  });

  it('passes over links, pipes and folders that are named like a package', async () => {
    symlinkSync('/etc/passwd', join(inbox.path, 'a.zip'));
    mkdirSync(join(inbox.path, 'b.zip'));
    spawnSync('mkfifo', [join(inbox.path, 'c.zip')]);
    mkdirSync(join(inbox.path, 'previous'));
    inbox.push('d.zip', 'x');
    const from = source();
    const { received, more } = await fetched(from);
    expect([received.name, more]).toEqual(['d.zip', false]);
    expect(await from.status()).toEqual({ ready: 1, unfinished: 0, kept: 0, odd: 3 });
    await from.release(received);
    await expect(from.fetch({ directory: inbox.run() })).rejects.toMatchObject({
      code: 'SOURCE_NOT_A_PACKAGE',
      params: { contentType: 'special', name: 'a.zip' },
    });
  });

  it('passes over one that is too large, and says so when nothing else waits', async () => {
    inbox.push('a.zip', '0123456789+');
    inbox.push('b.zip', '0123456789');
    const from = source(RENAME, { package: { maxBytes: 10 } });
    const { received } = await fetched(from);
    expect(received.name).toBe('b.zip');
    await from.release(received);
    await expect(from.fetch({ directory: inbox.run() })).rejects.toMatchObject({
      code: 'SOURCE_TOO_LARGE',
    });
  });

  it('passes over one that it may not read, and says so when nothing else waits', async () => {
    chmodSync(directory(), 0o777);
    inbox.push('a.zip', 'a');
    chmodSync(join(inbox.path, 'a.zip'), 0);
    const from = source();
    await expect(withoutRoot(() => from.fetch({ directory: openRun() }))).rejects.toMatchObject({
      code: 'STORE_READ_FAILED',
      params: { path: join(inbox.path, 'a.zip'), reason: 'EACCES' },
    });
    inbox.push('b.zip', 'b');
    const run = openRun();
    expect(await withoutRoot(() => from.fetch({ directory: run }))).toMatchObject({
      received: { name: 'b.zip' },
    });
  });

  it('finds its way through 10,000 small files', async () => {
    for (let n = 10_000; n < 20_000; n += 1) inbox.push(`${n}.zip`, 'x');
    const from = source(QUIET);
    await from.fetch({ directory: inbox.run() });
    inbox.upMs += 30_000;
    const { received, more } = await fetched(from);
    expect([received.name, more]).toEqual(['10000.zip', true]);
    expect(await from.status()).toMatchObject({ ready: 10_000 });
  });

  it('never hands over a mix while a file is replaced again and again', async () => {
    const contents = ['a', 'b'].map((letter) => letter.repeat(300_000));
    let replacing = true;
    const pusher = (async () => {
      for (let n = 0; replacing; n += 1) {
        inbox.push('.next', contents[n % 2] ?? '');
        renameSync(join(inbox.path, '.next'), join(inbox.path, 'a.zip'));
        await new Promise(setImmediate);
      }
    })();
    const from = source();
    const seen = new Set<unknown>();
    try {
      for (let n = 0; n < 60; n += 1) {
        const run = inbox.run();
        const result = await from.fetch({ directory: run }).catch((error: unknown) => error);
        if (result instanceof Error) seen.add((result as { code?: unknown }).code);
        else for (const name of readdirSync(run)) seen.add(sha256(readFileSync(join(run, name))));
      }
    } finally {
      replacing = false;
      await pusher;
    }
    const whole = [...contents.map(sha256), 'SOURCE_CHANGED'];
    expect([...seen].filter((one) => !whole.includes(one as string))).toEqual([]);
    expect(existsSync(join(inbox.path, 'a.zip'))).toBe(true);
  });

  /** A run's directory into which any account may write. */
  function openRun(): string {
    const run = inbox.run();
    chmodSync(run, 0o777);
    return run;
  }
});
