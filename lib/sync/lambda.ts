import { CloudFrontKeyValueStoreClient } from '@aws-sdk/client-cloudfront-keyvaluestore';
import { S3Client } from '@aws-sdk/client-s3';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EDGE_REGION } from '../edge-region.js';
import { DifusorError } from '../errors.js';
import { S3ArchiveStore, S3SiteStore } from '../publish/index.js';
import { workerSettingsSchema, type WorkerSettings } from '../worker-settings.js';
import type { SyncOutcome } from './outcome.js';
import { secretsManagerReader } from './secrets/secrets-manager.js';
import { HttpsSource, type HttpsSourceOptions } from './sources/https-source.js';
import { createSyncLog } from './sync-log.js';
import { createSyncWorker, type SyncWorkerOptions } from './sync-worker.js';

/** Variables of the function; the stack sets them. */
export type LambdaEnvironment = Readonly<Record<string, string | undefined>>;

/** What a test puts in the place of AWS, of the public internet, and of the system's clock and output. */
export interface LambdaOverrides {
  readonly s3?: S3Client;
  readonly keyValues?: CloudFrontKeyValueStoreClient;
  readonly secretsManager?: SecretsManagerClient;
  readonly source?: Pick<HttpsSourceOptions, 'ca' | 'allowLoopback'>;
  readonly worker?: Partial<Pick<SyncWorkerOptions, 'clock' | 'log' | 'emitMetrics' | 'workDirectory'>>;
}

/**
 * One run of the worker from the function's variables: DIFUSOR_SETTINGS (JSON), SITE_BUCKET, ARCHIVE_BUCKET,
 * KEY_VALUE_STORE_ARN, SECRET_ARN, and DIFUSOR_SITE, which names the site in the metrics (else the call does).
 * @throws DifusorError when the run was refused or failed, so that the function's own error metric counts it
 */
export async function runOnLambda(
  environment: LambdaEnvironment,
  overrides: LambdaOverrides = {},
): Promise<SyncOutcome> {
  const outcome = await createSyncWorker(workerOptions(environment, overrides)).runOnce();
  if (outcome.kind !== 'refused' && outcome.kind !== 'failed') return outcome;
  // Without its cause: the runtime prints whatever it is thrown, and the log has the causes already.
  throw new DifusorError(outcome.error.code, outcome.error.params, { retryable: outcome.error.retryable });
}

/** The function's entry point; what starts it carries nothing that it needs. */
export function handler(): Promise<SyncOutcome> {
  return runOnLambda(process.env);
}

function workerOptions(environment: LambdaEnvironment, overrides: LambdaOverrides): SyncWorkerOptions {
  const settings = parseSettings(variable(environment, 'DIFUSOR_SETTINGS'));
  const s3 = overrides.s3 ?? new S3Client({});
  const secrets = secretsManagerReader(overrides.secretsManager ?? new SecretsManagerClient({}));
  return {
    settings,
    site: environment.DIFUSOR_SITE ?? settings.convocatoria,
    source: new HttpsSource({
      location: settings.source,
      maxBytes: settings.package.maxBytes,
      secrets,
      secretName: variable(environment, 'SECRET_ARN'),
      ...overrides.source,
    }),
    store: new S3SiteStore({
      s3,
      bucket: variable(environment, 'SITE_BUCKET'),
      keyValues: overrides.keyValues ?? new CloudFrontKeyValueStoreClient({ region: EDGE_REGION }),
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
