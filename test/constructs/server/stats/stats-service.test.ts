import { statsService } from '../../../../constructs/server/stats/stats-service.js';
import { serverPlan } from '../../../support/server-plan.js';

const { server } = serverPlan();
const withLogs = (logs: Partial<typeof server.logs>): ReturnType<typeof statsService> =>
  statsService(serverPlan({ server: { ...server, logs: { ...server.logs, ...logs } } }));
const namesOf = ({ files }: ReturnType<typeof statsService>): readonly (string | undefined)[] =>
  files.map(({ path }) => path.split('/').at(-1));

it('rotates for the days of the plan, within 4 GiB, without a network', () => {
  const service = withLogs({ days: 90, ship: undefined });
  expect(namesOf(service)).toEqual(['logrotate.conf']);
  expect(service.files[0]?.content).toContain('maxage 90');
  expect(service).toMatchObject({ network: 'none', environment: { LOG_MEGABYTES: '4096' } });
});

it('has a network and rsyslog where it sends the logs elsewhere', () => {
  const service = withLogs({ ship: { host: 'logs.example.org', port: 6514 } });
  expect(namesOf(service)).toEqual(['logrotate.conf', 'rsyslog.conf']);
  expect(service.network).toBe('own');
});

it('sees the logs alone', () => {
  expect(withLogs({}).mounts.map(({ host, readOnly }) => [host, readOnly])).toEqual([
    ['/srv/prep/etc/stats', true],
    ['/srv/prep/logs', false],
  ]);
});
