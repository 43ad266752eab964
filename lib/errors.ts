/**
 * Every way in which the toolkit refuses or fails. The list is closed: a text for each code, in each language,
 * stands in `lib/messages`, and a test holds the two together.
 */
export const ERROR_CODES = [
  // A file of the user's, or its content (exit 1)
  'CONFIG_NOT_FOUND',
  'CONFIG_UNREADABLE',
  'CONFIG_INVALID',
  'PLAN_TARGET',
  'PLAN_PUBLISHES_NOTHING',
  'CONVOCATORIA_NOT_FOUND',
  'CONVOCATORIA_INVALID',
  'NGINX_VALUE_UNWRITABLE',
  'CLAUSE_NOT_FOUND',
  'TEMPLATE_UNREADABLE',
  'USAGE',
  // The package of a cut
  'ARCHIVE_FORMAT_UNKNOWN',
  'ARCHIVE_EMPTY',
  'ARCHIVE_TRUNCATED',
  'ARCHIVE_TRAILING_BYTES',
  'ARCHIVE_CORRUPT',
  'ARCHIVE_CHANGED',
  'ARCHIVE_TOO_MANY_ENTRIES',
  'ARCHIVE_TOO_LARGE',
  'ARCHIVE_RATIO_TOO_HIGH',
  'ARCHIVE_DIRECTORY_DAMAGED',
  'ARCHIVE_MULTI_DISK',
  'ARCHIVE_ZIP64_INVALID',
  'ARCHIVE_HEADERS_DIFFER',
  'ARCHIVE_ENTRIES_OVERLAP',
  'ARCHIVE_TAR_HEADER_DAMAGED',
  'ARCHIVE_PATH_EMPTY',
  'ARCHIVE_PATH_NUL',
  'ARCHIVE_PATH_BIDI',
  'ARCHIVE_PATH_CONTROL',
  'ARCHIVE_PATH_UNDECODABLE',
  'ARCHIVE_PATH_BACKSLASH',
  'ARCHIVE_PATH_DRIVE',
  'ARCHIVE_PATH_ABSOLUTE',
  'ARCHIVE_PATH_TRAVERSAL',
  'ARCHIVE_PATH_DOT_SEGMENT',
  'ARCHIVE_PATH_EMPTY_SEGMENT',
  'ARCHIVE_PATH_SEGMENT_TOO_LONG',
  'ARCHIVE_PATH_TOO_DEEP',
  'ARCHIVE_PATH_TOO_LONG',
  'ARCHIVE_PATH_NOT_NFC',
  'ARCHIVE_NAME_DUPLICATE',
  'ARCHIVE_NAME_CASE_COLLISION',
  'ARCHIVE_NAME_FORM_COLLISION',
  'ARCHIVE_NAME_FILE_AND_DIRECTORY',
  'ARCHIVE_ENTRY_SYMLINK',
  'ARCHIVE_ENTRY_HARD_LINK',
  'ARCHIVE_ENTRY_DEVICE',
  'ARCHIVE_ENTRY_FIFO',
  'ARCHIVE_ENTRY_SOCKET',
  'ARCHIVE_ENTRY_SETUID',
  'ARCHIVE_ENTRY_SPARSE',
  'ARCHIVE_ENTRY_KIND_UNKNOWN',
  'ARCHIVE_ENTRY_KIND_DIFFERS',
  'ARCHIVE_ENTRY_DIRECTORY_WITH_CONTENT',
  'ARCHIVE_ENTRY_SERVER_FILE',
  'ARCHIVE_ENTRY_ENCRYPTED',
  'ARCHIVE_ENTRY_METHOD_UNKNOWN',
  'ARCHIVE_ENTRY_SIZE_MISMATCH',
  'ARCHIVE_ENTRY_CRC_MISMATCH',
  'ARCHIVE_ENTRY_DATA_DAMAGED',
  'CUT_TIME_UNKNOWN',
  'CUT_OLDER_THAN_LIVE',
  'CUT_FROM_THE_FUTURE',
  'CUT_ROLLED_BACK',
  'CUT_INCOMPLETE',
  'CUT_BASE_MISSING',
  'CUT_GAP',
  'INTEGRITY_SIDECAR_MISSING',
  'INTEGRITY_SIDECAR_MISMATCH',
  'INTEGRITY_DIGEST_MISMATCH',
  'INTEGRITY_ACTA_UNKNOWN',
  'INTEGRITY_LIST_UNREADABLE',
  // The source of the packages
  'SOURCE_UNREACHABLE',
  'SOURCE_REFUSED',
  'SOURCE_NOT_A_PACKAGE',
  'SOURCE_TRUNCATED',
  'SOURCE_CHANGED',
  'SOURCE_REDIRECTED',
  'SOURCE_TOO_LARGE',
  'SOURCE_ADDRESS_FORBIDDEN',
  'SOURCE_HOST_KEY_CHANGED',
  'SOURCE_TOOL_MISSING',
  'SOURCE_TOOL_TOO_OLD',
  'SECRET_UNREADABLE',
  // The store of the published cuts
  'STORE_WRITE_FAILED',
  'STORE_READ_FAILED',
  'STABLE_FILE_TAKEN',
  'POINTER_MOVED',
  'NOTES_MOVED',
  'POINTER_UNREADABLE',
  'SETTINGS_INVALID',
  'SETTINGS_TOO_LARGE',
  'SOURCE_NEEDS_HOST',
  // Orders of a person
  'CUT_NOT_FOUND',
  'OPENING_AHEAD',
  'REHEARSAL_AS_LIVE',
  'NOTHING_TO_ROLL_BACK',
  // The journal
  'JOURNAL_BROKEN',
  'JOURNAL_LOCKED',
  'JOURNAL_WRITE_FAILED',
  'JOURNAL_READ_FAILED',
  // Looking from outside
  'OUTSIDE_UNREACHABLE',
  'OUTSIDE_MISMATCH',
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
