import type { DifusorError, ErrorCode } from '../errors.js';

/** A cut that readers get now, or would but for a notice or a closed site. */
export interface PublishedOutcome {
  readonly kind: 'published';
  readonly generation: string;
  readonly rehearsal: boolean;
  /** Under a notice, or where a person closed the site, readers see that; the cut waits behind it. */
  readonly shown: 'live' | 'notice' | 'closed';
  readonly sentFiles: number;
  readonly copiedFiles: number;
  readonly sentBytes: number;
  /** Rows of the database whose acta's image has not come yet; absent where nobody counted. */
  readonly pendingActas?: number;
}

/** What one run of the worker came to. */
export type SyncOutcome = Came & {
  /**
   * Whether the next package waits at the source already.
   * @default not known to
   */
  readonly more?: boolean;
};

type Came =
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
  /** The data of a rehearsal, or a cut from which a person rolled back. */
  | { readonly kind: 'held'; readonly reason: 'rehearsal' | 'rolled-back'; readonly generation: string }
  /** The source refused us, or asked for time, and is left alone. */
  | {
      readonly kind: 'paused';
      /** ISO 8601. */
      readonly until: string;
      /** Code of the failure. */
      readonly code: string;
    }
  | {
      readonly kind: 'outside-window';
      /** ISO 8601; absent where no window is ahead. */
      readonly nextFrom?: string;
    }
  /** The package is at fault, or waits for one that was: it is archived, and readers keep what they have. */
  | {
      readonly kind: 'refused';
      readonly error: DifusorError;
      /** Whether its source is to go on having it. */
      readonly again?: boolean;
    }
  /** The source, the store or this host is at fault; readers keep what they have. */
  | { readonly kind: 'failed'; readonly error: DifusorError };

const PACKAGE_CODES: readonly string[] = ['ARCHIVE_', 'CUT_', 'INTEGRITY_'];

/** The outcome of a run that ended in an error: whose fault it was is told by the code. */
export function outcomeOf(error: DifusorError): Extract<SyncOutcome, { kind: 'refused' | 'failed' }> {
  const code: ErrorCode = error.code;
  const refused = PACKAGE_CODES.some((prefix) => code.startsWith(prefix));
  return { kind: refused ? 'refused' : 'failed', error };
}
