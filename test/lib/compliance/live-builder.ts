import type {
  LiveFacts,
  LiveFrontFact,
  LiveHostFact,
  LivePageFact,
  LiveWebFact,
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

export const OFFICIAL = 'https://prep.example.net/';

/** A home page that frames the official site as it should. */
export function livePage(overrides: Partial<LivePageFact> = {}): LivePageFact {
  return {
    source: OFFICIAL,
    sandbox: 'allow-scripts',
    title: 'PREP',
    link: OFFICIAL,
    frameSources: ['https://prep.example.net'],
    ...overrides,
  };
}

/** A site that is served as every call asks. */
export function liveWeb(overrides: Partial<LiveWebFact> = {}): LiveWebFact {
  return {
    tls: seen({ validTo: '2030-08-01T00:00:00.000Z', protocol: 'TLSv1.3', old: false }),
    home: seen({ status: 200, server: 'nginx' }),
    headers: [
      {
        path: '/json/main.json',
        name: 'Cache-Control',
        fresh: seen({ status: 200, values: ['no-store'] }),
        revalidated: seen({ status: 304, values: ['no-store'] }),
      },
    ],
    redirect: seen({ status: 301, location: 'https://prep.example.org/' }),
    missing: seen(404),
    page: seen(livePage()),
    ...overrides,
  };
}

/** An address of the site's name that answers as it should. */
export function liveFront(address: string, web: Partial<LiveWebFact> = {}): LiveFrontFact {
  return { address, https: seen('open'), web: liveWeb(web) };
}

/** A site on AWS: no host, and addresses of its name. */
export function awsFacts(
  fronts: readonly LiveFrontFact[] = [liveFront('198.51.100.30'), liveFront('2001:db8:30::1')],
): LiveFacts {
  return { ...liveFacts({}, { fronts: seen(fronts) }), hosts: [] };
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
    web: liveWeb(),
    addresses: seen(['189.203.1.10']),
    ...overrides,
  };
}

export function liveFacts(host: Partial<LiveHostFact> = {}, overrides: Partial<LiveFacts> = {}): LiveFacts {
  return {
    hosts: [liveHost(host)],
    domain: seen(['189.203.1.10']),
    fronts: seen([]),
    official: OFFICIAL,
    framing: seen({ allowed: true }),
    expectedCuts: 97,
    ...overrides,
  };
}

/** The facts as an older audit left them, or somebody who asked neither for the official site nor for the night's length. */
export function unaskedFacts(): LiveFacts {
  const live = { ...liveFacts() };
  const { tls, home, headers } = liveWeb();
  const host = { ...liveHost({ web: { tls, home, headers } }) };
  delete live.framing;
  delete live.fronts;
  delete live.official;
  delete live.expectedCuts;
  delete host.official;
  return { ...live, hosts: [host] };
}
