import type { ImagesPlan } from '../../../lib/config/index.js';
import type { FileOnHost } from '../delivery/file-on-host.js';

export type ServiceName = 'web' | 'ingest' | 'publisher' | 'acme' | 'stats';

/**
 * One container of a host, and the files that it reads; plain data, the same on every host. How the container runs is said
 * here alone; its Dockerfile, in `image/` of the folder with its name, says what is in it.
 */
export interface Service {
  readonly name: ServiceName;
  /** Which base image it is built upon. */
  readonly base: keyof ImagesPlan;
  /**
   * Arguments of its Dockerfile beside the base.
   * @default what the Dockerfile says
   */
  readonly buildArguments?: Readonly<Record<string, string>>;
  /** Files on the host, in `etc/<name>/`, which the container sees in `/etc/prep/`. */
  readonly files: readonly FileOnHost[];
  /**
   * Command that proves new files in the running container; `{folder}` is where they lie.
   * @default they are put in place unproven
   */
  readonly test?: string;
  /** How the running container takes new files: by SIGHUP, by a start anew, or by itself. */
  readonly reload: 'hup' | 'restart' | 'none';
  /** `uid:gid` in the container. */
  readonly user: string;
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly ports: readonly { readonly container: number; readonly host: number }[];
  /** Folders and files of the host. */
  readonly mounts: readonly BindMount[];
  /** Folders in memory, with their mount options. */
  readonly memoryFolders: Readonly<Record<string, string>>;
  /** All others are dropped. */
  readonly capabilities: readonly string[];
  /** Absent: it has no network at all. */
  readonly network: 'own' | 'none';
  readonly memoryMegabytes: number;
  /** Most processes and threads of its user. */
  readonly processes: number;
  readonly openFiles: number;
  readonly stopSignal: string;
  /** Seconds that it gets to end. */
  readonly stopSeconds: number;
  readonly health: Health | undefined;
  readonly labels: Readonly<Record<string, string>>;
}

/** A folder or file of the host, as a container sees it. */
export interface BindMount {
  readonly host: string;
  readonly container: string;
  readonly readOnly: boolean;
}

export interface Health {
  readonly command: readonly string[];
  /** Below 60: the docker provider reads `60s` back as `1m0s`, and would make the container anew. */
  readonly everySeconds: number;
  readonly withinSeconds: number;
  readonly startSeconds: number;
  readonly retries: number;
  /** Whether an apply waits until it is healthy, so that a broken image is seen at once. */
  readonly awaited: boolean;
}
