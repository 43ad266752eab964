import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ServerParts } from '../../constructs/server/stack/server-parts.js';
import type { Service } from '../../constructs/server/service/service.js';

/** A small service, for tests of what is made of any. */
export function sampleService(overrides: Partial<Service> = {}): Service {
  return {
    name: 'web',
    base: 'debian',
    files: [
      {
        path: '/srv/prep/etc/web/nginx.conf',
        mode: '0644',
        owner: '0:0',
        content: 'log "${request}" %{x};\n',
      },
    ],
    test: 'nginx -t -q -c {folder}/nginx.conf',
    reload: 'hup',
    user: '10003:10001',
    ports: [
      { container: 80, host: 80 },
      { container: 443, host: 443 },
    ],
    mounts: [
      { host: '/srv/prep/etc/web', container: '/etc/prep', readOnly: true },
      { host: '/srv/prep/site', container: '/site', readOnly: true },
    ],
    memoryFolders: { '/tmp': 'rw,noexec,nosuid,size=16m' },
    capabilities: [],
    network: 'own',
    memoryMegabytes: 512,
    processes: 256,
    openFiles: 65_536,
    stopSignal: 'SIGQUIT',
    stopSeconds: 10,
    health: {
      command: ['CMD', 'true'],
      everySeconds: 10,
      withinSeconds: 5,
      startSeconds: 5,
      retries: 3,
      awaited: true,
    },
    labels: {},
    ...overrides,
  };
}

/** One small service, and a set-up that does nothing. */
export function sampleParts(overrides: Partial<ServerParts> = {}): ServerParts {
  return {
    services: [sampleService()],
    setUp: () => ({
      files: [{ path: '/etc/sample', mode: '0644', owner: '0:0', content: 'sample\n' }],
      script: 'true "${1:-}"\n',
    }),
    cloudInit: ({ name }) => `#cloud-config\nhostname: ${name}\n`,
    ...overrides,
  };
}

/** Makes build contexts, one a name, and gives the folder that holds them. */
export function sampleContexts(folder: string, names: readonly string[] = ['web']): string {
  for (const name of names) {
    mkdirSync(join(folder, name, 'image'), { recursive: true });
    writeFileSync(join(folder, name, 'image/Dockerfile'), 'ARG BASE\nFROM ${BASE}\n');
  }
  return folder;
}
