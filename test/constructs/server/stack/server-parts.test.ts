import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { synthesizeServers } from '../../../../constructs/server/stack/synthesize-servers.js';
import { serverParts } from '../../../../constructs/server/stack/server-parts.js';
import type { HostedPlan } from '../../../../lib/config/index.js';
import { workerSettingsSchema } from '../../../../lib/worker-settings.js';
import { framePlan, serverPlan, sftpPlan } from '../../../support/server-plan.js';
import { useTemporaryDirectory } from '../../../support/temporary-directory.js';

const folder = useTemporaryDirectory();
const difusorYaml = 'convocatoria: veracruz-2024\ncontacts:\n  - { name: Ana }\n';

test.each<[string, HostedPlan, readonly string[]]>([
  ['Veracruz', serverPlan(), ['web', 'ingest', 'publisher', 'acme', 'stats']],
  ['method 1', sftpPlan(), ['web', 'ingest', 'publisher', 'acme', 'stats']],
  ['a frame', framePlan(), ['web', 'acme', 'stats']],
  [
    'a certificate of one’s own',
    {
      ...framePlan(),
      server: { ...framePlan().server, tls: { kind: 'files', certificate: '/c.pem', key: '/k.pem' } },
    },
    ['web', 'stats'],
  ],
])('runs for %s what it needs and nothing else', (_what, plan, expected) => {
  const names = serverParts(plan, { difusorYaml }).services.map(({ name }) => name);
  expect(names).toEqual(expected);
});

it('lets the judge read what the worker was told', () => {
  const plan = serverPlan();
  const publisher = serverParts(plan, { difusorYaml }).services.find(({ name }) => name === 'publisher');
  const delivered = publisher?.files.find(({ path }) => path === '/srv/prep/etc/publisher/settings.json');
  const settings: unknown = JSON.parse(delivered?.content ?? '');
  expect(workerSettingsSchema.parse(settings)).toEqual(plan.worker);
});

test.each<[string, HostedPlan]>([
  ['Veracruz', serverPlan()],
  ['method 1', sftpPlan()],
  ['a frame', framePlan()],
])('makes of %s a stack that carries no secret and no way to the engine', (_what, plan) => {
  const [server] = synthesizeServers(plan, { difusorYaml });
  const text = JSON.stringify(server?.template);
  expect(text).not.toMatch(/docker\.sock|PRIVATE KEY/);
  expect(text).not.toContain('Ana');
  const { resource } = server?.template as { resource: { docker_container: Record<string, Container> } };
  for (const container of Object.values(resource.docker_container)) {
    expect(container).toMatchObject({ read_only: true, privileged: false, capabilities: { drop: ['ALL'] } });
    expect(container.user).not.toBe('');
  }
  expect(resource.docker_container.publisher?.network_mode).toBe(
    plan.target === 'server' ? 'none' : undefined,
  );
});

it('brings the publisher a call of one’s own, from beside the file that names it', () => {
  mkdirSync(join(folder(), 'mia'));
  for (const name of ['convocatoria.yaml', 'clauses.yaml']) writeFileSync(join(folder(), 'mia', name), name);
  const plan = serverPlan({ file: join(folder(), 'difusor.yaml') });
  const parts = serverParts(plan, { difusorYaml: 'convocatoria: ./mia\n' });
  const files = parts.services.find(({ name }) => name === 'publisher')?.files ?? [];
  expect(Object.fromEntries(files.map(({ path, content }) => [path, content]))).toMatchObject({
    '/srv/prep/etc/publisher/difusor.yaml': 'convocatoria: ./convocatoria\n',
    '/srv/prep/etc/publisher/convocatoria/convocatoria.yaml': 'convocatoria.yaml',
    '/srv/prep/etc/publisher/convocatoria/clauses.yaml': 'clauses.yaml',
  });
});

interface Container {
  readonly user: string;
  readonly network_mode?: string;
}
