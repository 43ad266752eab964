import { isKnownMount } from '../../../../../../lib/compliance/collectors/terraform/known/mounts.js';

const known = (host: string, container: string, readOnly = false): boolean =>
  isKnownMount({ host, container, readOnly });

describe('isKnownMount', () => {
  test.each<[string, string, boolean | undefined]>([
    ['/srv/prep/site', '/site', undefined],
    ['/var/lib/prep/logs', '/var/log/nginx', undefined],
    ['results', '/srv/site', undefined],
    ['/etc/letsencrypt', '/etc/letsencrypt', true],
    // Rules on who holds the engine tell of these.
    ['/', '/srv/host', undefined],
    ['/var/run/docker.sock', '/var/run/docker.sock', undefined],
  ])('knows %s at %s', (host, container, readOnly) => {
    expect(known(host, container, readOnly)).toBe(true);
  });

  test.each<[string, string, boolean | undefined]>([
    ['/etc', '/srv/etc', undefined],
    ['/etc/letsencrypt', '/etc/letsencrypt', undefined],
    ['/etc/letsencrypt', '/etc/letsencrypt', false],
    ['/srv/../etc', '/srv/site', undefined],
    ['/srv/prep/site', '/srv/../usr', undefined],
    ['/srv/prep/bin', '/usr/local/bin', undefined],
    ['/var/lib/docker', '/srv/docker', undefined],
    ['/srv/x.sock', '/srv/x.sock', undefined],
    ['/home/ana/.ssh', '/srv/keys', true],
  ])('does not know %s at %s (read-only: %s)', (host, container, readOnly) => {
    expect(known(host, container, readOnly)).toBe(false);
  });
});
