import { memberAt } from '../member-at.js';
import type { Fault, FaultId } from '../fault.js';
import { targetOf, type Target } from '../target.js';
import type { Check } from './check.js';

interface Refusal {
  readonly when: (target: Target) => boolean;
  readonly id: FaultId;
  /** Dotted. */
  readonly keys: readonly string[];
}

const REFUSALS: readonly Refusal[] = [
  {
    when: ({ hosted }) => hosted,
    id: 'problem.key-of-aws',
    keys: [
      'certificate',
      'region',
      'account',
      'edgeCache',
      'waf',
      'shield',
      'network',
      'archive.objectLockDays',
      'alarms.email',
    ],
  },
  { when: ({ hosted }) => !hosted, id: 'problem.key-of-servers', keys: ['alarms.webhookFile'] },
  {
    when: ({ framed }) => framed,
    id: 'problem.key-of-packages',
    keys: [
      'source',
      'package',
      'stable',
      'retention',
      'publicUrl',
      'cadenceMinutes',
      'takeDownMinutes',
      'server.ingest',
    ],
  },
  {
    when: ({ hosted, framed }) => !hosted && framed,
    id: 'problem.key-of-packages',
    keys: ['network', 'archive.objectLockDays'],
  },
];

/** Which keys a file may have is decided by where the site stands and by how the results come. */
export const targetKeyFaults: Check = ({ config, given = config }) => {
  const target = targetOf(given);
  const refused = REFUSALS.filter(({ when }) => when(target)).flatMap(({ id, keys }) =>
    keys.flatMap((name): Fault[] => {
      const path = name.split('.');
      return memberAt(given, path) === undefined
        ? []
        : [{ id, path, params: { name, last: path.at(-1) ?? name }, at: 'key' }];
    }),
  );
  return [...refused, ...missingFaults(given, target)];
};

/** What AWS needs, and whoever gets no packages into an inbox. */
function missingFaults(given: object, { hosted, framed }: Target): Fault[] {
  const pushed = hosted && ingestOf(memberAt(given, ['server'])) !== undefined;
  const needed = [...(hosted ? [] : ['certificate']), ...(framed || pushed ? [] : ['source'])];
  return needed
    .filter((name) => memberAt(given, [name]) === undefined)
    .map((name) => ({ id: 'problem.missing-key', path: [name], params: { name, expected: 'object' } }));
}

/** The ingest; of something else than a mapping nobody knows whether it would have one. */
function ingestOf(server: unknown): unknown {
  const isMapping = typeof server === 'object' && server !== null && !Array.isArray(server);
  return isMapping ? memberAt(server, ['ingest']) : null;
}
