import { isUnresolved, type FactArea } from '../../facts.js';
import type { Gaps } from './gaps.js';
import type { HostSources } from './host/index.js';
import { at } from './json.js';
import { ofType, type TerraformStack } from './stack.js';

interface Doubt {
  readonly path: RegExp;
  readonly areas: readonly FactArea[];
  /** What makes a file doubtful where it is there. */
  readonly found?: RegExp;
  /** What makes a file doubtful where it is not there. */
  readonly absent?: RegExp;
}

const HOST = ['hosts'] as const;
const WEB = ['webServers', 'frames'] as const;
const INGEST = ['ingests'] as const;

/** What a file may say that undoes, or takes away from, what is read of it elsewhere, and that no reader there tells. */
const DOUBTS: readonly Doubt[] = [
  { path: /\.nft$/, areas: HOST, found: /\}\s*^(?:flush|delete|destroy)\b/m },
  { path: /\.nft$/, areas: HOST, found: /\bflags\s+dormant\b/ },
  { path: /\.nft$/, areas: HOST, found: /^\s*table\s+(?:ip|ip6|arp|bridge|netdev)\s+[\w-]+\s*\{/m },
  { path: /\.nft$/, areas: HOST, found: /\bfib\s+daddr\s+type\s+local\s+accept\b/ },
  { path: /\.nft$/, areas: HOST, found: /\bct\s+state\s+!=.*\baccept\b/ },
  { path: /\.nft$/, areas: HOST, found: /\b\d[\d.]*\/[1-7]\b|\b0\.0\.0\.0-/ },
  { path: /\.nft$/, areas: HOST, found: /\biifname\s+"br-[^"]*"\s+accept\b/ },
  {
    path: /\/systemd\/system\/.*\.service$/,
    areas: ['hosts', 'alarms'],
    found: /^(?:Condition|Assert)\w+\s*=/m,
  },
  {
    path: /\/systemd\/system\/.*\.service$/,
    areas: ['hosts', 'alarms'],
    found: /^Exec(?:StartPre|StartPost|Stop|StopPost|Condition)\s*=/m,
  },
  {
    path: /\/systemd\/system\/.*\.service$/,
    areas: ['alarms'],
    found: /^ExecStart\s*=\s*\S*\/(?:true|false)\b/m,
  },
  { path: /\/systemd\/system\/.*\.timer$/, areas: ['alarms'], found: /^OnCalendar[^]*^OnCalendar/m },
  { path: /\/sshd_config\.d\//, areas: HOST, found: /^\s*KbdInteractiveAuthentication\s+yes\b/im },
  { path: /\/sshd_config\.d\//, areas: HOST, found: /^\s*PubkeyAuthentication\s+no\b/im },
  { path: /^\/etc\/sudoers/, areas: HOST, found: /^[^#\n]*!/m },
  { path: /^\/etc\/fail2ban\//, areas: HOST, found: /^\s*ignoreip\s*=.*\/[0-7](?!\d)/m },
  { path: /^\/etc\/docker\/daemon\.json$/, areas: HOST, found: /"hosts"\s*:/ },
  { path: /^\/etc\/chrony\//, areas: HOST, found: /^(?:server|pool|peer)\b.*\b(?:offline|noselect)\b/m },
  { path: /rsyncd.*\.conf$/, areas: INGEST, found: /^\s*hosts\s+allow\s*=.*\*/m },
  { path: /rsyncd.*\.conf$/, areas: INGEST, found: /^\s*auth\s+users\s*=.*\*/m },
  { path: /rsyncd.*\.conf$/, areas: INGEST, found: /^\s*write\s+only\s*=\s*(?:no|false|0)\b/m },
  { path: /rsyncd.*\.conf$/, areas: INGEST, absent: /^\s*hosts\s+deny\s*=\s*\*/m },
  { path: /rsyncd.*\.conf$/, areas: INGEST, absent: /^\s*refuse\s+options\s*=/m },
  { path: /\/ingest\/sshd_config$/, areas: INGEST, found: /^\s*(?:Match\b|ChrootDirectory\s+none\b)/im },
  {
    // The core rules' set-up without the rules.
    path: /modsecurity\.conf$/,
    areas: WEB,
    found: /(?<![\s\S])(?![\s\S]*^\s*Include\s+\S*rules\/\*\.conf)[\s\S]*^\s*Include\b/m,
  },
  {
    path: /nginx\.conf$/,
    areas: WEB,
    found: /^\s*(?:location[^\n]*\{\s*)?(?:internal\s*;|disable_symlinks\b)/m,
  },
  { path: /nginx\.conf$/, areas: WEB, found: /\bif\s*\(\s*\$(?:request_method|args|is_args|query_string)\b/ },
  { path: /nginx\.conf$/, areas: WEB, found: /\blocation\s+~\*?\s+\^/ },
  {
    path: /nginx\.conf$/,
    areas: WEB,
    found: /\blocation\s[^{}]*\{\s*return\s+30[1278]\s+https?:\/\/(?![^;]*\$request_uri)/,
  },
  { path: /nginx\.conf$/, areas: WEB, found: /\blimit_conn\s+\w+\s+\d\s*;/ },
  { path: /nginx\.conf$/, areas: WEB, found: /\bdefault\s+\/srv\/site\/(?:cuts|pages)\// },
  { path: /nginx\.conf$/, areas: WEB, found: /\bssl_protocols\b[^;]*\bSSLv/ },
  {
    path: /nginx\.conf$/,
    areas: WEB,
    found: /\bssl_ciphers\b[^;]*(?<![!\w-])(?:NULL|eNULL|aNULL|EXP|EXPORT|SECLEVEL=0)\b/,
  },
  { path: /nginx\.conf$/, areas: WEB, found: /\btext\/plain\s[^;]*\bjson\b/ },
  { path: /nginx\.conf$/, areas: WEB, found: /\bmap\s+\$request_method\s+\$\w+\s*\{(?![^}]*\bGET\b)/ },
  { path: /\.html?$/, areas: ['frames'], found: /iframe\s*\{[^}]*display\s*:\s*none/i },
  { path: /\.html?$/, areas: ['frames'], found: /<iframe[^>]*\bsandbox\s*=\s*""/i },
];

/** Commands that no set-up of a firewall or of accounts that was read accounts for. */
const UNDOING = /\bnft\s+(?:flush|delete|destroy)\b|\biptables\b|\bchpasswd\b|\bpasswd\s+\w/;

/** Adds a gap for what may undo the facts that were read: a clause that rests on them is then undetermined. */
export function reportDoubts(stack: TerraformStack, sources: HostSources, gaps: Gaps): void {
  reportFiles(sources, gaps);
  reportCommands(stack, sources, gaps);
  reportAccess(sources, gaps);
  ofType(stack, 'docker_container').forEach(({ id, body }) => {
    CONTAINER_DOUBTS.filter(([, doubtful]) => doubtful(body)).forEach(([reason]) => {
      gaps.addAll(['containers', 'webServers', 'ingests', 'workers'], id, reason);
    });
  });
}

function reportFiles({ files }: HostSources, gaps: Gaps): void {
  for (const { path, content, resource } of files.values()) {
    if (isUnresolved(content)) continue;
    DOUBTS.filter((doubt) => doubt.path.test(path)).forEach(({ areas, found, absent }) => {
      const hit = found?.exec(content)?.[0];
      if (hit !== undefined) gaps.addAll(areas, resource, `${path}: ${hit.trim().slice(0, 80)}`);
      if (absent?.test(content) === false) gaps.addAll(areas, resource, `${path}: ${absent.source}`);
    });
  }
}

function reportCommands(
  { resources }: TerraformStack,
  { cloudInit, resource }: HostSources,
  gaps: Gaps,
): void {
  resources.forEach(({ id, body }) => {
    const [hit] = UNDOING.exec(JSON.stringify(body.provisioner ?? '')) ?? [];
    if (hit !== undefined) gaps.addAll(HOST, id, hit);
  });
  cloudInit?.commands.forEach((line) => {
    const [hit] = UNDOING.exec(line) ?? [];
    if (hit !== undefined) gaps.addAll(HOST, resource, hit);
  });
  if (at(cloudInit?.config, 'chpasswd') !== undefined) gaps.addAll(HOST, resource, 'chpasswd');
}

/** Who has a key and is on no list of sshd's can't log in. */
function reportAccess({ files }: HostSources, gaps: Gaps): void {
  const listed = [...files.values()].flatMap(({ path, content }) => {
    if (!path.startsWith('/etc/ssh/sshd_config') || isUnresolved(content)) return [];
    return [...content.matchAll(/^\s*AllowUsers\s+(.+)$/gim)].flatMap(([, names = '']) => names.split(/\s+/));
  });
  if (listed.length === 0) return;
  for (const { path, resource } of files.values()) {
    const [, name] = /^\/etc\/ssh\/authorized_keys\.d\/([^/]+)$/.exec(path) ?? [];
    if (name !== undefined && !listed.includes(name)) gaps.addAll(HOST, resource, `AllowUsers: ${name}`);
  }
}

type ContainerDoubt = readonly [reason: string, doubtful: (body: Record<string, unknown>) => boolean];

const CONTAINER_DOUBTS: readonly ContainerDoubt[] = [
  ['start', ({ start, must_run: runs }) => start === false || runs === false],
  ['entrypoint', ({ entrypoint }) => entrypoint !== undefined],
  ['upload', ({ upload }) => upload !== undefined],
  ['ports.ip', ({ ports }) => JSON.stringify(ports ?? []).includes('"ip":"127.')],
  ['pid_mode', ({ pid_mode: pid, ipc_mode: ipc }) => pid === 'host' || ipc === 'host'],
  ['security_opts', ({ security_opts: options }) => JSON.stringify(options ?? []).includes('unconfined')],
  ['devices', ({ devices }) => devices !== undefined],
  ['volumes', ({ volumes }) => /"host_path":"\/(?:var\/)?run\/?"/.test(JSON.stringify(volumes ?? []))],
  ['user', ({ user, read_only: fixed }) => /^(?:0|root)(?::|$)/.test(String(user)) && fixed === false],
  ['tmpfs', ({ tmpfs }) => /"\/srv(?:\/|")/.test(JSON.stringify(tmpfs ?? {}))],
];
