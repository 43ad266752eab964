import { tmpdir } from 'node:os';
import { join, resolve, sep } from 'node:path';
import { findConfig, loadPlan, publishingPlan, type PublishingPlan } from '../config/index.js';
import { DifusorError } from '../errors.js';
import type { Messages } from '../messages/index.js';
import {
  DirectoryArchiveStore,
  DryRunArchiveStore,
  DryRunSiteStore,
  type ArchiveStore,
  type SiteStore,
} from '../publish/index.js';
import {
  createOutsideLook,
  createSource,
  createSyncLog,
  createSyncWorker,
  FileSource,
  hostSecretReader,
  keepHeapSmall,
  siteMark,
  type Source,
  type SyncOutcome,
  type SyncWorker,
  type SyncWorkerOptions,
} from '../sync/index.js';
import type { CliContext } from './context.js';
import { EXIT, type ExitCode } from './exit-codes.js';
import { cacheFolder, heartbeatPath, openSite, type Site, type SiteOptions } from './site.js';
import { openSyncJournal } from './sync-journal.js';
import { createSyncReporter, type SyncReporter } from './sync-reporter.js';
import { keepWatching } from './sync-watch.js';

export interface SyncOptions extends SiteOptions {
  readonly config?: string;
  /** Folder in which every received package is kept. */
  readonly archive: string;
  /** File with the source's credentials; else the variable DIFUSOR_SECRET. */
  readonly secret?: string;
  /** A package at hand, instead of asking the source. */
  readonly package?: string;
  /** Goes on until it is told to stop. */
  readonly watch?: boolean;
  /** Seconds from one run to the next, with `watch`. */
  readonly every: number;
  /** Says what would happen, and changes nothing. */
  readonly dryRun?: boolean;
  /** How a run is told of: to a person, or as JSON lines for a log. */
  readonly log?: 'text' | 'json';
}

/** Folders of a directory store that a web server may serve. */
const PUBLIC_FOLDERS = ['live', 'cuts', 'pages'] as const;

/** Files of the run; inside the site's folder, so that publishing links instead of copying. */
const WORK_FOLDER = 'scratch';

/** `difusor sync`: the same worker that Lambda runs, on this host: once, or until it is told to stop. */
export async function sync(options: SyncOptions, context: CliContext, messages: Messages): Promise<ExitCode> {
  keepHeapSmall();
  const { cwd, env } = context;
  const plan = publishingPlan(loadPlan(findConfig({ flag: options.config, env, cwd }), { cwd }));
  const archive = archiveFolder(options, cwd, messages);
  const dry = options.dryRun === true;
  const site = await openSite(
    { ...options, journalFolder: archive },
    plan,
    context,
    messages,
    dry ? 'try' : 'make',
  );
  const reporter = createSyncReporter(
    options.log ?? (options.watch === true ? 'json' : 'text'),
    context,
    messages,
  );
  if (dry) reporter.dryRun();
  const signal = options.watch === true ? context.stopSignal() : undefined;
  const worker = await workerOf(plan, site, { archive, options, context, reporter, signal });
  try {
    if (signal !== undefined) return await keepWatching(worker, reporter, options.every, signal);
    return await runThrough(worker, reporter);
  } finally {
    // The site is published by then: what the journal does not take ends nothing.
    await site.close().catch((error: unknown) => reporter.withoutJournal(error));
  }
}

/** One run, and another for each package that waits at the source already. */
async function runThrough(worker: SyncWorker, reporter: SyncReporter): Promise<ExitCode> {
  let status: ExitCode = EXIT.ok;
  for (;;) {
    const outcome = await worker.runOnce();
    reporter.outcome(outcome);
    if (exitCodeOf(outcome) !== EXIT.ok) status = exitCodeOf(outcome);
    if (outcome.more !== true) return status;
  }
}

interface Parts {
  readonly archive: string;
  readonly options: SyncOptions;
  readonly context: CliContext;
  readonly reporter: SyncReporter;
  /** Comes when a watch is told to end; absent for a single run. */
  readonly signal: AbortSignal | undefined;
}

