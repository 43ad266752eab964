import { access } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { failureOf } from '../failure.js';
import { awsPlan, type Plan } from '../config/index.js';
import { edgePages } from '../edge/index.js';
import { DifusorError } from '../errors.js';
import { openFileJournal, type FileJournal, type Journal } from '../journal/index.js';
import type { Messages } from '../messages/index.js';
import {
  createKeyValueClient,
  createS3Client,
  createText,
  MemorySiteStore,
  openDirectorySiteStore,
  S3SiteStore,
  type RetiringStore,
  type SiteStore,
} from '../publish/index.js';
import type { CliContext } from './context.js';
import { S3OrderJournal } from './s3-order-journal.js';

/** Which site a command is about: a folder of this host, or the bucket and the pointer of a stack. */
export interface SiteOptions {
  /** Folder in which the site is published. */
  readonly directory?: string;
  /** Name of the site's bucket, an output of the stack. */
  readonly bucket?: string;
  /** ARN of the pointer's KeyValueStore, an output of the stack. */
  readonly keyValueStore?: string;
}

/** A site that a command is about to work on. */
export interface WorkedSite extends SiteOptions {
  /**
   * Folder of this host for the journal of a site that is not on it: a worker goes on by it after a crash.
   * @default each commit is an object in the site's bucket
   */
  readonly journalFolder?: string;
}

/** A site as the commands work on it. */
export interface Site {
  /** Names it to a person. */
  readonly where: string;
  readonly store: SiteStore;
  /** The same store, where old cuts may be taken away from it. */
  readonly retiring?: RetiringStore;
  /**
   * Opens the journal, and so takes a torn last line away: for a command that writes.
   * @throws JOURNAL_WRITE_FAILED, JOURNAL_LOCKED
   */
  readonly openJournal: () => Promise<Journal>;
  /** Writes what is waiting. */
  readonly close: () => Promise<void>;
  /** Folder of a site on this host. */
  readonly directory?: string;
}

/**
 * What a command is about to do with a site: `make` makes a folder where there is none, and `try` goes on as if there
 * were one. `change` and `read` need one, so that a mistyped path is never taken for a site; `read` and `try` write
 * nothing.
 */
export type Purpose = 'make' | 'change' | 'try' | 'read';

/**
 * Opens the site that the options name.
 * @throws USAGE when they name none, or both kinds; STORE_WRITE_FAILED when a folder can't be made
 * @throws STORE_READ_FAILED when there is none to read or to change
 * @throws PLAN_TARGET when they name a bucket, and the plan is one for servers
 */
export async function openSite(
  options: WorkedSite,
  plan: Plan,
  context: CliContext,
  messages: Messages,
  purpose: Purpose,
): Promise<Site> {
  const { directory, bucket, keyValueStore, journalFolder } = options;
  if (directory !== undefined && bucket === undefined && keyValueStore === undefined)
    return openDirectory(resolve(context.cwd, directory), plan, context, messages, purpose);
  if (directory === undefined && bucket !== undefined && keyValueStore !== undefined)
    return openStack({ bucket, keyValueStore, journalFolder }, plan, context, messages);
  throw new DifusorError('USAGE', { reason: messages.text('cli.site.which') });
}

/** Where a site in a folder keeps its journal. */
export function journalPath(directory: string): string {
  return join(directory, 'state', 'journal.jsonl');
}

/** What a source keeps from run to run; on the disk of the site, so that what it pulled can be linked. */
export function cacheFolder(directory: string): string {
  return join(directory, 'source');
}

/** Where the worker of a site in a folder leaves the sign that it runs. */
export function heartbeatPath(directory: string): string {
  return join(directory, 'state', 'heartbeat');
}

async function openDirectory(
  directory: string,
  plan: Plan,
  context: CliContext,
  messages: Messages,
  purpose: Purpose,
): Promise<Site> {
  const store = await openFolder(directory, purpose);
  if (purpose === 'make' || purpose === 'change') await writePages(directory, plan, context, messages);
  return {
    where: directory,
    store,
    retiring: store,
    directory,
    ...lateJournal(journalPath(directory), context, messages),
  };
}

/** A journal of this host, opened when it is asked for. */
function lateJournal(
  path: string,
  { now, err }: CliContext,
  messages: Messages,
): Pick<Site, 'openJournal' | 'close'> {
  let journal: FileJournal | undefined;
  return {
    openJournal: async () => {
      journal ??= await openFileJournal(path, {
        clock: now,
        onRepair: (bytes) => err(`${messages.text('journal.repaired', { bytes })}\n`),
      });
      return journal;
    },
    close: async () => journal?.close(),
  };
}

async function openFolder(directory: string, purpose: Purpose): Promise<RetiringStore> {
  if (purpose === 'make') return openDirectorySiteStore(directory);
  try {
    await access(join(directory, 'moves'));
  } catch (error) {
    const { reason } = failureOf(error);
    if (purpose === 'try' && reason === 'ENOENT') return new MemorySiteStore();
    throw new DifusorError('STORE_READ_FAILED', { path: directory, reason }, { cause: error });
  }
  return openDirectorySiteStore(directory);
}

/** What readers get where there is no cut to show; a page of the difusor's own stays. */
async function writePages(
  directory: string,
  plan: Plan,
  { now }: CliContext,
  messages: Messages,
): Promise<void> {
  const { institute } = plan.convocatoria;
  const pages = edgePages({ institution: plan.institution.name, institute }, messages);
  for (const name of ['closed', 'notice'] as const) {
    const path = join(directory, 'pages', name, 'index.html');
    try {
      await createText(path, pages[name], join(directory, 'scratch'), now());
    } catch (error) {
      const { reason } = failureOf(error);
      throw new DifusorError('STORE_WRITE_FAILED', { path, reason }, { cause: error });
    }
  }
}

type StackOptions = Required<Pick<SiteOptions, 'bucket' | 'keyValueStore'>> & {
  readonly journalFolder: string | undefined;
};

/** Of the stack's own region, with the credentials of the person who gives the order. */
function openStack(
  { bucket, keyValueStore, journalFolder }: StackOptions,
  plan: Plan,
  context: CliContext,
  messages: Messages,
): Site {
  const s3 = createS3Client({ region: awsPlan(plan).site.region });
  const keyValues = createKeyValueClient();
  const store = new S3SiteStore({ s3, bucket, keyValues, keyValueStoreArn: keyValueStore });
  const orders = (): Promise<Journal> =>
    Promise.resolve(new S3OrderJournal({ s3, bucket, clock: context.now }));
  const kept =
    journalFolder === undefined
      ? { openJournal: orders, close: () => Promise.resolve() }
      : lateJournal(join(journalFolder, 'journal.jsonl'), context, messages);
  return { where: bucket, store, ...kept };
}
