/** One file that a host, or one of its containers, reads; text only. */
export interface FileOnHost {
  /** Absolute on the host. */
  readonly path: string;
  /** Permission bits, in four octal digits, e.g. `0644`. */
  readonly mode: string;
  /** `user:group`, by names or ids, e.g. `root:root` or `0:10003`. */
  readonly owner: string;
  readonly content: string;
}