async function workerOf(plan: PublishingPlan, site: Site, parts: Parts): Promise<SyncWorker> {
  const { options, context, reporter, archive, signal } = parts;
  const { now } = context;
  const { worker: settings, name } = plan;
  const dry = options.dryRun === true;
  const workDirectory = dry ? join(tmpdir(), 'difusor') : join(site.directory ?? archive, WORK_FOLDER);
  const cache = dry ? undefined : cacheFolder(site.directory ?? archive);
  const source = sourceOf(plan, options, context, cache);
  return createSyncWorker({
    settings,
    site: name,
    siteMark: siteMark(site.where),
    source: dry ? leftAsItIs(source) : source,
    store: storeOf(site, dry),
    archive: archiveOf(archive, dry),
    ...(dry ? {} : await keptOf(site, reporter)),
    ...(dry || signal === undefined ? {} : outsideLookOf(settings, signal)),
    clock: now,
    log: createSyncLog(reporter.logDestination),
    emitMetrics: () => undefined,
    progress: (step) => reporter.progress(step),
    workDirectory,
  });
}

/** What a run leaves beside the cut, and takes away. */
async function keptOf(
  site: Site,
  reporter: SyncReporter,
): Promise<Pick<SyncWorkerOptions, 'journal' | 'heartbeat' | 'retiring'>> {
  const { directory, retiring } = site;
  return {
    journal: await openSyncJournal(site, (error) => reporter.withoutJournal(error)),
    ...(directory === undefined ? {} : { heartbeat: heartbeatPath(directory) }),
    ...(retiring === undefined ? {} : { retiring }),
  };
}

function outsideLookOf(
  { publicUrl, package: { mustContain } }: PublishingPlan['worker'],
  signal: AbortSignal,
): Pick<SyncWorkerOptions, 'lookFromOutside'> {
  if (publicUrl === undefined) return {};
  return { lookFromOutside: createOutsideLook({ publicUrl, always: mustContain ?? [], signal }) };
}

function storeOf({ store }: Site, dry: boolean): SiteStore {
  return dry ? new DryRunSiteStore(store) : store;
}

function archiveOf(folder: string, dry: boolean): ArchiveStore {
  return dry ? new DryRunArchiveStore() : new DirectoryArchiveStore(folder);
}

/** @throws USAGE where received packages would be kept among what readers get */
function archiveFolder({ archive: path, directory }: SyncOptions, cwd: string, messages: Messages): string {
  const archive = resolve(cwd, path);
  const served = directory === undefined ? [] : PUBLIC_FOLDERS.map((name) => resolve(cwd, directory, name));
  if (served.some((folder) => archive === folder || archive.startsWith(`${folder}${sep}`))) {
    throw new DifusorError('USAGE', { reason: messages.text('cli.sync.archive-public', { path: archive }) });
  }
  return archive;
}

function sourceOf(
  { worker: settings }: PublishingPlan,
  options: SyncOptions,
  { cwd, env }: CliContext,
  cacheDirectory: string | undefined,
): Source {
  if (options.package !== undefined) {
    return new FileSource({ path: resolve(cwd, options.package), maxBytes: settings.package.maxBytes });
  }
  const file = options.secret === undefined ? undefined : resolve(cwd, options.secret);
  const secrets = hostSecretReader({ file, value: env.DIFUSOR_SECRET });
  return createSource(settings, { secrets, cacheDirectory });
}

/** What the archive does not keep, the source must not let go of; so the same package would come again at once. */
function leftAsItIs(source: Source): Source {
  const { host, tellsTime = false, isLocal = false } = source;
  const fetch: Source['fetch'] = async (request) => {
    const fetched = await source.fetch(request);
    return fetched.kind === 'package' ? { ...fetched, more: false } : fetched;
  };
  return { host, tellsTime, isLocal, fetch };
}

function exitCodeOf({ kind }: SyncOutcome): ExitCode {
  return kind === 'refused' || kind === 'failed' || kind === 'paused' ? EXIT.error : EXIT.ok;
}
