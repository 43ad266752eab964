import { serverParts } from '../../../constructs/server/stack/server-parts.js';
import { synthesizeServers } from '../../../constructs/server/stack/synthesize-servers.js';
import { collectTerraform, judge } from '../../../lib/compliance/index.js';
import type { HostedPlan } from '../../../lib/config/index.js';
import { framePlan, serverPlan, sftpPlan } from '../../support/server-plan.js';

const SERVER = serverPlan().server;
const GUARDED = serverPlan({ server: { ...SERVER, web: { ...SERVER.web, modSecurity: true } } });
const PLANS = { rsync: GUARDED, sftp: sftpPlan(), frame: framePlan() };
const STACKS = {
  rsync: synthesized(PLANS.rsync),
  sftp: synthesized(PLANS.sftp),
  frame: synthesized(PLANS.frame),
};
/** What a bare plan breaches by itself, as it asks for no alarm. */
const BREACHED = {
  rsync: breached(STACKS.rsync, PLANS.rsync),
  sftp: breached(STACKS.sftp, PLANS.sftp),
  frame: breached(STACKS.frame, PLANS.frame),
};
const LO = 'iif "lo" accept';
const DOT = 'location ~ /\\. { return 404; }';
const UNIT = 'RemainAfterExit=yes';

/** What is weakened: in every text of the stack, the first becomes the second. */
type Kind = keyof typeof STACKS;

const TEXTS: readonly (readonly [from: string, to: string, plan?: Kind])[] = [
  [LO, `${LO}\n    fib daddr type local accept`],
  [LO, `${LO}\n    ct state != invalid accept`],
  [LO, `${LO}\n    iifname "br-wan" accept`],
  ['tcp dport { 80, 443 } accept\n  }\n}\n', 'tcp dport { 80, 443 } accept\n  }\n}\nflush ruleset\n'],
  [
    'tcp dport { 80, 443 } accept\n  }\n}\n',
    'tcp dport { 80, 443 } accept\n  }\n}\ndelete table inet difusor\n',
  ],
  ['table inet difusor {', 'table ip difusor {'],
  ['table inet difusor {', 'table inet difusor {\n  flags dormant;'],
  [UNIT, `${UNIT}\nExecStartPost=/usr/sbin/nft flush ruleset`],
  ['[Service]', 'ConditionPathExists=/never\n[Service]'],
  ['AllowUsers difusor instituto', 'AllowUsers difusor'],
  ['KbdInteractiveAuthentication no', 'KbdInteractiveAuthentication yes'],
  ['PubkeyAuthentication yes', 'PubkeyAuthentication no'],
  ['instituto ALL=(ALL:ALL) NOPASSWD:ALL', 'instituto ALL=(ALL:ALL) NOPASSWD:ALL\ninstituto ALL=(ALL) !ALL'],
  ['ignoreip = 127.0.0.0/8', 'ignoreip = 0.0.0.0/0 127.0.0.0/8'],
  ['"live-restore": true', '"hosts": ["tcp://0.0.0.0:2375"]'],
  ['iburst', 'iburst offline'],
  ['iburst', 'noselect'],
  ['hosts deny = *', ''],
  ['hosts allow = ', 'hosts allow = * '],
  ['refuse options = ', 'comment = '],
  ['write only = yes', 'write only = no'],
  ['auth users = ople', 'auth users = *'],
  ['ChrootDirectory /srv', 'ChrootDirectory none', 'sftp'],
  ['ChrootDirectory /srv', 'ChrootDirectory /srv\nMatch User x\nForceCommand none', 'sftp'],
  [DOT, `if ($request_method = GET) { return 503; }\n    ${DOT}`],
  [DOT, `if ($args = "") { return 403; }\n    ${DOT}`],
  [DOT, `location ~ ^/actas/ { return 404; }\n    ${DOT}`],
  [DOT, `location ~ ^/actas/ { root /srv/logs; }\n    ${DOT}`],
  [DOT, `location /json/ { internal; }\n    ${DOT}`],
  [DOT, `location /json/ { return 302 https://other.example/; }\n    ${DOT}`],
  [DOT, `disable_symlinks on;\n    ${DOT}`],
  ['limit_conn connections 512', 'limit_conn connections 1'],
  ['default /site/nothing;', 'default /site/cuts/old;'],
  ['ssl_protocols TLSv1.2', 'ssl_protocols SSLv3 TLSv1.2'],
  ['ssl_ciphers ECDHE', 'ssl_ciphers NULL:EXP:ECDHE'],
  ['application/json json', 'text/plain json'],
  ['GET ""; HEAD ""; default 1; }', 'POST ""; default 1; }'],
  ['min-height:24rem;border:0}', 'min-height:24rem;border:0}iframe{display:none}', 'frame'],
];

