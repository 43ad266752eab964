import { resolve, sep } from 'node:path';
import { findConfig, loadPlan } from '../config/index.js';
import { DifusorError } from '../errors.js';
import type { Messages } from '../messages/index.js';
import { DirectoryArchiveStore, openDirectorySiteStore } from '../publish/index.js';
import {
  createSyncLog,
  createSyncWorker,
  FileSource,
  hostSecretReader,
  HttpsSource,
  renderOutcome,
  renderProgress,
  type Source,
  type SyncOutcome,
} from '../sync/index.js';
import type { WorkerSettings } from '../worker-settings.js';
import type { CliContext } from './context.js';
import { EXIT, type ExitCode } from './exit-codes.js';

export interface SyncOptions {
  readonly config?: string;
  /** Folder in which the site is published. */
  readonly directory: string;
  /** Folder in which every received package is kept. */
  readonly archive: string;
  /** File with the source's credentials; else the variable DIFUSOR_SECRET. */
  readonly secret?: string;
  /** A package at hand, instead of asking the source. */
  readonly package?: string;
}

/** Folders of a directory store that a web server may serve. */
const PUBLIC_FOLDERS = ['live', 'cuts', 'pages'] as const;

/** Files of the run; inside the site's folder, so that publishing links instead of copying. */
const WORK_FOLDER = 'scratch';

/** `difusor sync`: one run of the same worker that Lambda runs, into a directory of this host. */
export async function sync(options: SyncOptions, context: CliContext, messages: Messages): Promise<ExitCode> {
  const { cwd, env, now, out, err } = context;
  const { worker: settings, name } = loadPlan(findConfig({ flag: options.config, env, cwd }), { cwd });
  const directory = resolve(cwd, options.directory);
  const archive = archiveFolder(resolve(cwd, options.archive), directory, messages);
  const worker = createSyncWorker({
    settings,
    site: name,
    source: sourceOf(settings, options, context),
    store: await openDirectorySiteStore(directory),
    archive: new DirectoryArchiveStore(archive),
    clock: now,
    log: createSyncLog({ write: () => undefined }),
    emitMetrics: () => undefined,
    progress: (step) => err(`${renderProgress(step, messages)}\n`),
    workDirectory: resolve(directory, WORK_FOLDER),
  });
  const outcome = await worker.runOnce();
  const lines = renderOutcome(outcome, messages).join('\n');
  const write = exitCodeOf(outcome) === EXIT.ok ? out : err;
  write(`${lines}\n`);
  return exitCodeOf(outcome);
}

/** @throws USAGE where received packages would be kept among what readers get */
function archiveFolder(archive: string, site: string, messages: Messages): string {
  const served = PUBLIC_FOLDERS.map((name) => resolve(site, name));
  if (served.some((folder) => archive === folder || archive.startsWith(`${folder}${sep}`))) {
    throw new DifusorError('USAGE', { reason: messages.text('cli.sync.archive-public', { path: archive }) });
  }
  return archive;
}

function sourceOf(settings: WorkerSettings, options: SyncOptions, { cwd, env }: CliContext): Source {
  const { maxBytes } = settings.package;
  if (options.package !== undefined) return new FileSource({ path: resolve(cwd, options.package), maxBytes });
  const file = options.secret === undefined ? undefined : resolve(cwd, options.secret);
  const secrets = hostSecretReader({ file, value: env.DIFUSOR_SECRET });
  return new HttpsSource({ location: settings.source, maxBytes, secrets });
}

function exitCodeOf({ kind }: SyncOutcome): ExitCode {
  return kind === 'refused' || kind === 'failed' ? EXIT.error : EXIT.ok;
}
