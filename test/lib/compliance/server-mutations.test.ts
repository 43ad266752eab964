import { collectTerraform, judge, RULES, type TerraformTemplate } from '../../../lib/compliance/index.js';
import { listConvocatorias, loadConvocatoria } from '../../../lib/convocatorias/index.js';
import { call, clause } from './call-builder.js';
import { IN_NGINX, IN_USER_DATA } from './server-weakenings.js';
import { inboxSettings, wholeServer } from './whole-server.js';

const HEADER = {
  path: '/json/main.json',
  name: 'Cache-Control',
  value: 'no-cache, no-store, must-revalidate',
  clause: 'I',
};
const PORT = { protocol: 'tcp', direction: 'in', clause: 'I' } as const;
/** Rules of the calls that a server can meet, but the page with a frame, which is another site. */
const NAMED = new Set(
  listConvocatorias()
    .filter((id) => id !== 'bcs-2024')
    .flatMap((id) =>
      loadConvocatoria(id).clauses.flatMap(({ kind, rule }) => (kind === 'live' ? [] : (rule ?? []))),
    ),
);
const RULED = RULES.map(({ id }) => id).filter((id) => NAMED.has(id) && id !== 'frame-page');
const CALL = call({
  headers: [HEADER],
  ports: [
    { ...PORT, port: 80, peers: 'any' },
    { ...PORT, port: 443, peers: 'any' },
    { ...PORT, port: 22, peers: 'trusted' },
    { ...PORT, port: 873, peers: 'trusted' },
  ],
  server: {
    operatingSystems: { names: ['Linux'], clause: 'I' },
    webServers: { names: ['Apache', 'nginx'], clause: 'I' },
  },
  clauses: RULED.filter((id) => id !== 'open-ports')
    .map((id) =>
      id === 'high-availability'
        ? clause({ id, rule: id, obligation: 'preferred' })
        : clause({ id, rule: id }),
    )
    .concat(
      (['any', 'trusted'] as const).map((peers) =>
        clause({ id: `open-ports-${peers}`, rule: 'open-ports', params: { peers } }),
      ),
    ),
});

const WEB = 'terraform_data.web.input.files./srv/prep/etc/web/nginx.conf';
const SYSTEM = 'hcloud_server.host.image';
const PUBLISHER = 'docker_container.publisher';
const LABEL = `${PUBLISHER}.labels.0.value`;
const settingsWith = (overrides: Parameters<typeof inboxSettings>[0]): string =>
  JSON.stringify(inboxSettings(overrides));
const TREE = {
  kind: 'inbox',
  path: '/srv/inbox',
  form: 'tree',
  complete: { when: 'marker', marker: 'x' },
} as const;

/** Weakened resources: the path in the stack, its new value (`undefined` takes it away), and what must notice. */
const IN_RESOURCES: readonly (readonly [path: string, value: unknown, broken: readonly string[]])[] = [
  [SYSTEM, 'FreeBSD 14.1', ['operating-system']],
  [SYSTEM, 'Ubuntu 23.10', ['operating-system']],
  [
    'terraform_data.web.input.files./srv/prep/etc/web/modsecurity.conf',
    'SecRuleEngine DetectionOnly',
    ['web-firewall'],
  ],
  [
    'terraform_data.ingest.input.files./srv/prep/etc/ingest/sshd_config',
    'Port 22\nChrootDirectory /srv/inbox\nPasswordAuthentication no\nKbdInteractiveAuthentication no',
    ['sftp-service'],
  ],
  [
    'terraform_data.logs.input.files./etc/logrotate.d/prep',
    '/srv/prep/logs/*.log {\n daily\n rotate 7\n}',
    ['access-logs'],
  ],
  [
    `${PUBLISHER}.volumes.1.host_path`,
    'volume',
    ['latest-cut', 'opening-gate', 'results-kept', 'take-down-notice'],
  ],
  [`${PUBLISHER}.volumes.2`, undefined, ['package-archive']],
  [`${PUBLISHER}.volumes.2.host_path`, 'volume', ['package-archive']],
  [`${PUBLISHER}.restart`, 'no', ['latest-cut']],
  [LABEL, settingsWith({ takeDownMinutes: 90 }), ['take-down-notice']],
  [LABEL, settingsWith({ convocatoria: 'otra-2030' }), ['opening-gate']],
  [LABEL, settingsWith({ source: TREE }), ['package-verification']],
  ['docker_container.web.volumes.1.read_only', false, ['site-writers']],
  ['docker_container.ingest.volumes.1.host_path', '/srv/prep', ['package-archive', 'site-writers']],
  ['docker_container.ingest.volumes.1.read_only', true, ['institute-access']],
  ['docker_container.web.privileged', true, ['logical-access-control']],
  ['docker_container.web.network_mode', 'host', ['logical-access-control']],
  [
    'docker_container.web.capabilities',
    [{ drop: ['ALL'], add: ['CAP_SYS_ADMIN'] }],
    ['logical-access-control'],
  ],
  [
    'docker_container.web.volumes.3',
    { host_path: '/var/run/docker.sock', container_path: '/x', read_only: true },
    ['logical-access-control'],
  ],
  ['docker_container.ingest', undefined, ['delivery-method', 'institute-access', 'sftp-service']],
  [
    PUBLISHER,
    undefined,
    [
      'latest-cut',
      'opening-gate',
      'package-archive',
      'package-verification',
      'results-kept',
      'site-writers',
      'take-down-notice',
    ],
  ],
  [
    'docker_container.web',
    undefined,
    [
      'access-logs',
      'ddos-limits',
      'latest-cut',
      'opening-gate',
      'path-header',
      'public-access',
      'public-address-name',
      'results-kept',
      'take-down-notice',
      'unaltered-content',
      'web-firewall',
      'web-server-software',
    ],
  ],
];

