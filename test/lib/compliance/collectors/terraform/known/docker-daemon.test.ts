import {
  boundsLogs,
  isBounded,
  unknownOfDaemon,
} from '../../../../../../lib/compliance/collectors/terraform/known/docker-daemon.js';

describe('unknownOfDaemon', () => {
  test('knows what takes no filter away', () => {
    const settings = { 'live-restore': true, 'userland-proxy': false, iptables: true, 'log-driver': 'local' };
    expect(unknownOfDaemon(JSON.stringify(settings))).toEqual([]);
  });

  test.each([
    ['"iptables": false', '{"iptables": false}'],
    ['"userland-proxy": true', '{"userland-proxy": true}'],
    ['"hosts": ["tcp://0.0.0.0:2375"]', '{"hosts": ["tcp://0.0.0.0:2375"]}'],
    ['"log-opts": {}', '{"log-opts": {}}'],
    ['"constructor": true', '{"constructor": true}'],
    ['JSON', '{"live-restore": true'],
    ['JSON', '[]'],
  ])('names %s', (line, text) => {
    expect(unknownOfDaemon(text)).toEqual([line]);
  });
});

describe('boundsLogs', () => {
  test.each<[boolean, string]>([
    [true, '{"log-driver": "local"}'],
    [true, '{"log-opts": {"max-size": "20m", "max-file": "5"}}'],
    [false, '{"log-driver": "json-file"}'],
    [false, '{'],
  ])('is %s for %s', (bounds, text) => {
    expect(boundsLogs(text)).toBe(bounds);
  });
});

describe('isBounded', () => {
  test.each([
    undefined,
    {},
    { 'max-size': '0' },
    { 'max-size': '20m', 'max-file': '1000' },
    { 'max-size': '1m', env: 'X' },
  ])('is not what %j says', (options) => {
    expect(isBounded(options)).toBe(false);
  });
});
