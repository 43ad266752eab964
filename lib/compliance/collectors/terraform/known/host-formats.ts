import { isNarrow } from '../nft/networks.js';
import { unknownOfDaemon } from './docker-daemon.js';
import { unknownOfLogrotate } from './log-rotation.js';
import { readAssignments, readKeywords, unknownSettings, type AllowedSettings } from './settings.js';

const NUMBER = /^\d+$/;
const YES_NO = /^(?:yes|no)$/;
const NAMES = /^[\w@.\- ]+$/;

/** sshd of the host: what lets nobody in whom the readers don't see, and shuts out nobody whom they do. */
const SSHD: AllowedSettings = {
  include: /^\/etc\/ssh\/sshd_config\.d\/\*\.conf$/,
  port: NUMBER,
  // Those two are read by name.
  passwordauthentication: YES_NO,
  permitrootlogin: /^(?:yes|no|prohibit-password|without-password)$/,
  kbdinteractiveauthentication: /^no$/,
  challengeresponseauthentication: /^no$/,
  permitemptypasswords: /^no$/,
  pubkeyauthentication: /^yes$/,
  authenticationmethods: /^publickey$/,
  hostbasedauthentication: /^no$/,
  allowusers: NAMES,
  authorizedkeysfile:
    /^(?:\/etc\/ssh\/authorized_keys\.d\/%u|\.ssh\/authorized_keys(?: \.ssh\/authorized_keys2)?)$/,
  maxauthtries: /^[1-9]$/,
  logingracetime: /^[1-9]\d{0,2}$/,
  maxstartups: /^\d\d+:\d+:\d+$/,
  maxsessions: /^\d+$/,
  x11forwarding: YES_NO,
  allowagentforwarding: YES_NO,
  allowtcpforwarding: YES_NO,
  permittunnel: YES_NO,
  permituserenvironment: /^no$/,
  usepam: YES_NO,
  usedns: YES_NO,
  printmotd: YES_NO,
  strictmodes: /^yes$/,
  clientaliveinterval: NUMBER,
  clientalivecountmax: NUMBER,
  tcpkeepalive: YES_NO,
  loglevel: /^(?:INFO|VERBOSE)$/,
  syslogfacility: /^AUTH(?:PRIV)?$/,
  banner: /^none$/,
  subsystem: /^sftp (?:internal-sftp|\/usr\/lib\/openssh\/sftp-server)$/,
};

const CHRONY: AllowedSettings = {
  ...Object.fromEntries(
    ['server', 'pool', 'peer'].map((name) => [
      name,
      /^[\w.:-]+(?:\s+(?:iburst|burst|prefer|nts|(?:minpoll|maxpoll|maxsources) \d+))*$/,
    ]),
  ),
  makestep: /^[\d.]+\s+-?\d+$/,
  rtcsync: /^$/,
  maxupdateskew: /^[\d.]+$/,
  driftfile: /^\/var\/lib\/chrony\/[\w.]+$/,
  ntsdumpdir: /^\/var\/lib\/chrony$/,
  logdir: /^\/var\/log\/chrony$/,
  leapsectz: /^right\/UTC$/,
  keyfile: /^\/etc\/chrony\/chrony\.keys$/,
  port: /^0$/,
  cmdport: /^0$/,
};

const FAIL2BAN: AllowedSettings = {
  backend: /^(?:systemd|auto)$/,
  usedns: /^(?:no|warn|yes)$/,
  banaction: /^(?:difusor|nftables(?:-\w+)?|iptables-\w+)$/,
  banaction_allports: /^(?:difusor|nftables-allports|iptables-allports)$/,
  maxretry: /^(?:[1-9]|10)$/,
  findtime: /^[1-9]\d*[mhd]$/,
  bantime: /^[1-9]\d*[mhdw]$/,
  ignoreip: (value) => isNarrow(value.split(/[\s,]+/).filter((one) => one !== '127.0.0.0/8' && one !== '')),
  // One that is off is seen by who reads it.
  'sshd.enabled': /^(?:true|false|yes|no|1|0)$/,
  'sshd.mode': /^(?:normal|ddos|extra|aggressive)$/,
  'sshd.port': /^(?:ssh|\d+)$/,
};

const SYSCTL: AllowedSettings = {
  'net.core.somaxconn': /^\d{3,}$/,
  'net.core.netdev_max_backlog': /^\d{3,}$/,
  'net.ipv4.tcp_max_syn_backlog': /^\d{3,}$/,
  'net.ipv4.tcp_syncookies': /^1$/,
  'net.ipv4.tcp_fin_timeout': /^\d\d$/,
  'net.netfilter.nf_conntrack_max': /^\d{5,}$/,
  'net.netfilter.nf_conntrack_tcp_timeout_established': /^\d{4,}$/,
  'net.ipv4.conf.all.rp_filter': /^[12]$/,
  'net.ipv4.conf.default.rp_filter': /^[12]$/,
  'net.ipv4.conf.all.accept_redirects': /^0$/,
  'net.ipv4.conf.all.send_redirects': /^0$/,
  'net.ipv4.conf.all.accept_source_route': /^0$/,
  'net.ipv6.conf.all.accept_redirects': /^0$/,
  'net.ipv6.conf.all.accept_source_route': /^0$/,
  'net.ipv4.ip_forward': /^1$/,
  'vm.swappiness': NUMBER,
  'fs.file-max': /^\d{5,}$/,
};

