// The directory side: a cut published below a directory, ours against rsync with hard links and a flipped symlink.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { measure } from './measure.mjs';
import { digestsOf } from './readers.mjs';
import { CUT_TIMES } from './site/site.mjs';

const script = fileURLToPath(new URL('ours/publish-to-directory.cjs', import.meta.url));

/** Its shell: `$0` rsync, `$1` the tree, `$2` the site. */
const rsyncAndFlip = (syncs) =>
  [
    `"$0" -a ${syncs}--checksum --link-dest="$2/previous" "$1/" "$2/new/"`,
    'ln -sfn new "$2/live.new"',
    'mv -T "$2/live.new" "$2/live"',
  ].join(' && ');

/**
 * Contenders of the directory side by name; `rsync` only where its path is given. By itself it leaves the files to the
 * kernel, which a crash of the host may cost their content; where it can sync them, as ours always does, it does so too.
 */
export function directoryContenders(rsync) {
  const ours = (precompress) => ({
    command: ({ tree, root, cutSeconds }) => [
      process.execPath,
      script,
      JSON.stringify({ root, precompress, tree, cutSeconds }),
    ],
  });
  const theirs = (syncs) => ({
    first: ({ tree, root }) => [rsync, '-a', `${tree}/`, join(root, 'previous/')],
    command: ({ tree, root }) => ['/bin/sh', '-c', rsyncAndFlip(syncs), rsync, tree, root],
  });
  return {
    difusor: ours(false),
    'difusor, compressed': ours(true),
    ...(rsync === undefined ? {} : { 'rsync + flip': theirs('') }),
    ...(canSync(rsync) ? { 'rsync, synced + flip': theirs('--fsync ') } : {}),
  };
}

/** rsync has `--fsync` from 3.2.4 on. */
function canSync(rsync) {
  return rsync !== undefined && execFileSync(rsync, ['--help'], { encoding: 'utf8' }).includes('--fsync');
}

/** Runs of one contender, each from the same state of the disk. */
export class DirectoryBench {
  #site;
  #scratch;

  constructor({ site, scratch }) {
    this.#site = site;
    this.#scratch = scratch;
  }

  /** The disk as the contender's own first run leaves it. */
  async publishFirst(name, { first, command }) {
    mkdirSync(this.#at(name, 'first'), { recursive: true });
    const task = { tree: this.#copyOf('first'), root: this.#at(name, 'first'), cutSeconds: CUT_TIMES.first };
    await measure((first ?? command)(task));
  }

  /** Ours takes its tree's files over, as the worker does with what it received; each run gets a tree of its own. */
  async publishNext(name, { command }, paths) {
    const root = this.#at(name, 'run');
    rmSync(root, { recursive: true, force: true });
    execFileSync('cp', ['-a', this.#at(name, 'first'), root]);
    const tree = this.#copyOf('next');
    // What the preparation left to be written is not the contender's to wait for.
    execFileSync('sync');
    const figures = await measure(command({ tree, root, cutSeconds: CUT_TIMES.next }));
    return { ...figures, stale: this.#stale(realpathSync(join(root, 'live')), paths) };
  }

  #copyOf(tree) {
    const copy = join(this.#scratch, 'tree');
    rmSync(copy, { recursive: true, force: true });
    cpSync(join(this.#site, tree), copy, { recursive: true, preserveTimestamps: true });
    return copy;
  }

  #stale(live, paths) {
    const expected = digestsOf(join(this.#site, 'next'), paths);
    const served = digestsOf(live, paths);
    return [...expected].filter(([path, digest]) => served.get(path) !== digest).length;
  }

  #at(name, state) {
    return join(this.#scratch, name.replace(/\W+/g, '-'), state);
  }
}
