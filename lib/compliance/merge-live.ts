import type {
  LiveFacts,
  LiveFrontFact,
  LiveHeaderFact,
  LiveHostFact,
  LiveWebFact,
  Measured,
  PortSeen,
} from './live-facts.js';

/**
 * The facts of two looks at the same system: of each thing what was measured last, and what was seen from either side of
 * the firewall. Hosts go by their name.
 */
export function mergeLive(first: LiveFacts, second: LiveFacts): LiveFacts {
  const framing = mergeOptional(first.framing, second.framing);
  const fronts = mergeFronts(first.fronts, second.fronts);
  const official = second.official ?? first.official;
  const expectedCuts = second.expectedCuts ?? first.expectedCuts;
  return {
    hosts: mergeBy(first.hosts, second.hosts, ({ name }) => name, mergeHosts),
    domain: better(first.domain, second.domain),
    ...(fronts === undefined ? {} : { fronts }),
    ...(official === undefined ? {} : { official }),
    ...(framing === undefined ? {} : { framing }),
    ...(expectedCuts === undefined ? {} : { expectedCuts }),
  };
}

function mergeHosts(a: LiveHostFact, b: LiveHostFact): LiveHostFact {
  const official = mergeOptional(a.official, b.official);
  return {
    name: b.name,
    address: b.address,
    cores: better(a.cores, b.cores),
    processorSpeed: better(a.processorSpeed, b.processorSpeed),
    memory: better(a.memory, b.memory),
    disks: better(a.disks, b.disks),
    free: better(a.free, b.free),
    system: better(a.system, b.system),
    docker: better(a.docker, b.docker),
    time: better(a.time, b.time),
    timeFromHere: better(a.timeFromHere, b.timeFromHere),
    root: better(a.root, b.root),
    link: better(a.link, b.link),
    packages: better(a.packages, b.packages),
    ...(official === undefined ? {} : { official }),
    upload: better(a.upload, b.upload),
    download: better(a.download, b.download),
    ports: mergeBy(a.ports, b.ports, ({ vantage, port }) => `${vantage} ${port}`, laterOf<PortSeen>),
    web: mergeWebs(a.web, b.web),
    addresses: better(a.addresses, b.addresses),
  };
}

/** Where a name leads is what the last look says; of an address that both saw, what either measured. */
function mergeFronts(a: LiveFacts['fronts'], b: LiveFacts['fronts']): LiveFacts['fronts'] {
  const last = mergeOptional(a, b);
  if (last === undefined || !('value' in last)) return last;
  const known = [a, b].flatMap((fronts) =>
    fronts !== undefined && fronts !== last && 'value' in fronts ? fronts.value : [],
  );
  const value = last.value.map((front) => {
    const same = known.find(({ address }) => address === front.address);
    return same === undefined ? front : mergeFront(same, front);
  });
  return { ...last, value };
}

function mergeFront(a: LiveFrontFact, b: LiveFrontFact): LiveFrontFact {
  const https = better(a.https, b.https);
  const web = https === a.https ? a.web : b.web;
  return { address: b.address, https, ...(web === undefined ? {} : { web }) };
}

function mergeWebs(a: LiveWebFact, b: LiveWebFact): LiveWebFact {
  const redirect = mergeOptional(a.redirect, b.redirect);
  const missing = mergeOptional(a.missing, b.missing);
  const page = mergeOptional(a.page, b.page);
  return {
    tls: better(a.tls, b.tls),
    home: better(a.home, b.home),
    headers: mergeBy(a.headers, b.headers, ({ path, name }) => `${path} ${name}`, mergeHeaders),
    ...(redirect === undefined ? {} : { redirect }),
    ...(missing === undefined ? {} : { missing }),
    ...(page === undefined ? {} : { page }),
  };
}

function mergeHeaders(a: LiveHeaderFact, b: LiveHeaderFact): LiveHeaderFact {
  const { path, name } = b;
  return { path, name, fresh: better(a.fresh, b.fresh), revalidated: better(a.revalidated, b.revalidated) };
}

/** A measurement counts more than none; of two the later. */
function better<T>(a: Measured<T>, b: Measured<T>): Measured<T> {
  if ('value' in a !== 'value' in b) return 'value' in a ? a : b;
  return laterOf(a, b);
}

function mergeOptional<T>(a: Measured<T> | undefined, b: Measured<T> | undefined): Measured<T> | undefined {
  return a === undefined || b === undefined ? (a ?? b) : better(a, b);
}

function laterOf<T extends { readonly at: string }>(a: T, b: T): T {
  return Date.parse(a.at) > Date.parse(b.at) ? a : b;
}

function mergeBy<T>(
  first: readonly T[],
  second: readonly T[],
  key: (item: T) => string,
  merge: (a: T, b: T) => T,
) {
  const merged = new Map(first.map((item) => [key(item), item]));
  for (const item of second) {
    const known = merged.get(key(item));
    merged.set(key(item), known === undefined ? item : merge(known, item));
  }
  return [...merged.values()];
}
