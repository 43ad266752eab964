import { unlink } from 'node:fs/promises';
import { safePackageName, type ReceivedArchive } from '../../cut/index.js';
import type { PackageSettings, SourceSettings } from '../../worker-settings.js';
import { chooseArchive, type ChosenArchive } from './choose-archive.js';
import { download, readText } from './download.js';
import { knownVersion, validatorsOfVersion } from './named-version.js';
import type { AddressPolicy } from './public-address.js';
import { SftpFiles, type SftpFile } from './sftp-files.js';
import { MOST_SIDECAR_BYTES, readSidecar, sidecarName } from './sidecar.js';
import type { FetchRequest, FetchResult, Source } from './source.js';
import { readSourceSecret, type SourceSecret } from './source-secret.js';
import { SshConnection } from './ssh-connection.js';
import { DEFAULT_TIMEOUTS, type SourceTimeouts } from './timeouts.js';

export interface SftpSourceOptions extends AddressPolicy, SourceSecret {
  readonly location: Extract<SourceSettings, { kind: 'sftp' }>;
  readonly package: Pick<PackageSettings, 'maxBytes' | 'sidecar' | 'incremental'>;
  /** @default 10 s to connect, 30 s for the handshake, 30 s between two answers, 5 minutes in all */
  readonly timeouts?: Partial<SourceTimeouts> | undefined;
}

/**
 * Pulls packages over SFTP, from a host whose key is pinned: one file, or the newest archive of a folder; of
 * packages that hold changes only, the oldest that was not taken yet.
 *
 * SFTP tells of a file its size and its time in seconds, and whoever writes it may set that time. So what it names
 * unchanged it has downloaded, and found of the same SHA-256.
 */
export class SftpSource implements Source {
  readonly host: string;
  readonly #options: SftpSourceOptions;
  readonly #timeouts: SourceTimeouts;

  constructor(options: SftpSourceOptions) {
    this.#options = options;
    this.#timeouts = { ...DEFAULT_TIMEOUTS, ...options.timeouts };
    this.host = options.location.host;
  }

  async fetch(request: FetchRequest): Promise<FetchResult> {
    const { directory, known } = request;
    const connection = await this.connect();
    try {
      const files = await SftpFiles.over(connection, this.host);
      const chosen = await this.choose(files, request);
      const file = chosen === undefined ? undefined : await files.tryOpen(chosen.path);
      if (chosen === undefined || file === undefined) return { kind: 'absent' };
      const { path, ...waiting } = chosen;
      const received = await this.receive(file, path, directory);
      if (knownVersion(known, path) === received.sha256) {
        await unlink(received.path);
        return { kind: 'unchanged' };
      }
      const validators = validatorsOfVersion({ version: received.sha256, name: path });
      const checked = await this.withSidecar(files, path, received);
      return { kind: 'package', received: checked, validators, ...waiting };
    } finally {
      connection.close();
    }
  }

  private async choose(files: SftpFiles, request: FetchRequest): Promise<ChosenArchive | undefined> {
    const { path: place } = this.#options.location;
    if (!place.endsWith('/')) return { path: place };
    const incremental = this.#options.package.incremental === true;
    return chooseArchive(place, await files.archives(place), { ...request, incremental });
  }

  private async connect(): Promise<SshConnection> {
    const { location, allowLoopback } = this.#options;
    const secret = await readSourceSecret(this.#options, location.secretName);
    const signal = AbortSignal.timeout(this.#timeouts.totalMs);
    return SshConnection.open({ ...location, allowLoopback, timeouts: this.#timeouts, signal }, secret);
  }

  private async receive(file: SftpFile, path: string, directory: string): Promise<ReceivedArchive> {
    const received = await download(file.body, {
      host: this.host,
      name: safePackageName(path),
      directory,
      maxBytes: this.#options.package.maxBytes,
      declaredBytes: file.bytes,
    });
    await file.assertUntouched();
    await file.close();
    return received;
  }

  /** The package with what the file beside it says, where the call has such files. */
  private async withSidecar(
    files: SftpFiles,
    path: string,
    received: ReceivedArchive,
  ): Promise<ReceivedArchive> {
    const { sidecar } = this.#options.package;
    if (sidecar === undefined) return received;
    const beside = await files.tryOpen(sidecarName(path, sidecar));
    const limits = { host: this.host, maxBytes: MOST_SIDECAR_BYTES };
    const text = beside === undefined ? undefined : await readText(beside.body, limits);
    return { ...received, declared: readSidecar(text, sidecar, [received.name]) };
  }
}