/** What can't be known is undetermined, never met. */
const UNREAD: readonly (readonly [path: string, value: unknown, open: readonly string[]])[] = [
  [SYSTEM, '${var.system}', ['operating-system']],
  [SYSTEM, undefined, ['operating-system']],
  [LABEL, '${data.x.y.z}', ['opening-gate', 'package-verification', 'take-down-notice']],
  [
    WEB,
    '${file("nginx.conf")}',
    [
      'access-logs',
      'ddos-limits',
      'delivery-method',
      'high-availability',
      'latest-cut',
      'opening-gate',
      'package-archive',
      'path-header',
      'public-access',
      'public-address-name',
      'results-kept',
      'site-writers',
      'take-down-alarm',
      'take-down-notice',
      'unaltered-content',
      'web-firewall',
      'web-server-software',
    ],
  ],
];

describe('a whole server', () => {
  test('meets every rule as it stands, but for a second server, which is only preferred', () => {
    expect(verdicts(wholeServer()).filter(([, status]) => status !== 'met')).toEqual([
      ['high-availability', 'not-applicable'],
    ]);
  });

  test('with a second one also meets what is preferred', () => {
    const [one] = wholeServer();
    const other = structuredClone({ ...one!, name: 'dos' });
    put(other.template, 'provider.docker.0.host', 'ssh://guardia@198.51.100.11');
    expect(open([one!, other])).toEqual([]);
    expect(verdicts([one!, other])).toContainEqual(['high-availability', 'met']);
  });

  test.each(IN_USER_DATA)('with %s in its user data breaches its own clauses only', (_, from, to, broken) => {
    const [server] = wholeServer();
    const cloudInit = replaced(server!.cloudInit ?? '', from, to);
    expect(open([{ ...server!, cloudInit }])).toEqual(broken.map((id) => `${id} breached`));
  });

  test.each(IN_NGINX)('with %s in its web server breaches its own clauses only', (_, from, to, broken) => {
    const [server] = wholeServer();
    const files = read(server!.template, WEB.split('.').slice(0, 4)) as Record<string, string>;
    const path = '/srv/prep/etc/web/nginx.conf';
    files[path] = replaced(files[path] ?? '', from, to);
    expect(open([server!])).toEqual(broken.map((id) => `${id} breached`));
  });

  test.each(IN_RESOURCES)('with %s as %j breaches its own clauses only', (path, value, broken) => {
    const [server] = wholeServer();
    put(server!.template, `resource.${path}`, value);
    expect(open([server!])).toEqual(broken.map((id) => `${id} breached`));
  });

  test.each(UNREAD)('is undetermined, never met, where %s is %j', (path, value, undetermined) => {
    const [server] = wholeServer();
    put(server!.template, `resource.${path}`, value);
    expect(open([server!]).filter((line) => line.endsWith('undetermined'))).toEqual(
      undetermined.map((id) => `${id} undetermined`),
    );
  });

  test('has a mutation for every rule', () => {
    const noticed = [...IN_USER_DATA, ...IN_NGINX].flatMap(([, , , broken]) => broken);
    const all = new Set([...noticed, ...IN_RESOURCES.flatMap(([, , broken]) => broken)]);
    const missing = CALL.clauses.map(({ id }) => id).filter((id) => !all.has(id));
    expect(missing).toEqual(['high-availability']);
  });
});

function verdicts(stacks: readonly TerraformTemplate[]): [string, string][] {
  const facts = collectTerraform(stacks);
  const input = { convocatoria: CALL, facts, domain: 'prep.example.org', waivers: [], today: '2030-06-01' };
  return judge({ ...input, scope: { delivery: 'pull' } }).map(({ clause: { id }, status }) => [id, status]);
}

function open(stacks: readonly TerraformTemplate[]): string[] {
  return verdicts(stacks)
    .filter(([, status]) => status !== 'met' && status !== 'not-applicable')
    .map((line) => line.join(' '))
    .sort();
}

function replaced(text: string, from: string | RegExp, to: string): string {
  const changed = text.replace(from, () => to);
  expect(changed).not.toBe(text);
  return changed;
}

/** Splits a dotted path, in which the path of a file is one key. */
function keysOf(path: string): string[] {
  const [dotted = '', file] = path.split(/\.(?=\/)/);
  return [...dotted.split('.'), ...(file === undefined ? [] : [file])];
}

function read(target: unknown, keys: readonly string[]): unknown {
  return ['resource', ...keys].reduce((value, key) => (value as Record<string, unknown>)[key], target);
}

function put(target: unknown, path: string, value: unknown): void {
  const keys = keysOf(path);
  const last = keys.pop() ?? '';
  const holder = keys.reduce((inner, key) => (inner as Record<string, unknown>)[key], target);
  if (value !== undefined) (holder as Record<string, unknown>)[last] = value;
  else if (Array.isArray(holder)) holder.splice(Number(last), 1);
  else delete (holder as Record<string, unknown>)[last];
}
