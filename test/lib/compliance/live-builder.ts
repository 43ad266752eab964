import type {
  LiveFacts,
  LiveHostFact,
  Measured,
  PortSeen,
  TransferFact,
} from '../../../lib/compliance/index.js';

export const AT = '2030-05-19T16:00:00.000Z';

/** Something that was measured at {@link AT}. */
export function seen<T>(value: T, at = AT): Measured<T> {
  return { at, value };
}

/** Something that could not be measured. */
export function unseen(
  why: 'notAsked' | 'refused' | 'untold' | 'nothingThere' = 'refused',
  at = AT,
): Measured<never> {
  return { at, why, detail: '—' };
}

export function transfer(median: number): Measured<TransferFact> {
  return seen({ by: 'host', megabytes: 100, runs: [median, median, median], median });
}

export function port(
  vantage: PortSeen['vantage'],
  number: number,
  state: PortSeen['state'],
  at = AT,
): PortSeen {
  return { vantage, port: number, at, state };
}

/** A host that meets every call; a test replaces what it weakens. */
export function liveHost(overrides: Partial<LiveHostFact> = {}): LiveHostFact {
  return {
    name: 'uno',
    address: '198.51.100.10',
    cores: seen(8),
    processorSpeed: seen({ gigahertz: 2.4, from: 'name' }),
    memory: seen(16_700_000_000),
    disks: seen([{ name: 'nvme0n1', bytes: 200e9, solidState: true }]),
    free: seen(150e9),
    system: seen({ name: 'Ubuntu', version: '24.04' }),
    docker: seen({ version: '27.1.0', liveRestore: true, startsWithHost: true }),
    time: seen({ client: 'chrony', synchronized: true, offset: 0.12 }),
    timeFromHere: seen({ offset: 3, error: 20 }),
    root: seen({ user: 'instituto', rights: 'full' }),
    link: seen(1000),
    packages: seen({ count: 3, largest: 3_000_000 }),
    official: seen(200),
    upload: transfer(90),
    download: transfer(80),
    ports: [
      ...[80, 443].map((number) => port('untrusted', number, 'open')),
      ...[22, 873].map((number) => port('untrusted', number, 'silent')),
      ...[22, 80, 443, 873].map((number) => port('trusted', number, 'open')),
    ],
    web: {
      tls: seen({ validTo: '2030-08-01T00:00:00.000Z', protocol: 'TLSv1.3', old: false }),
      home: seen({ status: 200 }),
      headers: [
        {
          path: '/json/main.json',
          name: 'Cache-Control',
          fresh: seen({ status: 200, values: ['no-store'] }),
          revalidated: seen({ status: 304, values: ['no-store'] }),
        },
      ],
    },
    addresses: seen(['189.203.1.10']),
    ...overrides,
  };
}

export function liveFacts(host: Partial<LiveHostFact> = {}, overrides: Partial<LiveFacts> = {}): LiveFacts {
  return {
    hosts: [liveHost(host)],
    domain: seen(['189.203.1.10']),
    framing: seen({ allowed: true }),
    expectedCuts: 97,
    ...overrides,
  };
}

/** The facts as somebody leaves them who asked neither for the official site nor for the length of the night. */
export function unaskedFacts(): LiveFacts {
  const live = { ...liveFacts() };
  const host = { ...liveHost() };
  delete live.framing;
  delete live.expectedCuts;
  delete host.official;
  return { ...live, hosts: [host] };
}
