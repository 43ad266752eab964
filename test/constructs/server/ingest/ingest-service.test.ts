import { ingestService } from '../../../../constructs/server/ingest/ingest-service.js';
import { serverPlan, sftpPlan } from '../../../support/server-plan.js';

const namesOf = (service: ReturnType<typeof ingestService>): readonly (string | undefined)[] =>
  (service?.files ?? []).map(({ path }) => path.replace('/srv/prep/etc/ingest/', ''));

it('is rsync’s daemon without root, with the secret that a person put there', () => {
  const service = ingestService(serverPlan());
  expect(service).toMatchObject({ name: 'ingest', buildArguments: { KIND: 'rsync' }, user: '10002:10001' });
  expect(service?.ports).toEqual([{ container: 873, host: 873 }]);
  expect(namesOf(service)).toEqual(['rsyncd.conf']);
  expect(service?.mounts.map(({ container, readOnly }) => [container, readOnly])).toEqual([
    ['/etc/prep', true],
    ['/srv/inbox', false],
    ['/run/secrets/rsyncd.secrets', true],
  ]);
});

it('is sshd with its own accounts, keys and host key, proven before it takes them', () => {
  const service = ingestService(sftpPlan());
  expect(service).toMatchObject({
    buildArguments: { KIND: 'sftp' },
    test: 'sshd -t -f {folder}/sshd_config',
  });
  expect(namesOf(service)).toEqual(['sshd_config', 'authorized_keys', 'passwd']);
  expect(service?.ports).toEqual([{ container: 22, host: 2222 }]);
});

it('is not there where the worker asks for the packages itself', () => {
  expect(ingestService(serverPlan({ ingest: undefined }))).toBeUndefined();
});
