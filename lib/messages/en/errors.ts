import type { ErrorCode } from '../../errors.js';
import { archive } from './archive.js';

type ErrorTexts = Record<`error.${ErrorCode}` | `error.${ErrorCode}.remedy`, string>;

/** What happened and what to do, for each error code. */
export const errors = {
  ...archive,
  'error.CONFIG_NOT_FOUND': 'The configuration file {path} was not found.',
  'error.CONFIG_NOT_FOUND.remedy':
    'Write difusor.yaml in this folder, or say where it is: --config PATH, -c difusor=PATH (cdk) or the variable DIFUSOR.',
  'error.CONFIG_UNREADABLE': '{path} could not be read: {reason}.',
  'error.CONFIG_UNREADABLE.remedy': 'It must be a readable UTF-8 text file of less than {maxKib} KiB.',
  'error.CONFIG_INVALID': '{path} has {count, plural, one {a problem} other {# problems}}:',
  'error.CONFIG_INVALID.remedy': 'Mend what is listed; nothing was provisioned or published.',
  'error.PLAN_TARGET':
    "{path} is for {target, select, aws {AWS} server {servers of one''s own} other {{target}}}, and this command is for the other.",
  'error.PLAN_TARGET.remedy':
    'With servers: `DIFUSOR={path} node dist/bin/server.js`. With AWS: `cdk synth -c difusor={path}`.',
  'error.PLAN_PUBLISHES_NOTHING':
    '{path} only shows the official site in a frame: there is nothing to publish.',
  'error.PLAN_PUBLISHES_NOTHING.remedy':
    'The worker is for the method of packages; with the frame nobody needs it.',
  'error.CONVOCATORIA_NOT_FOUND': 'The call {id} is not known. Known: {known}.',
  'error.CONVOCATORIA_NOT_FOUND.remedy':
    'Use a known one, or the path of your own folder with convocatoria.yaml and clauses.yaml.',
  'error.CONVOCATORIA_INVALID': 'The call {id} has {count, plural, one {a problem} other {# problems}}:',
  'error.CONVOCATORIA_INVALID.remedy': "Mend the call's data; its schema is schema/convocatoria.json.",
  'error.NGINX_VALUE_UNWRITABLE':
    'The configuration of nginx cannot hold the value of {place}: it has a double quote, \\, $ or an end of line.',
  'error.NGINX_VALUE_UNWRITABLE.remedy': "Change that value in difusor.yaml or in the call's data.",
  'error.CLAUSE_NOT_FOUND': 'The call {convocatoria} has no clause {clause}.',
  'error.CLAUSE_NOT_FOUND.remedy': 'See its clauses with: difusor explain {convocatoria}',
  'error.TEMPLATE_UNREADABLE': 'The template {path} could not be read: {reason}.',
  'error.TEMPLATE_UNREADABLE.remedy':
    'Give a template in JSON, of CloudFormation or Terraform (cdk.tf.json), or the cdk.out or cdktf.out folder that holds it.',
  'error.USAGE': '{reason}',
  'error.USAGE.remedy': 'See the options with: difusor --help',
  'error.CUT_TIME_UNKNOWN':
    'The time of the cut {name} is unknown: {reason, select, name {the name does not follow the pattern {place}} noFile {it has no {place}} severalFiles {{place} may be more than one file, {found}} unreadable {{place} could not be read: {found, select, duplicate {it has two files of one name} checksum {the content of one of its files is not that of its CRC-32} json {it is no JSON} csv {it is no CSV} other {it is damaged, or not what its name says}}} noTime {{place} names no time} severalTimes {{place} names several, {found}} skipped {the time zone never had the time {found}} twice {the time zone had the time {found} twice, and its offset is missing} other {“{found}”, in {place}, is no date with a time}}.',
  'error.CUT_TIME_UNKNOWN.remedy':
    'Ask the institute where the time of its cuts stands and set package.cutTime.',
  'error.CUT_OLDER_THAN_LIVE': 'The cut {generation} is older than the published one, {live}.',
  'error.CUT_OLDER_THAN_LIVE.remedy': 'An older cut is never published; a correction needs a newer time.',
  'error.CUT_FROM_THE_FUTURE': 'The cut says it is of {cutTime}, {minutes} minutes ahead of the clock.',
  'error.CUT_FROM_THE_FUTURE.remedy': "Check the server's clock (NTP) and the package's time zone.",
  'error.SOURCE_UNREACHABLE': 'No connection to {host}: {reason}.',
  'error.SOURCE_UNREACHABLE.remedy':
    "It is tried again; if it lasts more than a period, call the institute's support.",
  'error.SOURCE_REFUSED':
    '{host} {status, select, login {did not accept the credentials} permission {does not allow the package to be read} other {answered {status} and gave no package}}.',
  'error.SOURCE_REFUSED.remedy':
    'Check the credentials in the secret, and that the institute has your fixed IP on its list.',
  'error.SOURCE_NOT_A_PACKAGE':
    '{contentType, select, folder {{name}, at {host}, is a folder and no package} special {{name}, at {host}, is no file but a folder, a link or the like} other {{host} answered with {contentType} instead of a package}}.',
  'error.SOURCE_NOT_A_PACKAGE.remedy':
    'Check the path in source and call the institute; a page is mostly one of an error or a login.',
  'error.SOURCE_TRUNCATED':
    'The download arrived incomplete: {declared, select, unknown {it broke off after {received, number} bytes} other {{received} of {declared} bytes}}.',
  'error.SOURCE_TRUNCATED.remedy': 'It is downloaded again at the next try.',
  'error.SOURCE_CHANGED': '{path} changed while it was read.',
  'error.SOURCE_CHANGED.remedy':
    'It is read again at the next try; if that lasts, ask the institute to upload under another name and rename at the end.',
  'error.SOURCE_REDIRECTED': '{host} tried to send the download to {target}.',
  'error.SOURCE_REDIRECTED.remedy':
    'Redirects to another server are not followed; ask the institute for the final address.',
  'error.SOURCE_TOO_LARGE': 'The package is larger than {limitMib} MiB.',
  'error.SOURCE_TOO_LARGE.remedy': 'Confirm the size with the institute before raising the limit.',
  'error.SOURCE_ADDRESS_FORBIDDEN': '{host} resolves to {address}, a private or reserved address.',
  'error.SOURCE_ADDRESS_FORBIDDEN.remedy': 'The source must be public; check source.host and its DNS.',
  'error.SECRET_UNREADABLE': 'The secret {name} could not be used: {reason}.',
  'error.SECRET_UNREADABLE.remedy':
    'Put JSON with username and password (basic), token (bearer), certificate and key (certificate), accessKeyId and secretAccessKey (s3), or privateKey or password (sftp) into the secret, and let the worker read it.',
  'error.STORE_WRITE_FAILED': '{path} could not be written: {reason}.',
  'error.STORE_WRITE_FAILED.remedy':
    'Check space, permissions and network; what is published stays, and it is tried again.',
  'error.STORE_READ_FAILED': '{path} could not be read: {reason}.',
  'error.STORE_READ_FAILED.remedy': 'Check permissions and network; what is published stays.',
  'error.POINTER_MOVED':
    'Another process moved the published cut while this one was publishing {generation}.',
  'error.POINTER_MOVED.remedy': 'Nothing to do: it is read and compared again at the next try.',
  'error.NOTES_MOVED': 'Another process wrote the worker’s notes while this one was writing its own.',
  'error.NOTES_MOVED.remedy': 'Nothing to do: they are read and written again at the next try.',
  'error.POINTER_UNREADABLE': 'The pointer to the published cut makes no sense: {value}.',
  'error.POINTER_UNREADABLE.remedy':
    'Call whoever runs the publication: nobody should write the pointer by hand.',
  'error.SETTINGS_INVALID': "The worker's settings are not valid: {reason}.",
  'error.SETTINGS_INVALID.remedy':
    "Provision again with the toolkit; do not edit the function's variables by hand.",
  'error.SOURCE_NEEDS_HOST':
    'The source is {kind}, which needs a host with a disk of its own; the worker on AWS has none.',
  'error.SOURCE_NEEDS_HOST.remedy':
    'On AWS use https, s3 or sftp; with {kind}, publish from a server with: difusor sync',
  'error.SETTINGS_TOO_LARGE':
    "The worker's settings take {bytes} bytes; a function's variables hold {limit}.",
  'error.SETTINGS_TOO_LARGE.remedy': 'Take rehearsals that are over out of dates.rehearsals.',
  'error.CUT_ROLLED_BACK': 'The cut {generation} is not newer than {floor}, from which a person rolled back.',
  'error.CUT_ROLLED_BACK.remedy':
    'Wait for a newer cut of the institute; to show this one, use: difusor rollback --to {generation} --reason …',
  'error.CUT_INCOMPLETE': 'The cut {package} lacks {file}.',
  'error.CUT_INCOMPLETE.remedy':
    'Half a cut is not published; tell the institute, or correct package.mustContain.',
  'error.CUT_GAP':
    '{package} holds changes only, and {missing} before it is missing ({reason}): a state that the institute never had is not published.',
  'error.CUT_GAP.remedy':
    'Ask the institute for {missing} again, or for a whole package. If it confirms that nothing is lost: difusor accept-gap --reason …',
  'error.CUT_BASE_MISSING':
    'The package {package} holds changes only, and {file} of the cut that they apply to is gone.',
  'error.CUT_BASE_MISSING.remedy': 'Ask the institute for a whole package; the next ones apply to that one.',
  'error.INTEGRITY_SIDECAR_MISSING': 'The source has no file with the {algorithm} of {package}.',
  'error.INTEGRITY_SIDECAR_MISSING.remedy':
    'It is asked again in the next attempt; if that lasts, tell the institute or take package.sidecar out.',
  'error.INTEGRITY_SIDECAR_MISMATCH':
    'The {algorithm} of {package} is {actual}; the institute says {expected}.',
  'error.INTEGRITY_SIDECAR_MISMATCH.remedy':
    'Not published: it is downloaded again in the next attempt; if that lasts, tell the institute.',
  'error.INTEGRITY_DIGEST_MISMATCH':
    'The {algorithm} of {file} is not what {list} says: it should be {expected}, and {actual, select, absent {the package does not have it} other {it came out as {actual}}}.',
  'error.INTEGRITY_DIGEST_MISMATCH.remedy':
    'Don’t publish that package: keep it as evidence and tell the institute.',
  'error.INTEGRITY_ACTA_UNKNOWN':
    'The database does not know the image {image}: no row of the column {column} has its SHA-256, {actual}.',
  'error.INTEGRITY_ACTA_UNKNOWN.remedy':
    'Don’t publish that package: keep it as evidence and tell the institute.',
  'error.INTEGRITY_LIST_UNREADABLE':
    'The integrity could not be checked with {file}: {reason, select, several {it may be more than one file, {found}} noColumn {it has no column {found}} noDigests {its line {found} is none of a list of digests} other {{found, select, duplicate {it has two files of one name} checksum {the content of one of its files is not that of its CRC-32} json {it is no JSON} csv {it is no CSV} other {it is damaged, or not what its name says}}}}.',
  'error.INTEGRITY_LIST_UNREADABLE.remedy':
    'It is not published. Check package.digests and package.actas; if they are right, tell the institute.',
  'error.SOURCE_HOST_KEY_CHANGED': '{host} showed the key {actual}, which is not among those expected.',
  'error.SOURCE_HOST_KEY_CHANGED.remedy':
    'No credential was sent. Confirm the key with the institute by telephone before you change source.hostKeys.',
  'error.SOURCE_TOOL_MISSING': 'The program {tool}, with which this source is read, is missing.',
  'error.SOURCE_TOOL_MISSING.remedy': 'Install it, on Debian or Ubuntu with: apt-get install {tool}',
  'error.SOURCE_TOOL_TOO_OLD': 'The program {tool} is version {version}; {oldest} or a newer one is needed.',
  'error.SOURCE_TOOL_TOO_OLD.remedy': 'Update it, on Debian or Ubuntu with: apt-get install {tool}',
  'error.STABLE_FILE_TAKEN': '{path} has other content in its stable place already.',
  'error.STABLE_FILE_TAKEN.remedy': 'Nothing to do: the cut is staged in a new place.',
  'error.CUT_NOT_FOUND': 'There is no whole cut {generation} on the site.',
  'error.CUT_NOT_FOUND.remedy': 'See which there are with: difusor journal',
  'error.OPENING_AHEAD': 'The opening is at {opensAt}; nothing is shown before.',
  'error.OPENING_AHEAD.remedy': 'The worker opens the site at that time; nothing to do.',
  'error.REHEARSAL_AS_LIVE':
    'The cut {generation} belongs to the rehearsal {window}: it is not shown as results.',
  'error.REHEARSAL_AS_LIVE.remedy': 'Choose a cut of the present window.',
  'error.NOTHING_TO_ROLL_BACK': 'There is no cut before the live one to roll back to.',
  'error.NOTHING_TO_ROLL_BACK.remedy': 'If what is live is wrong, close it with: difusor close --reason …',
  'error.JOURNAL_BROKEN':
    'The journal {path} does not hold at line {line}: {reason, select, hash {its hash is not that of its content} previous {it does not follow the one before} sequence {a number is missing or too many} unreadable {it can’t be understood} other {{reason}}}.',
  'error.JOURNAL_BROKEN.remedy': 'Keep a copy as evidence: somebody changed it or the disk damaged it.',
  'error.JOURNAL_LOCKED': 'Another process holds the journal {path}.',
  'error.JOURNAL_LOCKED.remedy': 'It is tried again; if no process of difusor is running, delete {path}.lock',
  'error.JOURNAL_WRITE_FAILED': 'The journal {path} could not be written: {reason}.',
  'error.JOURNAL_WRITE_FAILED.remedy':
    'Check space and permissions; publication goes on, and the worker’s log says it all.',
  'error.JOURNAL_READ_FAILED': 'The journal {path} could not be read: {reason}.',
  'error.JOURNAL_READ_FAILED.remedy': 'Check the path and the permissions.',
  'error.OUTSIDE_UNREACHABLE': 'From outside the site can’t be seen: {url} ({reason}).',
  'error.OUTSIDE_UNREACHABLE.remedy':
    'Check DNS, certificate, firewall and network; the cut is published at the origin.',
  'error.OUTSIDE_MISMATCH': 'From outside, {url} does not have the content of the cut {generation}.',
  'error.OUTSIDE_MISMATCH.remedy': 'Check caches in between, and that the domain leads to this site.',
  'error.TESTING_PACKAGE_MISSING': 'difusor/testing needs the package {package}, which is not installed.',
  'error.TESTING_PACKAGE_MISSING.remedy': 'Install it with: npm install --save-dev {package}',
  'error.INTERNAL': 'Internal failure: {reason}.',
  'error.INTERNAL.remedy': 'Report it with the whole output; it is a defect of difusor.',
} as const satisfies ErrorTexts;
