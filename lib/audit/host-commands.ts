import { shellWord } from '../shell-word.js';

/**
 * Every command that an audit runs on a host: each only reads, but for the one that takes away what the audit itself
 * uploaded. What the plan gives stands in them as quoted words, and nothing that a host answers is ever put into one.
 */
export const HOST_COMMANDS = {
  cores: 'nproc',
  processorSpeed: "grep -E '^(model name|cpu MHz)' /proc/cpuinfo",
  processorMaximum: 'lscpu',
  memory: 'cat /proc/meminfo',
  disks: 'lsblk --json --bytes --nodeps --output NAME,TYPE,SIZE,ROTA,MODEL,TRAN',
  system: 'cat /etc/os-release',
  chrony: 'chronyc -c tracking',
  timedatectl: 'timedatectl show --property NTPSynchronized',
  epoch: 'date +%s.%N',
  link: 'for card in /sys/class/net/*; do test -e "$card/device" && echo "${card##*/} $(cat "$card/speed" 2>/dev/null)"; done; true',
  docker:
    'command -v docker >/dev/null || { echo none; exit 0; }; ' +
    'ask() { "$@" info --format \'{"version":{{json .ServerVersion}},"liveRestore":{{json .LiveRestoreEnabled}}}\'; }; ' +
    'ask docker 2>/dev/null || ask sudo -n docker || exit; systemctl is-enabled docker 2>/dev/null; true',
} as const;

/** Bytes free for files of a folder. */
export function freeSpaceCommand(folder: string): string {
  return `df --block-size=1 --output=avail -- ${shellWord(folder)}`;
}

/** Bytes of each package kept; none where the folder has not been made. */
export function packagesCommand(folder: string): string {
  const kept = shellWord(`${folder}/packages/packages`);
  const sizes = `du --apparent-size --block-size=1 --max-depth=1 -- ${kept}`;
  return `as() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi; }; as true || exit; as test -d ${kept} || exit 0; as ${sizes} | cut -f1 | sed '$d'`;
}

/** Takes away from the inbox what the audit put there by the institute's service, which lets nobody remove anything. */
export function removeUploadCommand(folder: string, name: string): string {
  const path = shellWord(`${folder}/inbox/${name}`);
  return `if [ "$(id -u)" = 0 ]; then rm -f -- ${path}; else rm -f -- ${path} 2>/dev/null || sudo -n rm -f -- ${path}; fi`;
}

/** What sudo lets an account do; another account's rights are for root to see. */
export function sudoCommand(account: string, self: boolean): string {
  return self
    ? 'if [ "$(id -u)" = 0 ]; then echo "    (ALL) ALL"; else sudo -n -l; fi'
    : `if [ "$(id -u)" = 0 ]; then sudo -l -U ${shellWord(account)}; else sudo -n -l -U ${shellWord(account)}; fi`;
}

/** The status with which an HTTPS address answers the host. */
export function officialCommand(official: string): string {
  return `curl --silent --location --max-redirs 5 --proto '=https' --proto-redir '=https' --max-time 15 --output /dev/null --write-out '%{http_code}' -- ${shellWord(official)} || test $? != 127 || exit 127`;
}

/** The key that a service shows to the host itself, on which it runs. */
export function scanCommand(address: string, port: number): string {
  return `ssh-keyscan -T 5 -p ${port} -t ed25519,ecdsa,rsa -- ${shellWord(address)} 2>/dev/null`;
}
