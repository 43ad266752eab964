import type { FileOnHost } from '../delivery/file-on-host.js';

/** A program and its arguments, none of which a shell reads. */
export type HostCommand = readonly [program: string, ...args: string[]];

/** One concern of a host: what it installs, the files it reads, and how they come to count. */
export interface HostPart {
  readonly name: string;
  /** Packages of Ubuntu, and of Debian by the same name. */
  readonly packages: readonly string[];
  readonly files: readonly FileOnHost[];
  /** End with 0 where the files are right; none may take effect otherwise. */
  readonly check: readonly HostCommand[];
  /** Make the files count; each may run again without harm, and takes no reader's connection away. */
  readonly apply: readonly HostCommand[];
}
