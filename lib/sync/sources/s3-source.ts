import { S3Client, type S3ClientConfig } from '@aws-sdk/client-s3';
import { safePackageName, type ReceivedArchive } from '../../cut/index.js';
import type { PackageSettings, SourceSettings } from '../../worker-settings.js';
import { accessKeysOf } from '../secrets/access-keys.js';
import { chooseArchive, type ChosenArchive } from './choose-archive.js';
import { download, readText } from './download.js';
import { knownVersion, validatorsOfVersion } from './named-version.js';
import { S3SourceBucket, type S3Object } from './s3-source-bucket.js';
import { MOST_SIDECAR_BYTES, readSidecar, sidecarName } from './sidecar.js';
import type { FetchRequest, FetchResult, Source } from './source.js';
import { readSourceSecret, type SourceSecret } from './source-secret.js';
import { DEFAULT_TIMEOUTS, type SourceTimeouts } from './timeouts.js';

export interface S3SourceOptions extends SourceSecret {
  readonly location: Extract<SourceSettings, { kind: 's3' }>;
  readonly package: Pick<PackageSettings, 'maxBytes' | 'sidecar' | 'incremental'>;
  /** @default 10 s to connect, 30 s to answer, 30 s between chunks, 5 minutes in all */
  readonly timeouts?: Partial<SourceTimeouts> | undefined;
  /**
   * What a test sets otherwise in the client, such as the endpoint of a double.
   * @default nothing
   */
  readonly client?: S3ClientConfig | undefined;
}

/**
 * Pulls packages from a bucket of the institute's: one object, or the newest archive under a prefix; of packages
 * that hold changes only, the oldest that was not taken yet.
 */
export class S3Source implements Source {
  readonly host: string;
  readonly #options: S3SourceOptions;
  readonly #timeouts: SourceTimeouts;

  constructor(options: S3SourceOptions) {
    this.#options = options;
    this.#timeouts = { ...DEFAULT_TIMEOUTS, ...options.timeouts };
    this.host = options.location.bucket;
  }

  async fetch(request: FetchRequest): Promise<FetchResult> {
    const { directory, known } = request;
    const client = await this.client();
    try {
      const bucket = new S3SourceBucket(client, this.host, AbortSignal.timeout(this.#timeouts.totalMs));
      const chosen = await this.choose(bucket, request);
      if (chosen === undefined) return { kind: 'absent' };
      const { path: key, ...waiting } = chosen;
      const object = await bucket.get(key, knownVersion(known, key));
      if (object === 'absent' || object === 'unchanged') return { kind: object };
      const received = await this.receive(object, key, bucket, directory);
      const { etag: version } = object;
      const validators = version === undefined ? {} : validatorsOfVersion({ version, name: key });
      return { kind: 'package', received, validators, ...waiting };
    } finally {
      client.destroy();
    }
  }

  private async choose(bucket: S3SourceBucket, request: FetchRequest): Promise<ChosenArchive | undefined> {
    const { key: place } = this.#options.location;
    if (!place.endsWith('/')) return { path: place };
    const incremental = this.#options.package.incremental === true;
    return chooseArchive(place, await bucket.archives(place), { ...request, incremental });
  }

  private async receive(
    object: S3Object,
    key: string,
    bucket: S3SourceBucket,
    directory: string,
  ): Promise<ReceivedArchive> {
    const { maxBytes, sidecar } = this.#options.package;
    const name = safePackageName(key);
    const { body, bytes: declaredBytes } = object;
    const limits = { maxBytes, idleMs: this.#timeouts.idleMs, signal: bucket.signal };
    const received = await download(body, { host: this.host, name, directory, declaredBytes, ...limits });
    if (sidecar === undefined) return received;
    const beside = await bucket.tryGet(sidecarName(key, sidecar));
    const text =
      beside === undefined
        ? undefined
        : await readText(beside, { host: this.host, ...limits, maxBytes: MOST_SIDECAR_BYTES });
    return { ...received, declared: readSidecar(text, sidecar, [name]) };
  }

  private async client(): Promise<S3Client> {
    const { location, client: change } = this.#options;
    const { connectMs, headersMs } = this.#timeouts;
    const keys = location.auth === 'keys' ? await this.keys() : {};
    return new S3Client({
      region: location.region,
      // One try for each time that the worker asks; it knows when the next is due.
      maxAttempts: 1,
      requestHandler: {
        connectionTimeout: connectMs,
        requestTimeout: headersMs,
        throwOnRequestTimeout: true,
      },
      ...change,
      ...keys,
    });
  }

  private async keys(): Promise<S3ClientConfig> {
    const { name, text } = await readSourceSecret(this.#options, this.#options.location.secretName);
    return { credentials: accessKeysOf(name, text) };
  }
}
