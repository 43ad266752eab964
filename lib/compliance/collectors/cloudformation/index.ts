import type { Facts } from '../../facts.js';
import { collectAlarms } from './alarms.js';
import { readAssembly, type CloudFormationTemplate } from './assembly.js';
import { collectBuckets } from './buckets.js';
import { collectCertificates } from './certificates.js';
import { collectDistributions } from './distributions.js';
import { collectFirewalls } from './firewalls.js';
import { collectFrames } from './frames.js';
import { collectLiteralSecrets } from './literal-secrets.js';
import { collectSchedules } from './schedules.js';
import { collectSecrets } from './secrets.js';
import { collectShield } from './shield.js';
import { collectWorkers } from './workers.js';

export type { CloudFormationTemplate } from './assembly.js';

/**
 * Reads what a set of CloudFormation stacks is, following references across them; nobody's constructs are assumed.
 * @throws TEMPLATE_UNREADABLE where one is no CloudFormation template, or two share a name
 */
export function collectCloudFormation(templates: readonly CloudFormationTemplate[]): Facts {
  const assembly = readAssembly(templates);
  const facts = {
    buckets: collectBuckets(assembly),
    distributions: collectDistributions(assembly),
    firewalls: collectFirewalls(assembly),
    shield: collectShield(assembly),
    certificates: collectCertificates(assembly),
    workers: collectWorkers(assembly),
    schedules: collectSchedules(assembly),
    secrets: collectSecrets(assembly),
    alarms: collectAlarms(assembly),
    literalSecrets: collectLiteralSecrets(assembly),
    hosts: [],
    webServers: [],
    ingests: [],
    containers: [],
    frames: collectFrames(assembly),
  };
  // Last: the gaps are what the others met while reading.
  return { ...facts, gaps: assembly.gaps };
}
