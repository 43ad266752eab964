import { webService } from '../../../../constructs/server/web/web-service.js';
import { createMessages } from '../../../../lib/messages/index.js';
import { framePlan, serverPlan } from '../../../support/server-plan.js';

const { server } = serverPlan();
const namesOf = (plan: Parameters<typeof webService>[0]): readonly string[] =>
  webService(plan).files.map(({ path }) => path.replace('/srv/prep/etc/web/', ''));
const ERRORS = ['absent', 'refused', 'busy', 'failing'].map((name) => `errors/${name}.html`);

it.each([
  ['the cuts', serverPlan(), ['nginx.conf', ...ERRORS]],
  [
    'the cuts behind ModSecurity',
    serverPlan({ server: { ...server, web: { ...server.web, modSecurity: true } } }),
    ['nginx.conf', ...ERRORS, 'modsecurity.conf'],
  ],
  ['a frame', framePlan(), ['nginx.conf', ...ERRORS, 'page/index.html']],
])('has for %s the files that nginx reads', (_what, plan, names) => {
  expect(namesOf(plan)).toEqual(names);
});

it('sees the site without writing it, and nothing of it where it shows a frame', () => {
  const site = { host: '/srv/prep/site', container: '/site', readOnly: true };
  expect(webService(serverPlan()).mounts).toContainEqual(site);
  expect(webService(framePlan()).mounts).not.toContainEqual(site);
  const writable = webService(serverPlan()).mounts.filter(({ readOnly }) => !readOnly);
  expect(writable.map(({ container }) => container)).toEqual(['/srv/logs']);
});

it('sees the folders of the difusor’s own certificate and key, so that a replaced file is seen too', () => {
  const tls = { kind: 'files', certificate: '/etc/tls/a/c.pem', key: '/etc/tls/b/k.pem' } as const;
  const service = webService(serverPlan({ server: { ...server, tls } }));
  expect(service.mounts).toEqual(
    expect.arrayContaining([
      { host: '/etc/tls/a', container: '/srv/tls/certificate', readOnly: true },
      { host: '/etc/tls/b', container: '/srv/tls/key', readOnly: true },
    ]),
  );
  expect(service.environment).toEqual({
    TLS_CERTIFICATE: '/srv/tls/certificate/c.pem',
    TLS_KEY: '/srv/tls/key/k.pem',
  });
});

it('writes its pages in the language that it is asked for', () => {
  const [, page] = webService(serverPlan(), createMessages('en')).files;
  expect(page?.content).toContain('<html lang="en">');
});
