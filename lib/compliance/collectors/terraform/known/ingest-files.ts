import { isNarrow } from '../nft/networks.js';
import { PUBLIC_KEY } from './host-formats.js';
import {
  readAssignments,
  readKeywords,
  repeated,
  unknownSettings,
  type AllowedSettings,
  type Setting,
} from './settings.js';

const NUMBER = /^\d+$/;
const NO = /^no$/;

/** Without these in `refuse options` who pushes takes files away, or writes beside the inbox. */
const REFUSED = [
  'delete',
  'delete-*',
  'remove-source-files',
  'inplace',
  'append',
  'backup',
  'temp-dir',
  'partial',
  'partial-dir',
  'link-dest',
  'log-file',
];

const GENERAL: AllowedSettings = {
  port: NUMBER,
  'use chroot': /^(?:yes|no|true|false)$/,
  'munge symlinks': /^yes$/,
  'pid file': /^\/run\/[\w./-]+$/,
  'lock file': /^\/run\/[\w./-]+$/,
  'transfer logging': /^(?:yes|no)$/,
  'log format': /^[%\w ]+$/,
  'max connections': /^[1-9]\d*$/,
  timeout: /^[1-9]\d*$/,
  'reverse lookup': NO,
};

const MODULE: AllowedSettings = {
  path: /^\/srv\/[\w/-]+$/,
  comment: /^/,
  'read only': NO,
  'write only': /^(?:yes|true)$/,
  list: NO,
  'auth users': /^[\w-]+$/,
  'secrets file': /^\/(?:run\/secrets|etc)\/[\w./-]+$/,
  'strict modes': /^(?:yes|true)$/,
  'hosts allow': (value) => isNarrow(value.split(/[\s,]+/)),
  'hosts deny': /^\*$/,
  'incoming chmod': /^[DF]?[ugoa]*[=+-][rwxXst]*(?:,[DF]?[ugoa]+[=+-][rwxXst]*)*$/,
  'refuse options': (value) => REFUSED.every((option) => value.split(/\s+/).includes(option)),
};

/** Settings without which a module lets in whom it should not; an absent one is told by its name. */
const NEEDED = [
  'hosts allow',
  'hosts deny',
  'refuse options',
  'auth users',
  'secrets file',
  'read only',
  'write only',
];

/** The lines of a rsyncd.conf that nobody knows, and what is missing from its modules. */
export function unknownOfRsyncd(text: string): string[] {
  const settings = readAssignments(text.replace(/\\\r?\n/g, '')).map(spaced);
  const general = settings.filter(({ section }) => section === '' || section === 'global');
  const own = settings.filter(({ section }) => section !== '' && section !== 'global');
  const modules = [...new Set(own.map(({ section }) => section))];
  return [
    ...unknownSettings(general, { ...GENERAL, ...MODULE }),
    ...unknownSettings(own, { ...GENERAL, ...MODULE }),
    ...repeated(settings),
    ...modules.flatMap((module) => missing([...general, ...own.filter(({ section }) => section === module)])),
  ];
}

function missing(settings: readonly Setting[]): string[] {
  return NEEDED.filter((name) => !settings.some(({ key }) => key === name));
}

function spaced(setting: Setting): Setting {
  return { ...setting, key: setting.key.replace(/\s+/g, ' ') };
}

