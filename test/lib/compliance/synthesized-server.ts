import { stringify } from 'yaml';
import { serverParts } from '../../../constructs/server/stack/server-parts.js';
import { synthesizeServers } from '../../../constructs/server/stack/synthesize-servers.js';
import { collectTerraform, judge, RULES, type TerraformTemplate } from '../../../lib/compliance/index.js';
import type { ExpectedSite } from '../../../lib/compliance/index.js';
import type { FactArea } from '../../../lib/compliance/facts.js';
import type { HostedPlan } from '../../../lib/config/index.js';
import { CHIAPAS, framePlan, serverPlan, sftpPlan, VERACRUZ } from '../../support/server-plan.js';
import { clause } from './call-builder.js';

const SERVER = serverPlan().server;
const CAREFUL = {
  alarms: { webhookFile: '/srv/prep/secrets/webhook' },
  server: { ...SERVER, web: { ...SERVER.web, modSecurity: true }, logs: { ...SERVER.logs, days: 90 } },
};

export const PLANS = {
  rsync: serverPlan(CAREFUL),
  sftp: sftpPlan({ ...CAREFUL, server: { ...sftpPlan().server, ...pick(CAREFUL.server) } }),
  frame: framePlan({ ...CAREFUL, server: { ...framePlan().server, ...pick(CAREFUL.server) } }),
};
export type Kind = keyof typeof PLANS;

function pick({ web, logs }: typeof CAREFUL.server) {
  return { web, logs };
}

const YAML = { rsync: stringify(VERACRUZ), sftp: stringify(CHIAPAS), frame: '' };

/** The toolkit's own stack of a plan, as plain JSON; each call gives a copy. */
export function stackOf(kind: Kind): Stack {
  return structuredClone(STACKS[kind]);
}

export interface Stack extends TerraformTemplate {
  readonly template: { resource: Record<string, Record<string, Body>> } & Record<string, unknown>;
  cloudInit: string;
}
export type Body = Record<string, unknown>;

const STACKS: Readonly<Record<Kind, Stack>> = {
  rsync: synthesized('rsync'),
  sftp: synthesized('sftp'),
  frame: synthesized('frame'),
};

function synthesized(kind: Kind): Stack {
  const plan: HostedPlan = PLANS[kind];
  const [stack] = synthesizeServers(plan, { parts: serverParts(plan, { difusorYaml: YAML[kind] }) });
  return JSON.parse(JSON.stringify(stack)) as Stack;
}

/** Rules of servers that a template can show. */
const RULED = RULES.filter(({ reads, id }) => !reads.includes('live') && id !== 'open-ports');

/** The status of every rule, each as a clause of its own in the plan's call. */
function statuses(kind: Kind, stack: Stack, expected?: ExpectedSite): Map<string, string> {
  const { convocatoria, delivery, site } = PLANS[kind];
  const clauses = [
    ...RULED.map(({ id }) => clause({ id, rule: id })),
    ...(['any', 'trusted'] as const).map((peers) =>
      clause({ id: `open-ports-${peers}`, rule: 'open-ports', params: { peers } }),
    ),
  ];
  const verdicts = judge({
    convocatoria: { ...convocatoria, clauses },
    facts: collectTerraform([stack]),
    domain: site.domain,
    waivers: [],
    scope: { delivery },
    today: '2024-06-01',
    ...(expected === undefined ? {} : { expected }),
  });
  return new Map(verdicts.map(({ clause: { id }, status }) => [id, status]));
}

/** What a stack as it stands meets. */
export function metBy(kind: Kind): readonly string[] {
  return (MET[kind] ??= met(kind));
}

const MET: Partial<Record<Kind, readonly string[]>> = {};

function met(kind: Kind): readonly string[] {
  return [...statuses(kind, stackOf(kind))].filter(([, status]) => status === 'met').map(([id]) => id);
}

/** What has been met and no longer is, each with its status now. */
export function fallen(kind: Kind, stack: Stack, expected?: ExpectedSite): string[] {
  const now = statuses(kind, stack, expected);
  return metBy(kind)
    .filter((id) => now.get(id) !== 'met')
    .map((id) => `${id} ${now.get(id) ?? ''}`)
    .sort();
}

/** The clauses of a stack that rest on any of these areas. */
export function restingOn(kind: Kind, areas: readonly FactArea[]): string[] {
  return metBy(kind).filter((id) => {
    const rule = RULES.find((candidate) => candidate.id === id.replace(/^open-ports-.*/, 'open-ports'));
    return rule?.reads.some((area) => areas.includes(area));
  });
}