const CONTAINERS: readonly (readonly [name: string, change: object])[] = [
  ['start', { start: false }],
  ['must_run', { must_run: false }],
  ['entrypoint', { entrypoint: ['sleep', 'infinity'] }],
  ['upload', { upload: [{ file: '/etc/prep/nginx.conf', content: '' }] }],
  ['ports', { ports: [{ internal: 443, external: 443, ip: '127.0.0.1' }] }],
  ['pid_mode', { pid_mode: 'host' }],
  ['security_opts', { security_opts: ['seccomp=unconfined'] }],
  ['devices', { devices: [{ host_path: '/dev/sda' }] }],
  ['user', { user: '0:0', read_only: false }],
  ['tmpfs', { tmpfs: { '/srv/packages': 'rw' } }],
];

describe('a weakened server', () => {
  test.each(Object.entries(STACKS))('has no doubt of what the constructs make: %s', (_, stacks) => {
    expect(collectTerraform(stacks).gaps).toEqual([]);
  });

  test.each(TEXTS.map(([from, to, plan = 'rsync']) => [from, to, plan] as const))(
    'leaves a gap, or has a clause fall, where %j is %j of %s',
    (from, to, plan) => {
      const changed = replaced(STACKS[plan], from, to);
      expect(JSON.stringify(changed)).not.toBe(JSON.stringify(STACKS[plan]));
      // Two deliveries that differ are a gap of their own, which proves nothing of what they say.
      const gaps = collectTerraform(changed).gaps.filter(({ reason }) => !reason.includes('≠'));
      const fallen = breached(changed, PLANS[plan]).filter((id) => !BREACHED[plan].includes(id));
      expect([...gaps, ...fallen]).not.toEqual([]);
    },
  );

  test.each(CONTAINERS)('leaves a gap where a container has another %s', (_, change) => {
    expect(collectTerraform(withResource('docker_container', 'web', change)).gaps).not.toEqual([]);
  });

  test.each([['local-exec'], ['remote-exec']])('leaves a gap where %s takes the firewall away', (kind) => {
    const provisioner = [{ [kind]: { command: 'nft flush ruleset', inline: ['nft flush ruleset'] } }];
    expect(collectTerraform(withResource('null_resource', 'more', { provisioner })).gaps).not.toEqual([]);
  });

  test.each([['- nft delete table inet difusor'], ['- echo root:x | chpasswd']])(
    'leaves a gap where the user data runs %s',
    (line) => {
      const changed = STACKS.rsync.map((stack) => ({
        ...stack,
        cloudInit: String(stack.cloudInit).replace('runcmd:\n', `runcmd:\n  ${line}\n`),
      }));
      expect(collectTerraform(changed).gaps).not.toEqual([]);
    },
  );
});

type Stack = Parameters<typeof collectTerraform>[0][number];

/** Clauses that stacks breach, whatever else can't be told of them. */
function breached(stacks: readonly Stack[], { convocatoria, delivery, site }: HostedPlan): readonly string[] {
  const facts = { ...collectTerraform(stacks), gaps: [] };
  const scope = { delivery };
  const verdicts = judge({
    convocatoria,
    facts,
    domain: site.domain,
    waivers: [],
    scope,
    today: '2024-06-01',
  });
  return verdicts.filter(({ status }) => status === 'breached').map(({ clause }) => clause.id);
}

function synthesized(plan: HostedPlan): readonly Stack[] {
  return JSON.parse(
    JSON.stringify(
      synthesizeServers(plan, { parts: serverParts(plan, { difusorYaml: 'institution: x\n' }) }),
    ),
  ) as Stack[];
}

/** The same change in the resources and, with its indent, in the user data. */
function replaced(stacks: readonly Stack[], from: string, to: string): readonly Stack[] {
  const escaped = (text: string): string => JSON.stringify(text).slice(1, -1);
  return stacks.map((stack) => ({
    ...stack,
    template: JSON.parse(JSON.stringify(stack.template).split(escaped(from)).join(escaped(to))) as unknown,
    cloudInit: indented(String(stack.cloudInit), from, to),
  }));
}

function indented(text: string, from: string, to: string): string {
  const lines = from.split('\n').map((line) => line.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return text.replace(
    new RegExp(`^([ ]*)(.*)${lines.join('\\n[ ]*')}`, 'gm'),
    (_, indent: string, before: string) =>
      `${indent}${before}${to.replace(/\n(?=.)/g, `\n${indent.slice(0, 6)}`)}`,
  );
}

function withResource(type: string, name: string, change: object): readonly Stack[] {
  return STACKS.rsync.map((stack) => {
    const template = structuredClone(stack.template) as {
      resource: Record<string, Record<string, object>>;
    };
    const group = (template.resource[type] ??= {});
    group[name] = { ...group[name], ...change };
    return { ...stack, template };
  });
}