/** sshd of a container that takes packages by sftp. */
const SSHD: AllowedSettings = {
  port: NUMBER,
  hostkey: /^\/[\w./-]+$/,
  pidfile: /^\/run\/[\w./-]+$/,
  loglevel: /^(?:INFO|VERBOSE)$/,
  usepam: NO,
  usedns: NO,
  strictmodes: /^yes$/,
  authorizedkeysfile: /^\/etc\/prep\/[\w.-]+$/,
  allowusers: /^[\w-]+$/,
  authenticationmethods: /^publickey$/,
  pubkeyauthentication: /^yes$/,
  // Read by name.
  passwordauthentication: /^(?:yes|no)$/,
  kbdinteractiveauthentication: NO,
  hostbasedauthentication: NO,
  permitrootlogin: NO,
  permitemptypasswords: NO,
  disableforwarding: /^yes$/,
  allowtcpforwarding: NO,
  x11forwarding: NO,
  permittty: NO,
  permituserrc: NO,
  permituserenvironment: NO,
  permittunnel: NO,
  banner: /^none$/,
  printmotd: NO,
  maxauthtries: /^[1-9]$/,
  maxsessions: /^[1-9]\d*$/,
  maxstartups: /^\d+(?::\d+:\d+)?$/,
  logingracetime: /^[1-9]\d{0,2}$/,
  clientaliveinterval: NUMBER,
  clientalivecountmax: NUMBER,
  subsystem: /^sftp internal-sftp$/,
  // Absent or another one, it is the reader who tells.
  chrootdirectory: /^\/srv(?:\/[\w-]+)*$/,
  forcecommand: lettingUpload,
};

/** Requests of sftp without which nobody brings a file. */
const TO_UPLOAD = ['open', 'write', 'close'];

function lettingUpload(command: string): boolean {
  if (!/^internal-sftp(?: -d \/[\w/-]*| -u 0[0-7]{3}| -[lf] [A-Z0-9]+| -[pP] [\w,.@-]+)*$/.test(command))
    return false;
  const [, admitted] = / -p ([\w,.@-]+)/.exec(command) ?? [];
  const [, denied] = / -P ([\w,.@-]+)/.exec(command) ?? [];
  const lets = admitted?.split(',');
  const refuses = denied?.split(',') ?? [];
  return TO_UPLOAD.every((request) => lets?.includes(request) !== false && !refuses.includes(request));
}

/** The lines of a sshd_config of an ingest that nobody knows. */
export function unknownOfIngestSshd(text: string): string[] {
  const settings = readKeywords(text);
  return [...unknownSettings(settings, SSHD), ...repeated(settings.filter(({ key }) => key !== 'hostkey'))];
}

/** An account without a password; only root's own, which has no shell, is nobody's but root's. */
const ACCOUNT =
  /^(?:root:[x*!]:0:0:[\w ]*:\/root:\/usr\/sbin\/nologin|[a-z_][\w-]*:[x*!]:[1-9]\d*:[1-9]\d*:[\w ]*:\/[\w/-]*:(?:\/usr)?\/s?bin\/(?:nologin|false))$/;

/** The accounts of a container's passwd that nobody knows. */
export function unknownOfPasswd(text: string): string[] {
  return text.split('\n').filter((line) => line !== '' && !ACCOUNT.test(line));
}

/** The keys of who pushes that are more than a key. */
export function unknownOfPushers(text: string): string[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#') && !PUBLIC_KEY.test(line.trim()));
}

/** What ships the logs elsewhere: one line of rsyslog's after another, with the values of a plan. */
const SHIPPING = [
  /^global\(workDirectory="\/srv\/logs\/\.rsyslog" defaultNetstreamDriverCAFile="\/etc\/ssl\/certs\/ca-certificates\.crt"\)$/,
  /^module\(load="imfile"\)$/,
  /^input\(type="imfile" file="\/srv\/logs\/access\.log" tag="[\w.-]+" facility="local0" severity="info" ruleset="ship"(?: persistStateInterval="\d+")?\)$/,
  /^ruleset\(name="ship"\) \{$/,
  /^action\(type="omfwd" target="[\w.:-]+" port="\d+" protocol="tcp" template="RSYSLOG_SyslogProtocol23Format"$/,
  /^StreamDriver="gtls" StreamDriverMode="1" StreamDriverAuthMode="x509\/name"$/,
  /^StreamDriverPermittedPeers="[\w.:-]+"$/,
  /^queue\.type="LinkedList" queue\.filename="ship" queue\.maxDiskSpace="\d+[mg]" queue\.saveOnShutdown="on"$/,
  /^action\.resumeRetryCount="-1"\)$/,
  /^\}$/,
];

/** The lines of a rsyslog.conf that nobody knows. */
export function unknownOfShipping(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !SHIPPING.some((known) => known.test(line)));
}
