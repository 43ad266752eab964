import type { CloudFrontKeyValueStoreClient } from '@aws-sdk/client-cloudfront-keyvaluestore';
import type { S3Client } from '@aws-sdk/client-s3';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { failureOf } from '../failure.js';
import { DifusorError } from '../errors.js';
import { MemoryJournal, MirroredJournal, openFileJournal, type Journal } from '../journal/index.js';
import { createKeyValueClient, createS3Client, S3ArchiveStore, S3SiteStore } from '../publish/index.js';
import { workerSettingsSchema, type WorkerSettings } from '../worker-settings.js';
import type { SyncOutcome } from './outcome.js';
import { createOutsideLook, type OutsideLook } from './outside/look-from-outside.js';
import { secretsManagerReader } from './secrets/secrets-manager.js';
import { createSource, type SourceSurroundings } from './sources/create-source.js';
import type { Source } from './sources/source.js';
import { keepHeapSmall } from './small-heap.js';
import { createSyncLog } from './sync-log.js';
import { createSyncWorker, type SyncWorker, type SyncWorkerOptions } from './sync-worker.js';

/** Variables of the function; the stack sets them. */
export type LambdaEnvironment = Readonly<Record<string, string | undefined>>;

/** What a test puts in the place of AWS, of the public internet, and of the system's clock and output. */
export interface LambdaOverrides {
  readonly s3?: S3Client;
  readonly keyValues?: CloudFrontKeyValueStoreClient;
  readonly secretsManager?: SecretsManagerClient;
  readonly source?: Pick<SourceSurroundings, 'ca' | 'allowLoopback' | 'timeouts' | 's3'>;
  readonly lookFromOutside?: OutsideLook;
  readonly worker?: Partial<Pick<SyncWorkerOptions, 'clock' | 'log' | 'emitMetrics' | 'workDirectory'>>;
}

/**
 * One run of the worker from the function's variables: DIFUSOR_SETTINGS (JSON), SITE_BUCKET, ARCHIVE_BUCKET,
 * KEY_VALUE_STORE_ARN, SECRET_ARN (where the source wants credentials), and DIFUSOR_SITE, which names the site in the
 * metrics (else the call does).
 * @throws DifusorError when the run was refused or failed, so that the function's own error metric counts it
 */
export async function runOnLambda(
  environment: LambdaEnvironment,
  overrides: LambdaOverrides = {},
): Promise<SyncOutcome> {
  return runWorker(await createLambdaWorker(environment, overrides));
}

let worker: Promise<SyncWorker> | undefined;

/**
 * The function's entry point; what starts it carries nothing that it needs. The worker stays between two starts, so
 * that it goes on knowing what its source said the time was.
 */
export async function handler(): Promise<SyncOutcome> {
  keepHeapSmall();
  worker ??= createLambdaWorker(process.env, {});
  return runWorker(await worker);
}

async function runWorker(ready: SyncWorker): Promise<SyncOutcome> {
  const outcome = await ready.runOnce();
  if (outcome.kind !== 'refused' && outcome.kind !== 'failed') return outcome;
  // Without its cause: the runtime prints whatever it is thrown, and the log has the causes already.
  throw new DifusorError(outcome.error.code, outcome.error.params, { retryable: outcome.error.retryable });
}

async function createLambdaWorker(
  environment: LambdaEnvironment,
  overrides: LambdaOverrides,
): Promise<SyncWorker> {
  const options = workerOptions(environment, overrides);
  const { clock, settings, emitMetrics } = options;
  return createSyncWorker({
    ...options,
    // The function's disk does not last: its log keeps the chain.
    journal: new MirroredJournal(await localJournal(options), { clock, write: emitMetrics }),
    ...(settings.publicUrl === undefined
      ? {}
      : { lookFromOutside: overrides.lookFromOutside ?? createLook(settings, settings.publicUrl) }),
  });
}

/** Of this function's disk: what a run that was cut off had sent; without it the next run sends it again. */
async function localJournal({ clock, log, workDirectory }: SyncWorkerOptions): Promise<Journal> {
  try {
    return await openFileJournal(`${workDirectory}-journal.jsonl`, { clock });
  } catch (error) {
    log.error({ reason: failureOf(error).message }, 'no journal on this disk');
    return new MemoryJournal(clock);
  }
}

function createLook({ package: { mustContain } }: WorkerSettings, publicUrl: string): OutsideLook {
  return createOutsideLook({ publicUrl, always: mustContain ?? [] });
}

function workerOptions(environment: LambdaEnvironment, overrides: LambdaOverrides): SyncWorkerOptions {
  const settings = parseSettings(variable(environment, 'DIFUSOR_SETTINGS'));
  const s3 = overrides.s3 ?? createS3Client();
  return {
    settings,
    site: environment.DIFUSOR_SITE ?? settings.convocatoria,
    source: sourceOf(settings, environment, overrides),
    store: new S3SiteStore({
      s3,
      bucket: variable(environment, 'SITE_BUCKET'),
      keyValues: overrides.keyValues ?? createKeyValueClient(),
      keyValueStoreArn: variable(environment, 'KEY_VALUE_STORE_ARN'),
    }),
    archive: new S3ArchiveStore({ s3, bucket: variable(environment, 'ARCHIVE_BUCKET') }),
    clock: () => new Date(),
    log: createSyncLog(),
    emitMetrics: (line) => process.stdout.write(`${line}\n`),
    workDirectory: join(tmpdir(), 'difusor'),
    ...overrides.worker,
  };
}

/** Kinds whose packages come over the network by a library: a function has no program and no folder of its own. */
const POSSIBLE_SOURCES = ['https', 's3', 'sftp'];

/** @throws SETTINGS_INVALID for a source that can't run in a function */
function sourceOf(
  settings: WorkerSettings,
  environment: LambdaEnvironment,
  overrides: LambdaOverrides,
): Source {
  const { source } = settings;
  if (!POSSIBLE_SOURCES.includes(source.kind)) {
    throw new DifusorError('SETTINGS_INVALID', { reason: `source.kind: ${source.kind}` });
  }
  const anonymous = 'auth' in source && (source.auth === 'none' || source.auth === 'role');
  return createSource(settings, {
    secrets: secretsManagerReader(overrides.secretsManager ?? new SecretsManagerClient({})),
    secretName: anonymous ? undefined : variable(environment, 'SECRET_ARN'),
    ...overrides.source,
  });
}

function variable(environment: LambdaEnvironment, name: string): string {
  const value = environment[name];
  if (value === undefined || value === '') throw new DifusorError('SETTINGS_INVALID', { reason: name });
  return value;
}

function parseSettings(text: string): WorkerSettings {
  const parsed = workerSettingsSchema.safeParse(tryParseJson(text));
  if (parsed.success) return parsed.data;
  const places = parsed.error.issues.map(({ path }) => path.join('.') || 'JSON');
  throw new DifusorError('SETTINGS_INVALID', {
    reason: `DIFUSOR_SETTINGS: ${[...new Set(places)].join(', ')}`,
  });
}

function tryParseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
