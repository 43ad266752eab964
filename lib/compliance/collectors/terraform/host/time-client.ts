import { isUnresolved, shown, type Fact, type HostFact } from '../../../facts.js';
import { at } from '../json.js';
import type { HostFiles } from '../host-files.js';
import type { CloudInit } from './cloud-init.js';
import { unitState } from './commands.js';

type TimeClient = HostFact['ntp'];

const CHRONY = /^\/etc\/chrony\/(?:chrony\.conf$|conf\.d\/[^/]+\.conf$|sources\.d\/[^/]+\.sources$)/;
const TIMESYNCD = /^\/etc\/systemd\/timesyncd\.conf(?:\.d\/[^/]+\.conf)?$/;

/** The NTP client that the user data or a delivered file sets up; none where it is switched off. */
export function readTimeClient(
  cloudInit: CloudInit | undefined,
  files: HostFiles,
  lines: readonly string[],
  installed: (name: string) => boolean,
): TimeClient {
  const found = fromFiles(files, installed('chrony') || asksForChrony(cloudInit)) ?? fromUserData(cloudInit);
  if (found === undefined || typeof found.client !== 'string') return found;
  const units = found.client === 'chrony' ? ['chrony', 'chronyd'] : [found.client];
  return units.some((unit) => unitState(lines, unit) === 'disabled') ? undefined : found;
}

function fromUserData(cloudInit: CloudInit | undefined): TimeClient {
  const ntp = at(cloudInit?.config, 'ntp');
  if (ntp === undefined || at(ntp, 'enabled') === false) return undefined;
  const client = at(ntp, 'ntp_client');
  const servers = ['servers', 'pools'].flatMap((key) => {
    const list = at(ntp, key);
    return Array.isArray(list) ? list.filter((name) => typeof name === 'string') : [];
  });
  const preset = typeof client === 'string' && client !== 'auto' ? client : 'chrony';
  // With none given, cloud-init takes those of the distribution's pool.
  return { client: preset, servers: servers.length > 0 ? servers : ['ubuntu.pool.ntp.org'] };
}

/** A configuration file is nothing without its program: chrony's comes as a package, or by cloud-init's own module. */
function fromFiles(files: HostFiles, hasChrony: boolean): TimeClient {
  const chrony = readServers(files, CHRONY, /^[ \t]*(?:server|pool|peer)[ \t]+(\S+)(?!.*[ \t]offline\b)/gim);
  if (chrony !== undefined && hasChrony) return { client: 'chrony', servers: chrony };
  const timesyncd = readServers(files, TIMESYNCD, /^[ \t]*(?:NTP|FallbackNTP)[ \t]*=(.+)$/gm);
  return timesyncd === undefined ? undefined : { client: 'systemd-timesyncd', servers: timesyncd };
}

function asksForChrony(cloudInit: CloudInit | undefined): boolean {
  const ntp = at(cloudInit?.config, 'ntp');
  return at(ntp, 'ntp_client') === 'chrony' && at(ntp, 'enabled') !== false;
}

function readServers(files: HostFiles, path: RegExp, server: RegExp): Fact<readonly string[]> | undefined {
  const own = [...files.values()].filter((file) => path.test(file.path));
  const hole = own.map(({ content }) => content).find(isUnresolved);
  if (hole !== undefined) return hole;
  const servers = own.flatMap(({ content }) =>
    [...shown(content).matchAll(server)].flatMap(([, names = '']) => names.trim().split(/\s+/)),
  );
  return servers.length === 0 ? undefined : servers;
}