const JOURNAL: AllowedSettings = {
  'journal.storage': /^(?:persistent|auto)$/,
  'journal.systemmaxuse': /^\d+[MG]$/,
  'journal.systemkeepfree': /^\d+[MG]$/,
  'journal.maxretentionsec': /^\d+(?:day|week|month)s?$/,
  'journal.compress': YES_NO,
};

const TIMESYNCD: AllowedSettings = { 'time.ntp': NAMES, 'time.fallbackntp': NAMES };

/** A grant of sudo's to one account. */
const SUDOERS =
  /^[a-z_][\w-]*\s+ALL\s*=\s*\(\s*[\w-]+(?:\s*:\s*[\w-]+)?\s*\)\s*(?:(?:NOPASSWD|PASSWD)\s*:\s*)?(?:ALL|\/[\w./ -]+(?:,\s*\/[\w./ -]+)*)$/;

/** A public key without options, or with none but that it may do nothing else than log in. */
export const PUBLIC_KEY =
  /^(?:restrict )?(?:sk-)?(?:ssh-(?:ed25519|rsa)|ecdsa-sha2-nistp\d{3})(?:@openssh\.com)? [A-Za-z0-9+/]+=*(?: .*)?$/;

/** A folder for data; what any user may write is none. */
const DATA_FOLDER = /^d \/(?:srv|var\/lib|data)\/[\w./-]+ [0-7]?[0-7]{2}[0145] \d+ \d+ -$/;

const byKeywords =
  (allowed: AllowedSettings) =>
  (text: string): string[] =>
    unknownSettings(readKeywords(text), allowed);
const byAssignments =
  (allowed: AllowedSettings) =>
  (text: string): string[] =>
    unknownSettings(readAssignments(text), allowed);

/** The lines of a host's file that nobody knows, by the form that its path asks for. */
export const HOST_FORMATS: readonly (readonly [path: RegExp, unknown: (text: string) => string[]])[] = [
  [/^\/etc\/ssh\/sshd_config(?:\.d\/[^/]+\.conf)?$/, (text: string): string[] => sshd(text)],
  [/^\/etc\/chrony\/(?:chrony\.conf|conf\.d\/[^/]+\.conf|sources\.d\/[^/]+\.sources)$/, byKeywords(CHRONY)],
  [/^\/etc\/systemd\/timesyncd\.conf(?:\.d\/[^/]+\.conf)?$/, byAssignments(TIMESYNCD)],
  [/^\/etc\/fail2ban\/jail\.(?:local|d\/[^/]+\.(?:local|conf))$/, byAssignments(FAIL2BAN)],
  [/^\/etc\/sysctl\.d\/[^/]+\.conf$/, byAssignments(SYSCTL)],
  [/^\/etc\/systemd\/journald\.conf\.d\/[^/]+\.conf$/, byAssignments(JOURNAL)],
  [/^\/etc\/modules-load\.d\/[^/]+\.conf$/, matching(/^(?:nf_conntrack|br_netfilter|overlay)$/)],
  [
    /^\/etc\/sudoers\.d\/[^/.]+$/,
    (text: string): string[] => matching(SUDOERS)(text.replace(/\\\r?\n/g, ' ')),
  ],
  [/^\/etc\/apt\/apt\.conf\.d\/[^/]+$/, matching(/^APT::Periodic::[\w-]+\s+"\d+";$/)],
  [/^\/etc\/tmpfiles\.d\/[^/]+\.conf$/, matching(DATA_FOLDER)],
  [/^\/etc\/docker\/daemon\.json$/, unknownOfDaemon],
  [/^\/etc\/logrotate(?:\.conf|\.d\/[^/]+)$/, unknownOfLogrotate],
  [/\/authorized_keys$|^\/etc\/ssh\/authorized_keys\.d\/[^/]+$/, matching(PUBLIC_KEY)],
];

function matching(known: RegExp): (text: string) => string[] {
  return (text) => linesOf(text).filter((line) => !known.test(line));
}

/** Keywords may be followed by an equals sign, and values stand in quotes. */
function sshd(text: string): string[] {
  const plain = readKeywords(text.replace(/^(\s*\w+)\s*=\s*/gm, '$1 ').replace(/"/g, ''));
  return unknownSettings(plain, SSHD);
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
}
