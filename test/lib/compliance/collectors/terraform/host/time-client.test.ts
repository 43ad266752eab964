import type { Fact } from '../../../../../../lib/compliance/facts.js';
import { readCloudInit } from '../../../../../../lib/compliance/collectors/terraform/host/cloud-init.js';
import { readTimeClient } from '../../../../../../lib/compliance/collectors/terraform/host/time-client.js';
import { HOLE } from '../../../facts-builder.js';
import { testHostileText } from '../../../hostile-text.js';

const CHRONY = '/etc/chrony/chrony.conf';

function fromFile(content: Fact<string>, path = CHRONY, installed = true, lines: readonly string[] = []) {
  return readTimeClient(
    undefined,
    new Map([[path, { path, content, resource: 'r' }]]),
    lines,
    () => installed,
  );
}

describe('readTimeClient', () => {
  test.each([
    ['server a iburst\npool b\nPEER c', CHRONY, 'chrony', ['a', 'b', 'c']],
    ['  server a', '/etc/chrony/sources.d/x.sources', 'chrony', ['a']],
    ['[Time]\nNTP=a b\n', '/etc/systemd/timesyncd.conf', 'systemd-timesyncd', ['a', 'b']],
  ])('reads %j of %s', (content, path, client, servers) => {
    expect(fromFile(content, path)).toEqual({ client, servers });
  });

  test.each(['#server a', 'server\na', 'server a offline', 'servers a', 'NTP=a'])(
    'finds no server in %j',
    (content) => {
      expect(fromFile(content)).toBeUndefined();
    },
  );

  test('is none without its program, or where it is off', () => {
    expect(fromFile('server a', CHRONY, false)).toBeUndefined();
    expect(fromFile('server a', CHRONY, true, ['systemctl disable --now chrony'])).toBeUndefined();
  });

  test('can not know what is in a file that nobody could read', () => {
    expect(fromFile(HOLE)).toEqual({ client: 'chrony', servers: HOLE });
  });

  test.each([
    [
      'ntp: { enabled: true, ntp_client: chrony, servers: [a], pools: [b] }',
      { client: 'chrony', servers: ['a', 'b'] },
    ],
    ['ntp: { enabled: true }', { client: 'chrony', servers: ['ubuntu.pool.ntp.org'] }],
    ['ntp: { enabled: false, servers: [a] }', undefined],
    ['packages: [chrony]', undefined],
  ])('reads the user data %s', (text, expected) => {
    const cloudInit = readCloudInit(`#cloud-config\n${text}\n`, 'r');
    expect(readTimeClient(cloudInit, new Map(), [], () => false)).toEqual(expected);
  });

  testHostileText(fromFile, ['server ', 'pool a', ' offline', 'NTP=', '#']);
});
