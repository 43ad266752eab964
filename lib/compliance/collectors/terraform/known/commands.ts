import type { HostFiles } from '../host-files.js';
import { isUnresolved } from '../../../facts.js';
import { isKnownProgram } from './known-programs.js';
import { isKnownPackage } from './packages.js';

/** A command of the host's set-up, in its words. */
type Words = readonly string[];

/** Units of which the readers know what it means that they run, or that they do not. */
const UNITS =
  /^(?:docker(?:\.socket)?|containerd|chrony|chronyd|fail2ban|crowdsec|sshguard|suricata|sshd?|ssh\.socket|systemd-timesyncd|unattended-upgrades|systemd-journald)$/;
/** Units that only stand in the way: a host is no weaker without them. */
const IN_THE_WAY = /^(?:nftables|ufw|firewalld|apache2|nginx|snapd(?:\..*)?)$/;
const STARTS = [
  'enable',
  'reenable',
  'start',
  'restart',
  'try-restart',
  'reload',
  'try-reload-or-restart',
  'reload-or-restart',
  'unmask',
];
const STOPS = ['disable', 'stop', 'mask'];
const UNATTENDED = 'DEBIAN_FRONTEND=noninteractive';
const FLAGS = ['--now', '--quiet', '-q', '--no-block', '--system'];

/** What a shell is told by whoever has to ask something first; none of it changes more than it says. */
const ASKED_FIRST = [
  /^mkdir -p \/run\/sshd && exec \/usr\/sbin\/sshd -t$/,
  /^apt-config --config-file=\/etc\/apt\/apt\.conf\.d\/[\w.-]+ dump > \/dev\/null$/,
  /^if dockerd --help \| grep -q -e --validate; then dockerd --validate --config-file \/etc\/docker\/daemon\.json; fi$/,
  /^if nft list table inet [\w-]+ > \/dev\/null && command -v ufw > \/dev\/null; then ufw --force disable; fi$/,
];

const COMMANDS: Readonly<Record<string, (rest: Words, files: HostFiles) => boolean>> = {
  systemctl,
  true: (rest) => rest.length === 0,
  echo: () => true,
  modprobe: (rest) => rest.length === 1 && /^(?:nf_conntrack|br_netfilter|overlay)$/.test(rest[0] ?? ''),
  sysctl: (rest, files) => {
    const words = rest.filter((word) => word !== '--ignore');
    return words.length === 3 && words[0] === '--quiet' && words[1] === '--load' && files.has(words[2] ?? '');
  },
  'systemd-tmpfiles': ([first, path, ...more], files) =>
    first === '--create' && more.length === 0 && files.has(path ?? ''),
  visudo: (rest, files) =>
    rest.every((word) => word === '--check' || word === '--quiet' || files.has(word.replace(/^--file=/, ''))),
  nft: ([first, second, path, ...more], files) =>
    first === '--check' && second === '--file' && more.length === 0 && files.has(path ?? ''),
  chronyd: (rest) => rest.join(' ') === '-p -f /etc/chrony/chrony.conf',
  'fail2ban-client': (rest) => rest.join(' ') === '-t',
  sshd: (rest) => rest.join(' ') === '-t',
  sh: shell,
  'apt-get': aptGet,
  apt: aptGet,
};

/** Whether it is known what a command does, so that the readers of the host take it into account. */
export function isKnownCommand(words: Words, files: HostFiles): boolean {
  const [program = '', ...rest] = words[0] === UNATTENDED ? words.slice(1) : words;
  if (program.startsWith('/') && rest.length === 0) return isKnownFile(program, files);
  return Object.hasOwn(COMMANDS, program) && COMMANDS[program]?.(rest, files) === true;
}

/** Whether a delivered file is a program of the toolkit's. */
export function isKnownFile(path: string, files: HostFiles): boolean {
  const content = files.get(path)?.content;
  return content !== undefined && !isUnresolved(content) && isKnownProgram(content);
}

function systemctl(rest: Words, files: HostFiles): boolean {
  const [verb = '', ...units] = rest.filter((word) => !FLAGS.includes(word));
  if (verb === 'daemon-reload') return units.length === 0;
  const stops = STOPS.includes(verb);
  if (units.length === 0 || !(stops || STARTS.includes(verb))) return false;
  return units.every((unit) => {
    const name = unit.replace(/\.service$/, '');
    if (UNITS.test(name)) return true;
    if (name === 'nftables' && files.has('/etc/nftables.conf')) return true;
    const file = `/etc/systemd/system/${unit.includes('.') ? unit : `${unit}.service`}`;
    return files.has(file) || (stops && IN_THE_WAY.test(name));
  });
}

function shell([first, text = '', ...more]: Words, files: HostFiles): boolean {
  if (more.length > 0) return false;
  if (first === '-n') return files.has(text);
  return first === '-c' && ASKED_FIRST.some((known) => known.test(text));
}

function aptGet(rest: Words): boolean {
  const [verb, ...names] = rest.filter(
    (word) => !/^(?:-[yq]+|--yes|--quiet(?:=\d)?|--no-install-recommends)$/.test(word),
  );
  if (verb === 'update') return names.length === 0;
  return verb === 'install' && names.every(isKnownPackage);
}
