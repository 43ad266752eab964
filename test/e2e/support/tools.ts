import { spawnSync } from 'node:child_process';
import { installPackages } from './debian-packages.js';

interface Tool {
  readonly name: string;
  /** A command that ends with 0 where the tool is there and fit. */
  readonly probe: readonly [command: string, ...args: string[]];
  /** Debian's packages that bring it. */
  readonly packages?: readonly string[];
  /** Folders that a service of these packages would make when it starts. */
  readonly folders?: readonly string[];
  /** What else it takes, in words. */
  readonly how?: string;
}

const PROBE_SECONDS = 60;

/** moto 5.2: the stand-in changes classes of moto's, which another minor version may have moved. */
const STAND_IN_PROBE = [
  'import sys, boto3, moto, moto.server',
  'assert sys.version_info >= (3, 11)',
  'assert moto.__version__.startswith("5.2.")',
].join('; ');

const ENGINE_PROBE =
  'test "$(id -u)" = 0 && for each in docker dockerd nsenter flock iptables slirp4netns; do command -v $each || exit 1; done && ip netns list';

/** Root's sshd ends at once without the folder of its service. */
const SSHD_PROBE =
  'command -v ssh && command -v ssh-keygen && { command -v sshd || test -x /usr/sbin/sshd; } && { test "$(id -u)" != 0 || test -d /run/sshd; }';

const TOOLS = {
  awsStandIn: {
    name: 'python3 ≥ 3.11 with moto 5.2 (server)',
    probe: ['python3', '-c', STAND_IN_PROBE],
    how: "python3 -m pip install 'moto[server]==5.2.1'",
  },
  awsCli: { name: 'the AWS CLI', probe: ['aws', '--version'], how: 'python3 -m pip install awscli' },
  strace: {
    name: 'strace, allowed to trace',
    probe: ['strace', '-f', '-o', '/dev/null', '-e', 'trace=/^rename', 'true'],
    packages: ['strace'],
    how: 'have the right to trace processes',
  },
  tmpfs: {
    name: 'the right to mount a tmpfs',
    probe: ['unshare', '--mount', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt'],
    how: 'run as root, outside of a container that forbids it',
  },
  faketime: { name: 'faketime', probe: ['faketime', '-f', '+1d', 'true'], packages: ['faketime'] },
  nginx: { name: 'nginx', probe: ['nginx', '-v'], packages: ['nginx-light'] },
  rsync: {
    name: 'rsync ≥ 3.2.7',
    probe: ['sh', '-c', 'rsync --version | grep -Eq "^rsync +version v?(3\\.2\\.[7-9]|3\\.[3-9]|[4-9])"'],
    packages: ['rsync'],
  },
  sshServer: {
    name: 'OpenSSH, its server too',
    probe: ['sh', '-c', SSHD_PROBE],
    packages: ['openssh-client', 'openssh-server'],
    folders: ['/run/sshd'],
  },
  dockerEngine: {
    name: 'a Docker Engine to be started by root, in a network of its own',
    probe: ['sh', '-c', ENGINE_PROBE],
    packages: ['docker.io', 'iproute2', 'iptables', 'slirp4netns', 'apparmor'],
    how: 'run as root',
  },
  mmdebstrap: {
    name: 'mmdebstrap, for base images',
    probe: ['mmdebstrap', '--version'],
    packages: ['mmdebstrap'],
  },
  rootAndSetpriv: {
    name: 'root, and setpriv',
    probe: ['sh', '-c', 'test "$(id -u)" = 0 && setpriv --version'],
    packages: ['util-linux'],
    how: 'run as root',
  },
  unzip: { name: 'unzip', probe: ['unzip', '-v'], packages: ['unzip'] },
  pebble: {
    name: 'pebble, an authority of certificates for tests, and openssl',
    probe: ['sh', '-c', 'command -v pebble && command -v pebble-challtestsrv && openssl version'],
    packages: ['pebble', 'openssl'],
  },
  chromium: { name: 'Chromium', probe: ['chromium', '--version'], packages: ['chromium'] },
  wrk: { name: 'wrk', probe: ['sh', '-c', 'command -v wrk'], packages: ['wrk'] },
  systemdAnalyze: {
    name: 'systemd-analyze',
    probe: ['systemd-analyze', '--version'],
    packages: ['systemd'],
  },
  terraform: {
    name: 'Terraform ≥ 1.4, and openssl for the stand-in of its provider',
    probe: [
      'sh',
      '-c',
      'terraform version | grep -Eq "^Terraform v1\\.([4-9]|[1-9][0-9])" && openssl version',
    ],
    packages: ['openssl'],
    how: 'put the program terraform (a single file, from its maker) into a folder of PATH',
  },
  nftables: {
    name: 'nftables and iproute2, allowed to make network namespaces',
    probe: ['unshare', '--net', 'sh', '-c', 'ip -V && ping -V && nft list ruleset'],
    packages: ['nftables', 'iproute2', 'iputils-ping', 'procps'],
    how: 'run as root',
  },
  cloudInit: { name: 'cloud-init', probe: ['cloud-init', '--version'], packages: ['cloud-init'] },
  watchTools: {
    name: 'curl and jq',
    probe: ['sh', '-c', 'curl --version && jq --version'],
    packages: ['curl', 'jq'],
  },
  bootedTree: {
    name: 'mmdebstrap and systemd-nspawn, allowed to start a systemd',
    probe: ['unshare', '--mount', '--net', 'sh', '-c', 'mmdebstrap --version && systemd-nspawn --version'],
    packages: ['mmdebstrap', 'systemd-container'],
    how: 'run as root',
  },
  cfnLint: { name: 'cfn-lint', probe: ['cfn-lint', '--version'], how: 'python3 -m pip install cfn-lint' },
  smallDisk: {
    name: 'the right to mount a tmpfs',
    probe: ['unshare', '--mount', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt'],
    how: 'run as root on Linux',
  },
} as const satisfies Record<string, Tool>;

export type ToolName = keyof typeof TOOLS;

/** What came of the tools that were asked for: why one isn't there. */
const probed = new Map<ToolName, string | undefined>();

/** Why a part that needs these tools can't run, and how to get them; `undefined` where all are there. */
export function whyNot(needs: readonly ToolName[]): string | undefined {
  const missing = needs.map(whyMissing).filter((why) => why !== undefined);
  return missing.length === 0 ? undefined : missing.join('; ');
}

function whyMissing(name: ToolName): string | undefined {
  if (!probed.has(name)) probed.set(name, probedOrInstalled(TOOLS[name]));
  return probed.get(name);
}

function probedOrInstalled(tool: Tool): string | undefined {
  if (isThere(tool)) return undefined;
  const failure = tool.packages === undefined ? undefined : installPackages(tool.packages, tool.folders);
  if (isThere(tool)) return undefined;
  return `needs ${tool.name}: ${howToGet(tool)}${failure === undefined ? '' : ` (${failure})`}`;
}

function howToGet({ packages, folders, how }: Tool): string {
  const ways = [
    packages && `apt-get install ${packages.join(' ')}`,
    folders && `as root mkdir -p ${folders.join(' ')}`,
    how,
  ];
  return ways.filter((way) => way !== undefined).join(', and ');
}

function isThere({ probe: [command, ...args] }: Tool): boolean {
  return spawnSync(command, args, { stdio: 'ignore', timeout: PROBE_SECONDS * 1000 }).status === 0;
}
