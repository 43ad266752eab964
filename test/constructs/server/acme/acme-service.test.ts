import { acmeService } from '../../../../constructs/server/acme/acme-service.js';
import { serverPlan } from '../../../support/server-plan.js';

const { server } = serverPlan();

it('asks for the site’s name in the way of the plan, and writes its own folder alone', () => {
  const tls = {
    kind: 'acme',
    email: 'guardia@example.org',
    directory: 'https://ca.example.net/dir',
  } as const;
  expect(acmeService(serverPlan({ server: { ...server, tls } }))).toMatchObject({
    environment: {
      ACME_DOMAIN: 'prep.example.org',
      ACME_EMAIL: 'guardia@example.org',
      ACME_DIRECTORY: 'https://ca.example.net/dir',
    },
    mounts: [{ host: '/srv/prep/acme', container: '/srv/acme', readOnly: false }],
    ports: [],
    capabilities: [],
  });
});

it('is ill once the pair has less than ten days left, and no apply waits for a name in the DNS', () => {
  const health = acmeService(serverPlan())?.health;
  expect(health?.command.slice(-2)).toEqual(['-checkend', '864000']);
  expect(health?.awaited).toBe(false);
});

it('is not there where the difusor brings a certificate of its own', () => {
  const tls = { kind: 'files', certificate: '/c.pem', key: '/k.pem' } as const;
  expect(acmeService(serverPlan({ server: { ...server, tls } }))).toBeUndefined();
});
