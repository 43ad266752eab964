import { synthesizeServers } from '../../../constructs/server/synthesize-servers.js';
import { serverParts } from '../../../constructs/server/server-parts.js';
import type { HostedPlan } from '../../../lib/config/index.js';
import { workerSettingsSchema } from '../../../lib/worker-settings.js';
import { framePlan, serverPlan, sftpPlan } from '../../support/server-plan.js';

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
  const settings: unknown = JSON.parse(publisher?.labels['difusor.settings'] ?? '');
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

interface Container {
  readonly user: string;
  readonly network_mode?: string;
}
