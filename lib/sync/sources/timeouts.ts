/** How long a source may take, in milliseconds. */
export interface SourceTimeouts {
  readonly connectMs: number;
  /** To the first byte of an answer. */
  readonly headersMs: number;
  /** Between two chunks of the body. */
  readonly idleMs: number;
  /** For all of it: a source that trickles is a source that stalls. */
  readonly totalMs: number;
}

export const DEFAULT_TIMEOUTS: SourceTimeouts = {
  connectMs: 10_000,
  headersMs: 30_000,
  idleMs: 30_000,
  totalMs: 300_000,
};
