/**
 * Every way in which the toolkit refuses or fails. The list is closed: a text for each code, in each language,
 * stands in `lib/messages`, and a test holds the two together.
 */
export const ERROR_CODES = [
  // A file of the user's, or its content (exit 1)
  'CONFIG_NOT_FOUND',
  'CONFIG_UNREADABLE',
  'CONFIG_INVALID',
  'CONVOCATORIA_NOT_FOUND',
  'CONVOCATORIA_INVALID',
  'CLAUSE_NOT_FOUND',
  'TEMPLATE_UNREADABLE',
  'USAGE',
  // The package of a cut
  'ARCHIVE_NOT_A_ZIP',
  'ARCHIVE_CORRUPT',
  'ARCHIVE_ENTRY_UNSAFE_PATH',
  'ARCHIVE_ENTRY_NOT_A_FILE',
  'ARCHIVE_ENTRY_DUPLICATE',
  'ARCHIVE_ENTRY_ENCRYPTED',
  'ARCHIVE_ENTRY_METHOD_UNKNOWN',
  'ARCHIVE_ENTRY_CRC_MISMATCH',
  'ARCHIVE_TOO_MANY_ENTRIES',
  'ARCHIVE_TOO_LARGE',
  'ARCHIVE_RATIO_TOO_HIGH',
  'ARCHIVE_EMPTY',
  'CUT_TIME_UNKNOWN',
  'CUT_OLDER_THAN_LIVE',
  'CUT_FROM_THE_FUTURE',
  // The source of the packages
  'SOURCE_UNREACHABLE',
  'SOURCE_REFUSED',
  'SOURCE_NOT_A_PACKAGE',
  'SOURCE_TRUNCATED',
  'SOURCE_REDIRECTED',
  'SOURCE_TOO_LARGE',
  'SOURCE_ADDRESS_FORBIDDEN',
  'SECRET_UNREADABLE',
  // The store of the published cuts
  'STORE_WRITE_FAILED',
  'STORE_READ_FAILED',
  'POINTER_MOVED',
  'POINTER_UNREADABLE',
  'SETTINGS_INVALID',
  'SETTINGS_TOO_LARGE',
  // Testing without an account
  'TESTING_PACKAGE_MISSING',
  // Ours
  'INTERNAL',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

/** What a message may carry; no secret and no personal data belongs here. */
export type MessageParams = Readonly<Record<string, string | number | boolean>>;

export interface DifusorErrorOptions {
  /** The failure underneath, kept for the log. */
  readonly cause?: unknown;
  /**
   * Whether the same call may succeed later with nothing changed.
   * @default false
   */
  readonly retryable?: boolean;
  /**
   * All the problems of one input, so that a person mends them in one go.
   * @default none
   */
  readonly problems?: readonly Problem[];
}

/** One fault in a file of the user's: a message id with its parameters, and where it stands. */
export interface Problem {
  /** Id of the text in `lib/messages`, e.g. `problem.unknown-key`. */
  readonly id: string;
  readonly params: MessageParams;
  /** Dotted path of the key, e.g. `source.host`; empty for the whole file. */
  readonly key: string;
  /** Path of the file, as the user gave it. */
  readonly file?: string;
  /** 1-based line in the file. */
  readonly line?: number;
  /** 1-based column in the file. */
  readonly column?: number;
}

/** The one error of the toolkit: a code and its parameters; its text is rendered by `lib/messages`. */
export class DifusorError extends Error {
  readonly code: ErrorCode;
  readonly params: MessageParams;
  readonly retryable: boolean;
  readonly problems: readonly Problem[];

  constructor(code: ErrorCode, params: MessageParams = {}, options: DifusorErrorOptions = {}) {
    super(`${code} ${JSON.stringify(params)}`, { cause: options.cause });
    this.name = 'DifusorError';
    this.code = code;
    this.params = params;
    this.retryable = options.retryable ?? false;
    this.problems = options.problems ?? [];
  }
}

/** Whether a caught value is a {@link DifusorError}, optionally of one code. */
export function isDifusorError(error: unknown, code?: ErrorCode): error is DifusorError {
  return error instanceof DifusorError && (code === undefined || error.code === code);
}
