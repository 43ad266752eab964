import type {
  ContainerFact,
  FrameFact,
  HostFact,
  HostUserFact,
  IngestFact,
  PerimeterFact,
  WebServerFact,
} from '../../../lib/compliance/facts.js';

/** Facts of a server that meets the rules; a test replaces what it weakens. */
export function host(overrides: Partial<HostFact> = {}): HostFact {
  return {
    resource: 'uno/user-data',
    address: '198.51.100.10',
    operatingSystem: { name: 'Ubuntu', version: '24.04' },
    docker: true,
    ntp: { client: 'chrony', servers: ['cronos.cenam.mx'] },
    users: [user()],
    ssh: { enabled: true, passwords: false, rootLogin: false },
    perimeter: perimeter(),
    intrusionPrevention: ['fail2ban'],
    ...overrides,
  };
}

export function user(overrides: Partial<HostUserFact> = {}): HostUserFact {
  return { name: 'guardia', root: 'full', keys: 1, shell: true, ...overrides };
}

export function perimeter(overrides: Partial<PerimeterFact> = {}): PerimeterFact {
  return {
    resource: 'uno/filter',
    defaultDrop: true,
    beforeContainers: true,
    persists: true,
    opens: [
      { port: 443, protocol: 'tcp', peers: 'any' },
      { port: 22, protocol: 'tcp', peers: ['203.0.113.0/28'] },
    ],
    newConnectionsPerSecond: 60,
    ntpOut: true,
    ...overrides,
  };
}

export function webServer(overrides: Partial<WebServerFact> = {}): WebServerFact {
  return {
    resource: 'uno/web',
    container: 'uno/web',
    software: 'nginx',
    domains: ['prep.example.org'],
    tlsPort: 443,
    minimumTls: 'TLSv1.2',
    root: 'uno:/srv/site/live',
    paths: ['/*'],
    headers: [],
    alters: [],
    turnsAway: [],
    requestsPerSecond: 50,
    applicationFirewall: { name: 'ModSecurity', enforced: true },
    accessLog: { resource: 'uno/web', retentionDays: undefined },
    ...overrides,
  };
}

export function ingest(overrides: Partial<IngestFact> = {}): IngestFact {
  return {
    resource: 'uno/ingest',
    kind: 'sftp',
    port: 22,
    confined: true,
    writeOnly: true,
    folder: 'uno:/srv/inbox',
    authentication: 'key',
    ...overrides,
  };
}

export function container(overrides: Partial<ContainerFact> = {}): ContainerFact {
  return {
    resource: 'uno/ingest',
    image: 'example',
    restarts: true,
    readOnlyRoot: true,
    capabilities: [],
    privileged: false,
    dockerSocket: false,
    network: 'own',
    writes: ['uno:/srv/inbox'],
    ...overrides,
  };
}

export function frame(overrides: Partial<FrameFact> = {}): FrameFact {
  return {
    resource: 'uno/page',
    path: '/',
    source: 'https://official.example.net/prep',
    sandbox: 'allow-scripts',
    title: 'PREP',
    link: 'https://official.example.net/prep',
    frameSources: ['https://official.example.net'],
    ...overrides,
  };
}
