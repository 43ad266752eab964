import { publisherService } from '../../../../constructs/server/publisher/publisher-service.js';
import type { ServerPlan } from '../../../../lib/config/index.js';
import { planOf, serverPlan, VERACRUZ } from '../../../support/server-plan.js';

const input = { difusorYaml: 'convocatoria: veracruz-2024\n' };
const SSH = { host: 'prep.example.net', username: 'difusor', hostKeys: [`SHA256:${'a'.repeat(43)}`] };

/** A plan whose worker asks an institute for packages. */
function pulling(source: object, server: object = {}, more: object = {}): ServerPlan {
  const plan = planOf({
    ...VERACRUZ,
    // The one call of whose packages the difusor asks.
    convocatoria: 'bcs-2024',
    contacts: ['Ana', 'Luz'].map((name) => ({ name, role: 'Guardia', email: `${name}@example.org` })),
    source,
    ...more,
    server: { ...VERACRUZ.server, ingest: undefined, ...server },
  });
  if (plan.target !== 'server') throw new Error(plan.target);
  return plan;
}

it('has no network and no credentials where packages are pushed', () => {
  const service = publisherService(serverPlan(), input);
  expect(service).toMatchObject({ network: 'none', buildArguments: undefined });
  expect(service.command).not.toContain('--secret');
  expect(service.mounts.map(({ host }) => host)).toEqual([
    '/srv/prep/etc/publisher',
    '/srv/prep/inbox',
    '/srv/prep/site',
    '/srv/prep/packages',
  ]);
});

test.each([
  ['of its usual place', {}, '/srv/prep/secrets/source.json'],
  ['of the place that is given', { sourceSecretFile: '/etc/prep/fuente.json' }, '/etc/prep/fuente.json'],
])('reads the credentials %s, which it alone sees and can’t change', (_which, server, host) => {
  const plan = pulling({ kind: 'sftp', path: '/salida/', ...SSH }, server);
  const service = publisherService(plan, input);
  expect(service.network).toBe('own');
  expect(service.mounts).toContainEqual({ host, container: '/run/secrets/source', readOnly: true });
  expect(service.mounts.map(({ host: each }) => each)).not.toContain('/srv/prep/inbox');
  expect(service.command?.slice(-2)).toEqual(['--secret', '/run/secrets/source']);
});

it('asks a source without credentials for none', () => {
  const service = publisherService(
    pulling({ kind: 'https', host: 'prep.example.net', path: '/p.zip', auth: 'none' }),
    input,
  );
  expect(service).toMatchObject({ network: 'own' });
  expect(service.command).not.toContain('--secret');
});

it('has rsync’s own programs where it pulls by rsync', () => {
  const source = { kind: 'rsync', via: 'ssh', path: '/salida/', ...SSH };
  expect(
    publisherService(
      pulling(source, {}, { package: { cutTime: { json: 'json/main.json', pointer: '/corte' } } }),
      input,
    ).buildArguments,
  ).toEqual({
    PACKAGES: 'rsync openssh-client',
  });
});
