import { mkdir, mkdtemp, readdir, realpath, rename, rm } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import {
  cutTimeOf,
  openPackage,
  snapshotTree,
  type ManifestFile,
  type ReceivedPackage,
} from '../cut/index.js';
import { failureOf } from '../failure.js';
import { DifusorError, isDifusorError } from '../errors.js';
import type { Messages } from '../messages/index.js';
import type { CliContext } from './context.js';
import { oneLine } from './describe-event.js';
import { EXIT, type ExitCode } from './exit-codes.js';
import { isAsReceived, keptPackages, tryHashKept, type KeptPackage } from './kept-packages.js';

export interface ArchiveOptions {
  /** Folder in which every received package is kept. */
  readonly archive: string;
  /** `list` only: reads every package anew and holds it against the digits that its cut carries. */
  readonly verify?: boolean;
  /** `list` only: a line of JSON for each package. */
  readonly json?: boolean;
}

export interface ExtractOptions extends ArchiveOptions {
  /** Folder for the files; it is empty or does not exist. */
  readonly to: string;
}

type Surroundings = Pick<CliContext, 'cwd' | 'out'>;

/** What is told of a package in a list. */
interface Listed {
  readonly generation: string;
  /** In UTC. */
  readonly cutTime: string;
  readonly bytes: number;
  readonly name: string;
  readonly form: KeptPackage['form'];
  readonly sha256?: string;
  readonly intact?: boolean;
}

/**
 * `difusor archive list`: the packages that were kept, the oldest cut first.
 * @returns `error` when one is no longer what was received
 * @throws STORE_READ_FAILED
 */
export async function archiveList(
  options: ArchiveOptions,
  { cwd, out }: Surroundings,
  messages: Messages,
): Promise<ExitCode> {
  const path = resolve(cwd, options.archive);
  const packages = await keptPackages(path);
  if (packages.length === 0 && options.json !== true) out(`${messages.text('archive.empty', { path })}\n`);
  let status: ExitCode = EXIT.ok;
  for (const kept of packages) {
    const listed = await look(kept, options.verify === true);
    if (listed.intact === false) status = EXIT.error;
    out(`${options.json === true ? JSON.stringify(listed) : rowOf(listed, messages)}\n`);
  }
  return status;
}

/**
 * `difusor archive extract`: the files of the package of a cut, as the institute sent them; whole or not at all.
 * @throws USAGE where there is no such package, or the folder is not empty or lies among the packages
 * @throws INTEGRITY_DIGEST_MISMATCH where it is no longer what was received; one of ARCHIVE_…; STORE_READ_FAILED,
 *   STORE_WRITE_FAILED
 */
export async function archiveExtract(
  generation: string,
  options: ExtractOptions,
  { cwd, out }: Surroundings,
  messages: Messages,
): Promise<ExitCode> {
  const archive = resolve(cwd, options.archive);
  const target = resolve(cwd, options.to);
  const kept = await findPackage(generation, archive, messages);
  if (await liesIn(target, archive)) {
    throw new DifusorError('USAGE', { reason: messages.text('archive.to-evidence', { path: target }) });
  }
  const files = await writingTo(target, async () => {
    await assertEmpty(target, messages);
    await mkdir(dirname(target), { recursive: true });
    const work = await mkdtemp(`${target}.partial-`);
    try {
      const extracted = await extract(kept, work);
      await rename(join(work, 'files'), target);
      return extracted;
    } finally {
      await rm(work, { recursive: true, force: true });
    }
  });
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  const name = oneLine(kept.name);
  out(`${messages.text('archive.extracted', { name, path: target, files: files.length, bytes })}\n`);
  return EXIT.ok;
}

async function look(kept: KeptPackage, verify: boolean): Promise<Listed> {
  const { generation, bytes, name, form } = kept;
  const listed = { generation, cutTime: cutTimeOf(generation).toISOString(), bytes, name, form };
  if (!verify) return listed;
  const sha256 = await tryHashKept(kept);
  return { ...listed, ...(sha256 === undefined ? {} : { sha256 }), intact: isAsReceived(kept, sha256) };
}

function rowOf({ generation, cutTime, bytes, name, sha256, intact }: Listed, messages: Messages): string {
  const row = [generation, cutTime, String(bytes).padStart(11), oneLine(name)];
  if (sha256 !== undefined) row.push(sha256);
  if (intact !== undefined) row.push(messages.text(intact ? 'archive.intact' : 'archive.altered'));
  return row.join('  ');
}

async function findPackage(generation: string, archive: string, messages: Messages): Promise<KeptPackage> {
  const kept = (await keptPackages(archive)).find((each) => each.generation === generation);
  if (kept !== undefined) return kept;
  throw new DifusorError('USAGE', {
    reason: messages.text('archive.unknown', { generation: oneLine(generation), path: archive }),
  });
}

async function assertEmpty(target: string, messages: Messages): Promise<void> {
  try {
    if ((await readdir(target)).length === 0) return;
  } catch (error) {
    if (failureOf(error).code === 'ENOENT') return;
    throw error;
  }
  throw new DifusorError('USAGE', { reason: messages.text('archive.not-empty', { path: target }) });
}

/** Whether a path, which may not be there yet, leads into a folder; links are followed. */
async function liesIn(path: string, folder: string): Promise<boolean> {
  const way = relative(await realpath(folder), await realPathOf(path));
  return way === '' || !(way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way));
}

async function realPathOf(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    if (failureOf(error).code === 'ENOENT' && dirname(path) !== path)
      return join(await realPathOf(dirname(path)), basename(path));
    // What else is wrong with it is told when it is written to.
    return path;
  }
}

/** Expands a package into `files` below a folder of this run's own. */
async function extract(kept: KeptPackage, work: string): Promise<readonly ManifestFile[]> {
  const opened = await openPackage(await receivedAgain(kept, work));
  try {
    return await opened.extractTo(join(work, 'files'));
  } finally {
    opened.close();
  }
}

/** The package as it was when it was received; a tree as a copy, so that the evidence shares nothing with what is made of it. */
async function receivedAgain(kept: KeptPackage, work: string): Promise<ReceivedPackage> {
  const { name, path, bytes, form } = kept;
  if (form !== 'tree') {
    const sha256 = await tryHashKept(kept);
    assertAsReceived(kept, sha256);
    return { form: 'archive', name, path, bytes, sha256 };
  }
  const copy = join(work, 'tree');
  const snapshot = await snapshotTree(path, copy, { link: false });
  assertAsReceived(kept, snapshot.sha256);
  return { form: 'tree', name, path: copy, ...snapshot };
}

function assertAsReceived(kept: KeptPackage, sha256: string | undefined): asserts sha256 is string {
  if (isAsReceived(kept, sha256)) return;
  const expected = `${kept.generation.split('-')[1] ?? ''}…`;
  throw new DifusorError('INTEGRITY_DIGEST_MISMATCH', {
    algorithm: 'SHA-256',
    file: kept.name,
    list: kept.generation,
    expected,
    actual: sha256 ?? '…',
  });
}

async function writingTo<T>(path: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (isDifusorError(error)) throw error;
    throw new DifusorError('STORE_WRITE_FAILED', { path, reason: failureOf(error).reason }, { cause: error });
  }
}
