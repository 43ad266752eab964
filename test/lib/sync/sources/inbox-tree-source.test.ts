import { spawnSync } from 'node:child_process';
import { chmodSync, readdirSync, rmSync, symlinkSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import type { InboxSourceOptions } from '../../../../lib/sync/sources/inbox-options.js';
import { InboxTreeSource } from '../../../../lib/sync/sources/inbox-tree-source.js';
import type { FetchedPackage, FetchResult } from '../../../../lib/sync/sources/source.js';
import { Inbox } from '../../../support/inbox.js';
import type { SamplePackage } from '../../../support/sample-package.js';
import { useTemporaryDirectory } from '../../../support/temporary-directory.js';
import { fileClockTick } from '../../../support/tick.js';
import { thrownBy } from '../../../support/thrown.js';
import { describeSource, OFFERED_AT, type SourceBench } from './source.conformance.js';

type Complete = InboxSourceOptions['location']['complete'];

const MARKER: Complete = { when: 'marker', marker: '.listo' };
const QUIET: Complete = { when: 'quiet', seconds: 60 };

class TreeBench extends Inbox implements SourceBench {
  readonly secrets = [];
  readonly source = new InboxTreeSource(this.options(MARKER, 'tree'));

  offer({ files }: SamplePackage): void {
    this.empty();
    for (const [path, content] of Object.entries(files)) this.push(path, content, OFFERED_AT);
    this.push('.listo', '');
  }

  withdraw(): void {
    this.empty();
  }

  stop(): void {
    // Nothing runs.
  }
}

describeSource<TreeBench>('an inbox that is a tree', {
  form: 'tree',
  tellsUnchanged: true,
  start: (directory) => Promise.resolve(new TreeBench(directory)),
  faults: {
    'has no inbox': {
      inject: (bench) => rmSync(bench.path, { recursive: true }),
      code: 'SOURCE_UNREACHABLE',
      retryable: false,
    },
    'pushes a link': {
      inject: (bench) => symlinkSync('/etc/passwd', join(bench.path, 'json', 'passwd.json')),
      code: 'ARCHIVE_ENTRY_SYMLINK',
      retryable: false,
    },
    'pushes more than the limit': {
      inject: (bench) => bench.push('actas/1.jpg', Buffer.alloc(11 * 1024 * 1024)),
      code: 'ARCHIVE_TOO_LARGE',
      retryable: false,
    },
  },
});

describe('InboxTreeSource', () => {
  const directory = useTemporaryDirectory();
  let inbox: Inbox;

  beforeEach(() => {
    inbox = new Inbox(directory());
  });

  const source = (complete: Complete = MARKER): InboxTreeSource =>
    new InboxTreeSource(inbox.options(complete, 'tree'));
  const fetch = (from: InboxTreeSource, known?: FetchedPackage['validators']): Promise<FetchResult> =>
    from.fetch({ directory: inbox.run(), known });
  const fetched = async (from: InboxTreeSource): Promise<FetchedPackage> => {
    const result = await fetch(from);
    if (result.kind !== 'package') throw new Error(`no package: ${result.kind}`);
    return result;
  };
  const paths = ({ received }: FetchedPackage): string[] =>
    received.form === 'tree' ? received.files.map(({ path }) => path) : [];

  it('has no way to tell by names that a tree is whole', () => {
    expect(thrownBy(() => source({ when: 'rename' }))).toMatchObject({
      code: 'SETTINGS_INVALID',
      params: { reason: 'source.complete' },
    });
  });

  it.each([
    ['hidden', '.listo', 'x', []],
    ['empty', 'listo', '', []],
    ['a file of the site', 'corte.json', '{}', ['corte.json']],
  ])('keeps a marker that is %s out of the site or in it', async (_, marker, content, shown) => {
    inbox.push('index.html', 'x');
    inbox.push(marker, content);
    expect(paths(await fetched(source({ when: 'marker', marker })))).toEqual([...shown, 'index.html']);
  });

  it('is unchanged until a marker comes, and then hands over the same files again', async () => {
    inbox.push('index.html', 'x');
    inbox.push('.listo', '');
    const from = source();
    const first = await fetched(from);
    expect(await fetch(from, first.validators)).toEqual({ kind: 'unchanged' });
    await fileClockTick();
    inbox.push('.listo', '');
    const second = await fetch(from, first.validators);
    expect(second).toMatchObject({ kind: 'package', received: { sha256: first.received.sha256 } });
  });

  describe.each<[string, (inbox: Inbox) => void]>([
    ['rewritten', ({ push, path }) => push.call({ path }, 'index.html', 'y')],
    ['added', ({ push, path }) => push.call({ path }, 'json/new.json', 'y')],
    ['removed', ({ path }) => rmSync(join(path, 'json', 'main.json'))],
  ])('while a file is %s after the marker', (_, change) => {
    it('waits for the next marker', async () => {
      inbox.push('index.html', 'x');
      inbox.push('json/main.json', 'x');
      inbox.push('json/other.json', 'x');
      inbox.push('.listo', '');
      const from = source();
      const { validators } = await fetched(from);
      await fileClockTick();
      change(inbox);
      expect(await fetch(from, validators)).toEqual({ kind: 'absent' });
      expect(await from.status()).toEqual({ ready: 0, unfinished: 1, kept: 0, odd: 0 });
      await fileClockTick();
      inbox.push('.listo', '');
      expect(await fetch(from, validators)).toMatchObject({ kind: 'package' });
      expect(await from.status()).toEqual({ ready: 1, unfinished: 0, kept: 0, odd: 0 });
    });
  });

  it('takes folders that were dated after the marker for what they are, as rsync dates them', async () => {
    inbox.push('json/main.json', 'x');
    inbox.push('.listo', '');
    await fileClockTick();
    utimesSync(join(inbox.path, 'json'), OFFERED_AT, OFFERED_AT);
    expect(await fetch(source())).toMatchObject({ kind: 'package' });
  });

  it('waits for ever without a marker', async () => {
    inbox.push('index.html', 'x');
    expect(await fetch(source())).toEqual({ kind: 'absent' });
    expect(await source().status()).toMatchObject({ ready: 0, unfinished: 1 });
  });

  it('has nothing where there is nothing but a marker', async () => {
    inbox.push('.listo', '');
    expect(await fetch(source())).toEqual({ kind: 'absent' });
    expect(await source().status()).toMatchObject({ ready: 0, unfinished: 0 });
  });

  it('hands over a tree that did not change for so long, also from one process to the next', async () => {
    inbox.push('json/main.json', 'x');
    expect(await fetch(source(QUIET))).toEqual({ kind: 'absent' });
    inbox.upMs += 59_000;
    await fileClockTick();
    inbox.push('json/main.json', 'y');
    expect(await fetch(source(QUIET))).toEqual({ kind: 'absent' });
    inbox.upMs += 60_000;
    expect(await fetch(source(QUIET))).toMatchObject({ kind: 'package' });
  });

  it('never hands over a mix while the tree is pushed again and again', async () => {
    const names = Array.from({ length: 12 }, (_, n) => `json/${n}.json`);
    const whole = `of 1 cut, ${names.length} files`;
    let pushing = true;
    let asked = 0;
    const pusher = (async () => {
      for (let cut = 0; pushing; cut += 1) {
        for (const name of names) {
          inbox.push(name, String(cut).repeat(50_000));
          await new Promise(setImmediate);
        }
        inbox.push('.listo', '');
        // Every third one is left alone for as long as a whole question takes, on however slow a machine.
        const answered = asked + (cut % 3 === 2 ? 2 : 0);
        do await fileClockTick();
        while (pushing && asked < answered);
      }
    })();
    const seen = new Set<string>();
    try {
      // More often only where the machine asks so quickly that no tree was whole by then.
      while (asked < 150 || !seen.has(whole)) {
        const result = await fetch(source()).catch((error: unknown) => error as { code?: string });
        asked += 1;
        if (!('kind' in result)) seen.add(result.code ?? 'unknown');
        else if (result.kind !== 'package') seen.add(result.kind);
        else seen.add(`of ${new Set(digests(result)).size} cut, ${digests(result).length} files`);
      }
    } finally {
      pushing = false;
      await pusher;
    }
    const allowed = ['absent', 'SOURCE_CHANGED', whole];
    expect([...seen].filter((one) => !allowed.includes(one))).toEqual([]);
  });

  describe('against a hostile pusher', () => {
    it.each<[string, (path: string) => void, string]>([
      ['a link to a folder', (path) => symlinkSync('/etc', path), 'ARCHIVE_ENTRY_SYMLINK'],
      ['a link to nowhere', (path) => symlinkSync('nowhere', path), 'ARCHIVE_ENTRY_SYMLINK'],
      ['a pipe', (path) => void spawnSync('mkfifo', [path]), 'ARCHIVE_ENTRY_FIFO'],
      [
        'a file that runs with the rights of its owner',
        (path) => {
          spawnSync('touch', [path]);
          chmodSync(path, 0o4755);
        },
        'ARCHIVE_ENTRY_SETUID',
      ],
    ])('refuses a tree with %s, and keeps the rest of it as evidence', async (_, make, code) => {
      inbox.push('index.html', 'x');
      make(join(inbox.path, 'odd'));
      inbox.push('.listo', '');
      const run = inbox.run();
      const refused = await source().fetch({ directory: run });
      expect(refused).toMatchObject({
        kind: 'refused',
        error: { code, params: { entry: 'odd' } },
        part: { path: join(run, 'part'), files: [{ path: '.listo' }, { path: 'index.html' }] },
      });
      expect(readdirSync(run)).toEqual(['part']);
      expect(readdirSync(join(run, 'part')).sort()).toEqual(['.listo', 'index.html']);
    });

    it('leaves names to the archive policy, and keeps them as they are', async () => {
      inbox.push('a\nb.html', 'x');
      inbox.push('.listo', '');
      const taken = await fetched(source());
      expect(paths(taken)).toEqual(['a\nb.html']);
      expect(readdirSync(taken.received.path)).toEqual(['a\nb.html']);
    });

    it('refuses a name that is no text, which nobody could write down', async () => {
      inbox.push(Buffer.from([0x63, 0xff]), 'y');
      inbox.push('.listo', '');
      expect(await fetch(source())).toMatchObject({ error: { code: 'ARCHIVE_PATH_UNDECODABLE' } });
    });

    it('goes no deeper than the policy allows', async () => {
      inbox.push(`${'d/'.repeat(17)}x`, 'x');
      inbox.push('.listo', '');
      expect(await fetch(source())).toMatchObject({ error: { code: 'ARCHIVE_PATH_TOO_DEEP' } });
    });
  });
});

function digests({ received }: FetchedPackage): string[] {
  return received.form === 'tree' ? received.files.map(({ sha256 }) => sha256) : [];
}
