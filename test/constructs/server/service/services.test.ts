import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { imageContext } from '../../../../constructs/server/service/image-context.js';
import { services } from '../../../../constructs/server/service/services.js';
import { UIDS } from '../../../../constructs/server/service/uids.js';
import { framePlan, serverPlan, sftpPlan } from '../../../support/server-plan.js';

const options = { difusorYaml: 'convocatoria: veracruz-2024\ncontacts:\n  - name: Persona\n' };
const namesOf = (plan: Parameters<typeof services>[0]): readonly string[] =>
  services(plan, options).map(({ name }) => name);
const all = [serverPlan(), sftpPlan()].flatMap((plan) => services(plan, options));

describe('the services of a host', () => {
  it('are all five where packages are pushed, and no publisher for a frame', () => {
    expect(namesOf(serverPlan())).toEqual(['web', 'ingest', 'publisher', 'acme', 'stats']);
    expect(namesOf(framePlan())).toEqual(['web', 'acme', 'stats']);
  });

  it('have no certbot where the difusor brings a certificate', () => {
    const plan = serverPlan();
    const tls = { kind: 'files', certificate: '/etc/tls/a.pem', key: '/etc/tls/b.pem' } as const;
    const own = services({ ...plan, server: { ...plan.server, tls } }, options);
    expect(own.map(({ name }) => name)).not.toContain('acme');
    expect(own[0]?.environment).toEqual({
      TLS_CERTIFICATE: '/srv/tls/certificate/a.pem',
      TLS_KEY: '/srv/tls/key/b.pem',
    });
  });

  it('let the publisher alone write the site, and give it no network', () => {
    const writers = services(serverPlan(), options).filter(({ mounts }) =>
      mounts.some(({ container, readOnly }) => container === '/srv/site' && !readOnly),
    );
    expect(writers.map(({ name, network }) => [name, network])).toEqual([['publisher', 'none']]);
  });

  it('keep names of people off the server', () => {
    const publisher = all.find(({ name }) => name === 'publisher');
    expect(publisher?.files[0]?.content).toContain('veracruz-2024');
    expect(publisher?.files[0]?.content).not.toContain('Persona');
  });

  it.each(all)(
    'run $name without root, but for sshd, which drops it',
    ({ name, buildArguments, user, capabilities }) => {
      expect([name, user, capabilities]).toEqual(
        buildArguments?.KIND === 'sftp'
          ? ['ingest', '0:0', ['SETUID', 'SETGID', 'SYS_CHROOT']]
          : [name, expect.stringMatching(/^1000[1-5]:10001$/), []],
      );
    },
  );

  it.each(all)(
    'have a Dockerfile for $name on a base of the caller’s, which takes what it is given',
    ({ name, buildArguments = {} }) => {
      const path = join(imageContext(name).folder, 'Dockerfile');
      expect(existsSync(path)).toBe(true);
      const text = readFileSync(path, 'utf8');
      expect(text).toMatch(/^ARG BASE=\S+\nFROM \$\{BASE\}$/m);
      for (const argument of Object.keys(buildArguments)) expect(text).toContain(`\nARG ${argument}=`);
      // How it runs is said once, in the service.
      expect(text).not.toMatch(/^(HEALTHCHECK|STOPSIGNAL|CMD|EXPOSE) /m);
    },
  );

  it.each(all)(
    'look after the health of $name, at intervals that the docker provider reads back',
    ({ health }) => {
      expect(health?.command.length).toBeGreaterThan(1);
      expect(health?.command[0]).toMatch(/^CMD/);
      expect(health?.everySeconds).toBeLessThan(60);
    },
  );

  it.each(all)('never mount the engine’s socket into $name, nor the host’s root', ({ mounts }) => {
    for (const { host } of mounts) expect(host).toMatch(/^\/srv\/prep\/\w/);
  });

  it('have five owners that differ', () => {
    expect(new Set(Object.values(UIDS)).size).toBe(5);
  });
});
