import { DifusorError } from '../../../errors.js';
import type { Facts } from '../../facts.js';
import { collectHostAlarms } from './alarms.js';
import { readContainers } from './containers.js';
import { collectFrames } from './frames.js';
import { Gaps } from './gaps.js';
import { collectHost, readSources } from './host/index.js';
import { collectIngests } from './ingests.js';
import { collectLiteralSecrets } from './literal-secrets.js';
import { reportUnknown } from './known/report-unknown.js';
import { readStack, type TerraformStack, type TerraformTemplate } from './stack.js';
import { collectWebServers } from './web-servers.js';
import { collectContainerWorkers } from './workers.js';

export type { TerraformTemplate } from './stack.js';

type HostedFacts = Pick<
  Facts,
  'hosts' | 'webServers' | 'ingests' | 'containers' | 'workers' | 'alarms' | 'frames' | 'literalSecrets'
>;

/**
 * Reads what a set of Terraform stacks, one for each host, makes of its hosts; nobody's constructs are assumed. Files
 * are read from `input.files` of `terraform_data`, from provisioners of kind `file` and from the host's user data.
 * @throws TEMPLATE_UNREADABLE where one is no Terraform configuration, or two share a name
 */
export function collectTerraform(templates: readonly TerraformTemplate[]): Facts {
  const gaps = new Gaps();
  const names = templates.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined)
    throw new DifusorError('TEMPLATE_UNREADABLE', { path: twice, reason: `${twice} ×2` });
  const stacks = templates.map((template) => collectStack(readStack(template, gaps), gaps));
  return {
    buckets: [],
    distributions: [],
    firewalls: [],
    shield: { stated: [], protections: [] },
    certificates: [],
    schedules: [],
    secrets: [],
    hosts: stacks.flatMap(({ hosts }) => hosts),
    webServers: stacks.flatMap(({ webServers }) => webServers),
    ingests: stacks.flatMap(({ ingests }) => ingests),
    containers: stacks.flatMap(({ containers }) => containers),
    workers: stacks.flatMap(({ workers }) => workers),
    alarms: stacks.flatMap(({ alarms }) => alarms),
    frames: stacks.flatMap(({ frames }) => frames),
    literalSecrets: stacks.flatMap(({ literalSecrets }) => literalSecrets),
    // Last: the gaps are what the others met while reading.
    gaps: gaps.list(),
  };
}

function collectStack(stack: TerraformStack, gaps: Gaps): HostedFacts {
  const sources = readSources(stack, gaps);
  const containers = readContainers(stack, gaps);
  const webServers = collectWebServers(stack, sources, containers, gaps);
  const hosts = collectHost(stack, sources, gaps);
  const ingests = collectIngests(containers, sources.files, gaps);
  const workers = collectContainerWorkers(containers, sources.files);
  reportUnknown({ stack, sources, containers, hosts, webServers, ingests, workers }, gaps);
  return {
    hosts,
    webServers,
    ingests,
    containers: containers.map(({ fact }) => fact),
    workers,
    alarms: collectHostAlarms(sources),
    frames: collectFrames(stack.name, sources.files, webServers, gaps),
    literalSecrets: collectLiteralSecrets(stack, sources),
  };
}
