import type { DifusorError, ErrorCode } from '../errors.js';

/** A cut that readers get now, or would but for a notice. */
export interface PublishedOutcome {
  readonly kind: 'published';
  readonly generation: string;
  readonly rehearsal: boolean;
  /** Under a notice readers see the notice; the cut waits behind it. */
  readonly shown: 'live' | 'notice';
  readonly sentFiles: number;
  readonly copiedFiles: number;
  readonly sentBytes: number;
}

/** What one run of the worker came to. */
export type SyncOutcome =
  | PublishedOutcome
  | { readonly kind: 'unchanged'; readonly generation: string }
  /** The source has no package yet, and need not before the opening. */
  | {
      readonly kind: 'awaiting';
      /** ISO 8601. */
      readonly opensAt: string;
    }
  | {
      readonly kind: 'held';
      readonly reason: 'before-opening';
      readonly generation: string;
      /** ISO 8601. */
      readonly opensAt: string;
      readonly sentBytes: number;
    }
  | { readonly kind: 'held'; readonly reason: 'rehearsal'; readonly generation: string }
  | {
      readonly kind: 'outside-window';
      /** ISO 8601; absent where no window is ahead. */
      readonly nextFrom?: string;
    }
  /** The package is at fault: it is archived, and readers keep what they have. */
  | { readonly kind: 'refused'; readonly error: DifusorError }
  /** The source, the store or this host is at fault; readers keep what they have. */
  | { readonly kind: 'failed'; readonly error: DifusorError };

const PACKAGE_CODES: readonly string[] = ['ARCHIVE_', 'CUT_'];

/** The outcome of a run that ended in an error: whose fault it was is told by the code. */
export function outcomeOf(error: DifusorError): SyncOutcome {
  const code: ErrorCode = error.code;
  const refused = PACKAGE_CODES.some((prefix) => code.startsWith(prefix));
  return { kind: refused ? 'refused' : 'failed', error };
}
