import { isDeepStrictEqual } from 'node:util';
import { parse } from 'yaml';
import type { WorkerSettings } from '../worker-settings.js';
import { isUnresolved, type Facts, type FrameFact, type HostFact, type WorkerFact } from './facts.js';
import { undetermined, type Evidence, type Finding, type Rule } from './rule.js';

/** What the difusor's own configuration says of its site; what is absent is not compared. */
export interface ExpectedSite {
  /** Address of the official site that a frame shows. */
  readonly officialSite?: string;
  /** Accounts of the hosts. */
  readonly accounts?: readonly string[];
  readonly ntpServers?: readonly string[];
  /** Networks, in CIDR form, that reach what not everybody reaches. */
  readonly networks?: readonly string[];
  readonly worker?: WorkerSettings;
  /** difusor.yaml as the worker gets it, parsed. */
  readonly configuration?: unknown;
}

/** What a stack says otherwise than the configuration from which it came is nobody's word: it is never met. */
export function withExpected(
  finding: Finding,
  rule: Pick<Rule, 'id' | 'reads'>,
  facts: Facts,
  expected: ExpectedSite | undefined,
): Finding {
  if (expected === undefined || finding.outcome !== 'met') return finding;
  const unexpected = COMPARISONS.filter(({ touches }) => touches(rule)).flatMap(({ compare }) =>
    compare(facts, expected),
  );
  return unexpected.length === 0 ? finding : undetermined(...unexpected, ...finding.evidence);
}

interface Comparison {
  readonly touches: (rule: Pick<Rule, 'id' | 'reads'>) => boolean;
  readonly compare: (facts: Facts, expected: ExpectedSite) => Evidence[];
}

const rules =
  (...ids: readonly string[]): Comparison['touches'] =>
  ({ id }) =>
    ids.includes(id);

const COMPARISONS: readonly Comparison[] = [
  {
    touches: rules('frame-page', 'delivery-method'),
    compare: ({ frames }, { officialSite }) =>
      officialSite === undefined ? [] : frames.flatMap((frame) => otherSite(frame, officialSite)),
  },
  {
    touches: rules('logical-access-control'),
    compare: ({ hosts }, { accounts }) => hosts.flatMap((host) => beyond(host, namesOf(host), accounts)),
  },
  {
    touches: rules('root-user', 'ssh-access'),
    compare: ({ hosts }, { accounts }) =>
      hosts.flatMap((host) => beyond(host, accounts ?? [], accounts && namesOf(host))),
  },
  {
    touches: rules('ntp-client'),
    compare: ({ hosts }, { ntpServers }) =>
      hosts.flatMap((host) => beyond(host, serversOf(host), ntpServers)),
  },
  {
    touches: rules('open-ports'),
    compare: ({ hosts }, { networks }) => hosts.flatMap((host) => beyond(host, networksOf(host), networks)),
  },
  {
    touches: ({ reads }) => reads.includes('workers'),
    compare: ({ workers }, expected) => workers.flatMap((worker) => otherSettings(worker, expected)),
  },
];

function told(reason: string, resource: string): Evidence {
  return { text: 'rule.gap', params: { reason }, resource };
}

/** What stands in one list, and not in what is known. */
function beyond(
  { resource }: HostFact,
  found: readonly string[],
  known: readonly string[] | undefined,
): Evidence[] {
  if (known === undefined) return [];
  return [...new Set(found)].filter((name) => !known.includes(name)).map((name) => told(name, resource));
}

function otherSite({ source, link, resource }: FrameFact, official: string): Evidence[] {
  return [source, link].flatMap((address) =>
    typeof address === 'string' && !sameAddress(address, official) ? [told(address, resource)] : [],
  );
}

function sameAddress(one: string, other: string): boolean {
  return URL.canParse(one) && URL.canParse(other) && new URL(one).href === new URL(other).href;
}

function namesOf({ users }: HostFact): string[] {
  return users.flatMap(({ name }) => (isUnresolved(name) ? [] : [name]));
}

function serversOf({ ntp }: HostFact): readonly string[] {
  return ntp === undefined || isUnresolved(ntp.servers) ? [] : ntp.servers;
}

function networksOf({ perimeter }: HostFact): string[] {
  return (perimeter?.opens ?? []).flatMap(({ peers }) =>
    isUnresolved(peers) || peers === 'any' ? [] : [...peers],
  );
}

function otherSettings(
  { settings, configuration, resource }: WorkerFact,
  expected: ExpectedSite,
): Evidence[] {
  const { worker } = expected;
  const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value)) as unknown;
  return [
    ...(worker !== undefined &&
    settings !== undefined &&
    !isUnresolved(settings) &&
    !isDeepStrictEqual(plain(settings), plain(worker))
      ? [told('settings', resource)]
      : []),
    ...(expected.configuration !== undefined &&
    typeof configuration === 'string' &&
    !isDeepStrictEqual(parsed(configuration), withPlace(expected.configuration, configuration))
      ? [told('difusor.yaml', resource)]
      : []),
  ];
}

/** A call of one's own lies beside the file, wherever it came from. */
const OWN_CALL = './convocatoria';

function withPlace(expected: unknown, text: string): unknown {
  const found = parsed(text);
  const moved =
    typeof found === 'object' && found !== null && 'convocatoria' in found && found.convocatoria === OWN_CALL;
  const own =
    typeof expected === 'object' && expected !== null && 'convocatoria' in expected
      ? expected.convocatoria
      : '';
  // A built-in call is named by its id, which is no path.
  return moved && String(own).includes('/') ? { ...(expected as object), convocatoria: OWN_CALL } : expected;
}

function parsed(text: string): unknown {
  try {
    return parse(text, { maxAliasCount: 20 }) as unknown;
  } catch {
    return undefined;
  }
}
