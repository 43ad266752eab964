import { spawnSync } from 'node:child_process';

interface Tool {
  readonly name: string;
  /** A command that ends with 0 where the tool is there and fit. */
  readonly probe: readonly [command: string, ...args: string[]];
  readonly how: string;
}

const PROBE_SECONDS = 60;

/** moto 5.2: the stand-in changes classes of moto's, which another minor version may have moved. */
const STAND_IN_PROBE = [
  'import sys, boto3, moto, moto.server',
  'assert sys.version_info >= (3, 11)',
  'assert moto.__version__.startswith("5.2.")',
].join('; ');

const ENGINE_PROBE =
  'test "$(id -u)" = 0 && command -v dockerd nsenter flock iptables slirp4netns && ip netns list';

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
    how: 'apt-get install strace, with the right to trace processes',
  },
  tmpfs: {
    name: 'the right to mount a tmpfs',
    probe: ['unshare', '--mount', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt'],
    how: 'run as root, outside of a container that forbids it',
  },
  faketime: { name: 'faketime', probe: ['faketime', '-f', '+1d', 'true'], how: 'apt-get install faketime' },
  nginx: { name: 'nginx', probe: ['nginx', '-v'], how: 'apt-get install nginx-light' },
  rsync: {
    name: 'rsync ≥ 3.2.7',
    probe: ['sh', '-c', 'rsync --version | grep -Eq "^rsync +version v?(3\\.2\\.[7-9]|3\\.[3-9]|[4-9])"'],
    how: 'apt-get install rsync',
  },
  sshServer: {
    name: 'OpenSSH, its server too',
    probe: ['sh', '-c', 'command -v ssh ssh-keygen && { command -v sshd || test -x /usr/sbin/sshd; }'],
    how: 'apt-get install openssh-client openssh-server',
  },
  docker: {
    name: 'a Docker Engine',
    probe: ['docker', 'info'],
    how: 'apt-get install docker.io, and start it',
  },
  dockerEngine: {
    name: 'a Docker Engine to be started by root, in a network of its own',
    probe: ['sh', '-c', ENGINE_PROBE],
    how: 'apt-get install docker.io iproute2 iptables slirp4netns apparmor, and run as root',
  },
  mmdebstrap: {
    name: 'mmdebstrap, for base images',
    probe: ['mmdebstrap', '--version'],
    how: 'apt-get install mmdebstrap',
  },
  unzip: { name: 'unzip', probe: ['unzip', '-v'], how: 'apt-get install unzip' },
  pebble: {
    name: 'pebble, an authority of certificates for tests, and openssl',
    probe: ['sh', '-c', 'command -v pebble pebble-challtestsrv && openssl version'],
    how: 'apt-get install pebble openssl',
  },
  chromium: { name: 'Chromium', probe: ['chromium', '--version'], how: 'apt-get install chromium' },
  wrk: { name: 'wrk', probe: ['sh', '-c', 'command -v wrk'], how: 'apt-get install wrk' },
  systemdAnalyze: {
    name: 'systemd-analyze',
    probe: ['systemd-analyze', '--version'],
    how: 'apt-get install systemd',
  },
  terraform: {
    name: 'Terraform ≥ 1.4, and openssl for the stand-in of its provider',
    probe: [
      'sh',
      '-c',
      'terraform version | grep -Eq "^Terraform v1\\.([4-9]|[1-9][0-9])" && openssl version',
    ],
    how: 'put the program terraform (a single file, from its maker) into a folder of PATH; apt-get install openssl',
  },
  nftables: {
    name: 'nftables and iproute2, allowed to make network namespaces',
    probe: ['unshare', '--net', 'sh', '-c', 'ip -V && ping -V && nft list ruleset'],
    how: 'apt-get install nftables iproute2 iputils-ping procps, and run as root',
  },
  cloudInit: { name: 'cloud-init', probe: ['cloud-init', '--version'], how: 'apt-get install cloud-init' },
  watchTools: {
    name: 'curl and jq',
    probe: ['sh', '-c', 'curl --version && jq --version'],
    how: 'apt-get install curl jq',
  },
  bootedTree: {
    name: 'mmdebstrap and systemd-nspawn, allowed to start a systemd',
    probe: ['unshare', '--mount', '--net', 'sh', '-c', 'mmdebstrap --version && systemd-nspawn --version'],
    how: 'apt-get install mmdebstrap systemd-container, and run as root',
  },
  cfnLint: { name: 'cfn-lint', probe: ['cfn-lint', '--version'], how: 'python3 -m pip install cfn-lint' },
  smallDisk: {
    name: 'the right to mount a tmpfs',
    probe: ['unshare', '--mount', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt'],
    how: 'run as root on Linux',
  },
} as const satisfies Record<string, Tool>;

export type ToolName = keyof typeof TOOLS;

const probed = new Map<ToolName, boolean>();

/** Why a part that needs these tools can't run, and how to get them; `undefined` where all are there. */
export function whyNot(needs: readonly ToolName[]): string | undefined {
  const missing = needs.filter((name) => !isThere(name)).map((name) => TOOLS[name]);
  if (missing.length === 0) return undefined;
  return missing.map(({ name, how }) => `needs ${name}: ${how}`).join('; ');
}

function isThere(name: ToolName): boolean {
  const known = probed.get(name);
  if (known !== undefined) return known;
  const [command, ...args] = TOOLS[name].probe;
  const { status } = spawnSync(command, args, { stdio: 'ignore', timeout: PROBE_SECONDS * 1000 });
  probed.set(name, status === 0);
  return status === 0;
}
