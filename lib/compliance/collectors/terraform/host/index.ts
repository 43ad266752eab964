import { isUnresolved, shown, type Fact, type HostFact } from '../../../facts.js';
import type { Gaps } from '../gaps.js';
import { blocks } from '../json.js';
import type { TerraformStack } from '../stack.js';
import { readText } from '../text.js';
import { readAccounts } from './accounts.js';
import { packagesOf, switchOf } from './cloud-init.js';
import { unitState } from './commands.js';
import { readOperatingSystem } from './operating-system.js';
import { readPerimeter } from './perimeter.js';
import type { HostSources } from './sources.js';
import { readSshSettings, sshSwitch } from './ssh-settings.js';
import { readTimeClient } from './time-client.js';

export { readSources, type HostSources } from './sources.js';

const ENGINES = ['docker.io', 'docker-ce', 'docker', 'moby-engine'];
const SSHD = /^\/etc\/ssh\/sshd_config\.d\/[^/]+\.conf$/;
const SSHD_MAIN = '/etc/ssh/sshd_config';

/** The host of a stack: none where nothing is said to be set up or run on one. */
export function collectHost(stack: TerraformStack, sources: HostSources, gaps: Gaps): HostFact[] {
  const { resource, cloudInit, files, lines } = sources;
  if (cloudInit === undefined && files.size === 0 && !hasContainers(stack)) return [];
  const installed = installedBy(sources);
  return [
    {
      resource,
      address: addressOf(stack),
      operatingSystem: readOperatingSystem(stack),
      docker: ENGINES.some(installed) && !['docker', 'docker.socket'].some((unit) => isOff(lines, unit)),
      ntp: readTimeClient(cloudInit, files, lines, installed),
      users: readAccounts(sources),
      ssh: sshOf(sources),
      perimeter: readPerimeter(sources, gaps),
      intrusionPrevention: preventions(sources, installed),
    },
  ];
}

function hasContainers({ resources }: TerraformStack): boolean {
  return resources.some(({ type }) => type === 'docker_container');
}

function addressOf(stack: TerraformStack): Fact<string> | undefined {
  const host = blocks(stack.providers.docker).map((provider) => readText(provider.host, stack))[0];
  if (host === undefined || isUnresolved(host)) return host;
  const [, bracketed, plain] =
    /^(?:ssh|tcp|https?):\/\/(?:[^@/]*@)?(?:\[([^\]]+)\]|([^:/]+))/.exec(host) ?? [];
  return bracketed ?? plain;
}

type Installed = (name: string) => boolean;

/** Whether a package is installed, by the user data's list or by a line that calls the package manager. */
function installedBy({ cloudInit, lines }: HostSources): Installed {
  const listed = cloudInit === undefined ? [] : packagesOf(cloudInit);
  const script = lines
    .filter((line) => /\b(?:apt|apt-get|aptitude)\b[^|;&]*\binstall\b|^packages\s/.test(line))
    .join(' ');
  const words = new Set([...listed, ...script.split(/[\s"']+/)]);
  return (name) => words.has(name);
}

function isOff(lines: readonly string[], unit: string): boolean {
  return unitState(lines, unit) === 'disabled';
}

/** sshd includes its drop-ins, by their name, before its own settings. */
function sshOf({ cloudInit, files, lines }: HostSources): HostFact['ssh'] {
  const dropIns = [...files.values()].filter(({ path }) => SSHD.test(path));
  const own = files.get(SSHD_MAIN);
  const ordered = [
    ...dropIns.sort((a, b) => (a.path < b.path ? -1 : 1)),
    ...(own === undefined ? [] : [own]),
  ];
  const hole = ordered.map(({ content }) => content).find(isUnresolved);
  const enabled = !['ssh', 'sshd'].some((unit) => isOff(lines, unit));
  if (hole !== undefined) return { enabled, passwords: hole, rootLogin: hole };
  const settings = readSshSettings(ordered.map(({ content }) => shown(content)));
  const byCloudInit = cloudInit === undefined ? undefined : switchOf(cloudInit, 'ssh_pwauth');
  const passwords = either(
    sshSwitch(settings, 'PasswordAuthentication', byCloudInit ?? true),
    // Ubuntu's own settings turn it off; those that take their place have to do so themselves.
    sshSwitch(settings, 'KbdInteractiveAuthentication', own !== undefined),
  );
  return { enabled, passwords, rootLogin: rootLogin(settings, passwords, cloudInit) };
}

function either(one: Fact<boolean>, other: Fact<boolean>): Fact<boolean> {
  if (one === true || other === true) return true;
  return isUnresolved(one) ? one : other;
}

/** Where nothing says, root may log in by key; cloud-init takes its keys away unless told not to. */
function rootLogin(
  settings: ReturnType<typeof readSshSettings>,
  passwords: Fact<boolean>,
  cloudInit: HostSources['cloudInit'],
): Fact<boolean> {
  if (settings.first.has('permitrootlogin')) return sshSwitch(settings, 'PermitRootLogin', true);
  const barred = cloudInit !== undefined && switchOf(cloudInit, 'disable_root') !== false;
  return !barred || passwords;
}

function preventions({ lines, files }: HostSources, installed: Installed): Fact<string>[] {
  return ['fail2ban', 'crowdsec', 'suricata', 'sshguard'].filter((name) => {
    if (!installed(name) || isOff(lines, name)) return false;
    return name !== 'fail2ban' || watchesSsh(files);
  });
}

/** Debian's own jails leave sshd on; delivered ones may turn it off. */
function watchesSsh(files: HostSources['files']): boolean {
  const jails = [...files.values()].filter(({ path }) => /^\/etc\/fail2ban\/jail\.(?:d\/|local)/.test(path));
  return !jails.some(({ content }) => {
    return (
      !isUnresolved(content) && /^\[sshd\][^[]*^[ \t]*enabled[ \t]*=[ \t]*(?:false|no|0)/im.test(content)
    );
  });
}
