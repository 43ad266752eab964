import type { ErrorCode } from '../../errors.js';

type ErrorTexts = Record<`error.${ErrorCode}` | `error.${ErrorCode}.remedy`, string>;

/** What happened and what to do, for each error code. */
export const errors = {
  'error.CONFIG_NOT_FOUND': 'The configuration file {path} was not found.',
  'error.CONFIG_NOT_FOUND.remedy':
    'Write difusor.yaml in this folder, or say where it is: --config PATH, -c difusor=PATH (cdk) or the variable DIFUSOR.',
  'error.CONFIG_UNREADABLE': '{path} could not be read: {reason}.',
  'error.CONFIG_UNREADABLE.remedy': 'It must be a readable UTF-8 text file of less than {maxKib} KiB.',
  'error.CONFIG_INVALID': '{path} has {count, plural, one {a problem} other {# problems}}:',
  'error.CONFIG_INVALID.remedy': 'Mend what is listed; nothing was provisioned or published.',
  'error.CONVOCATORIA_NOT_FOUND': 'The call {id} is not known. Known: {known}.',
  'error.CONVOCATORIA_NOT_FOUND.remedy':
    'Use a known one, or the path of your own folder with convocatoria.yaml and clauses.yaml.',
  'error.CONVOCATORIA_INVALID': 'The call {id} has {count, plural, one {a problem} other {# problems}}:',
  'error.CONVOCATORIA_INVALID.remedy': "Mend the call's data; its schema is schema/convocatoria.json.",
  'error.CLAUSE_NOT_FOUND': 'The call {convocatoria} has no clause {clause}.',
  'error.CLAUSE_NOT_FOUND.remedy': 'See its clauses with: difusor explain {convocatoria}',
  'error.TEMPLATE_UNREADABLE': 'The template {path} could not be read: {reason}.',
  'error.TEMPLATE_UNREADABLE.remedy':
    'Give a CloudFormation template in JSON or the cdk.out folder that holds it.',
  'error.USAGE': '{reason}',
  'error.USAGE.remedy': 'See the options with: difusor --help',
  'error.ARCHIVE_NOT_A_ZIP': 'The package {package} is not a zip file.',
  'error.ARCHIVE_NOT_A_ZIP.remedy': 'Ask the institute to make it anew; the published cut stays.',
  'error.ARCHIVE_CORRUPT': 'The package {package} is damaged: {reason}.',
  'error.ARCHIVE_CORRUPT.remedy':
    'It will be downloaded again at the next try; if it goes on, tell the institute.',
  'error.ARCHIVE_ENTRY_UNSAFE_PATH':
    'The package holds a path that is not accepted: {entry} ({reason, select, empty {empty} control {with control characters} undecodable {not UTF-8} backslash {with a backslash} drive {with a drive letter} absolute {absolute} traversal {that leaves the folder} dotSegment {with a «.» segment} emptySegment {with an empty segment} notNfc {not normalized (NFC)} segmentTooLong {with too long a name} pathTooLong {too long} tooDeep {too deep} other {{reason}}}).',
  'error.ARCHIVE_ENTRY_UNSAFE_PATH.remedy':
    'Do not publish that package: keep it as evidence and tell the institute.',
  'error.ARCHIVE_ENTRY_NOT_A_FILE':
    'The package holds {entry}, which is neither a file nor a folder ({kind, select, symlink {symbolic link} setuid {with the setuid bit} fifo {pipe} socket {socket} blockDevice {device} characterDevice {device} other {{kind}}}).',
  'error.ARCHIVE_ENTRY_NOT_A_FILE.remedy':
    'Do not publish that package: keep it as evidence and tell the institute.',
  'error.ARCHIVE_ENTRY_DUPLICATE': 'The package holds {entry} twice (also as {other}).',
  'error.ARCHIVE_ENTRY_DUPLICATE.remedy':
    'Do not publish that package: keep it as evidence and tell the institute.',
  'error.ARCHIVE_ENTRY_ENCRYPTED': 'The package holds {entry} encrypted.',
  'error.ARCHIVE_ENTRY_ENCRYPTED.remedy':
    'Ask the institute for a plain package; credentials protect the download, not the zip.',
  'error.ARCHIVE_ENTRY_METHOD_UNKNOWN':
    'The package holds {entry} compressed by a method not accepted ({method}).',
  'error.ARCHIVE_ENTRY_METHOD_UNKNOWN.remedy': 'Store (0) and deflate (8) are accepted; tell the institute.',
  'error.ARCHIVE_ENTRY_CRC_MISMATCH':
    'The content of {entry} does not match its CRC: declared {expected}, found {actual}.',
  'error.ARCHIVE_ENTRY_CRC_MISMATCH.remedy':
    'It will be downloaded again at the next try; if it goes on, tell the institute.',
  'error.ARCHIVE_TOO_MANY_ENTRIES': 'The package holds {count} entries; {limit} is the most.',
  'error.ARCHIVE_TOO_MANY_ENTRIES.remedy':
    'Do not publish that package: keep it as evidence and tell the institute.',
  'error.ARCHIVE_TOO_LARGE': 'The package expands to more than {limitMib} MiB.',
  'error.ARCHIVE_TOO_LARGE.remedy':
    'Do not publish that package: keep it as evidence and tell the institute.',
  'error.ARCHIVE_RATIO_TOO_HIGH': '{entry} expands {ratio} times; {limit} is the most.',
  'error.ARCHIVE_RATIO_TOO_HIGH.remedy':
    'Do not publish that package: keep it as evidence and tell the institute.',
  'error.ARCHIVE_EMPTY': 'The package {package} holds no file.',
  'error.ARCHIVE_EMPTY.remedy': 'An empty cut is not published; tell the institute.',
  'error.CUT_TIME_UNKNOWN': 'The time of the cut is unknown: {name} does not follow the pattern {pattern}.',
  'error.CUT_TIME_UNKNOWN.remedy': 'Ask the institute how it names its packages and set source.cutTime.',
  'error.CUT_OLDER_THAN_LIVE': 'The cut {generation} is older than the published one, {live}.',
  'error.CUT_OLDER_THAN_LIVE.remedy': 'An older cut is never published; a correction needs a newer time.',
  'error.CUT_FROM_THE_FUTURE': 'The cut says it is of {cutTime}, {minutes} minutes ahead of the clock.',
  'error.CUT_FROM_THE_FUTURE.remedy': "Check the server's clock (NTP) and the package's time zone.",
  'error.SOURCE_UNREACHABLE': 'No connection to {host}: {reason}.',
  'error.SOURCE_UNREACHABLE.remedy':
    "It is tried again; if it lasts more than a period, call the institute's support.",
  'error.SOURCE_REFUSED': '{host} answered {status} and gave no package.',
  'error.SOURCE_REFUSED.remedy':
    'Check the credentials in the secret, and that the institute has your fixed IP on its list.',
  'error.SOURCE_NOT_A_PACKAGE': '{host} answered with {contentType} instead of a package.',
  'error.SOURCE_NOT_A_PACKAGE.remedy':
    'Probably an error or login page: check source.path and call the institute.',
  'error.SOURCE_TRUNCATED': 'The download arrived incomplete: {received} of {declared} bytes.',
  'error.SOURCE_TRUNCATED.remedy': 'It is downloaded again at the next try.',
  'error.SOURCE_REDIRECTED': '{host} tried to send the download to {target}.',
  'error.SOURCE_REDIRECTED.remedy':
    'Redirects to another server are not followed; ask the institute for the final address.',
  'error.SOURCE_TOO_LARGE': 'The package is larger than {limitMib} MiB.',
  'error.SOURCE_TOO_LARGE.remedy': 'Confirm the size with the institute before raising the limit.',
  'error.SOURCE_ADDRESS_FORBIDDEN': '{host} resolves to {address}, a private or reserved address.',
  'error.SOURCE_ADDRESS_FORBIDDEN.remedy': 'The source must be public; check source.host and its DNS.',
  'error.SECRET_UNREADABLE': 'The secret {name} could not be used: {reason}.',
  'error.SECRET_UNREADABLE.remedy':
    'Put JSON with username and password (basic) or token (bearer) into the secret, and let the worker read it.',
  'error.STORE_WRITE_FAILED': '{path} could not be written: {reason}.',
  'error.STORE_WRITE_FAILED.remedy':
    'Check space, permissions and network; what is published stays, and it is tried again.',
  'error.STORE_READ_FAILED': '{path} could not be read: {reason}.',
  'error.STORE_READ_FAILED.remedy': 'Check permissions and network; what is published stays.',
  'error.POINTER_MOVED':
    'Another process moved the published cut while this one was publishing {generation}.',
  'error.POINTER_MOVED.remedy': 'Nothing to do: it is read and compared again at the next try.',
  'error.POINTER_UNREADABLE': 'The pointer to the published cut makes no sense: {value}.',
  'error.POINTER_UNREADABLE.remedy':
    'Call whoever runs the publication: nobody should write the pointer by hand.',
  'error.SETTINGS_INVALID': "The worker's settings are not valid: {reason}.",
  'error.SETTINGS_INVALID.remedy':
    "Provision again with the toolkit; do not edit the function's variables by hand.",
  'error.SETTINGS_TOO_LARGE':
    "The worker's settings take {bytes} bytes; a function's variables hold {limit}.",
  'error.SETTINGS_TOO_LARGE.remedy': 'Take rehearsals that are over out of dates.rehearsals.',
  'error.TESTING_PACKAGE_MISSING': 'difusor/testing needs the package {package}, which is not installed.',
  'error.TESTING_PACKAGE_MISSING.remedy': 'Install it with: npm install --save-dev {package}',
  'error.INTERNAL': 'Internal failure: {reason}.',
  'error.INTERNAL.remedy': 'Report it with the whole output; it is a defect of difusor.',
} as const satisfies ErrorTexts;
