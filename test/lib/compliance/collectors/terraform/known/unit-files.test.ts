import { unknownOfUnit } from '../../../../../../lib/compliance/collectors/terraform/known/unit-files.js';

const FILES = new Map(
  ['/etc/x.nft', '/srv/late.conf', '/etc/systemd/system/y.service'].map((path) => [
    path,
    { path, content: 'flush ruleset', resource: 'r' },
  ]),
);
const service = (...lines: string[]) =>
  unknownOfUnit('/etc/systemd/system/x.service', `[Service]\n${lines.join('\n')}`, FILES);
const timer = (...lines: string[]) =>
  unknownOfUnit(
    '/etc/systemd/system/x.timer',
    `[Timer]\n${lines.join('\n')}\n[Install]\nWantedBy=timers.target`,
    new Map(),
  );
const LOADS = 'ExecStart=/usr/sbin/nft -f /etc/x.nft';

describe('unknownOfUnit', () => {
  test.each([
    [[LOADS]],
    [[LOADS, 'Type=oneshot', 'NoNewPrivileges=yes']],
    [[LOADS, '[Unit]', 'Requires=y.service docker.service', '[Install]', 'WantedBy=multi-user.target']],
  ])('knows a service with %j', (lines) => {
    expect(service(...lines)).toEqual({ lines: [], runs: false });
  });

  test.each([
    [[LOADS, LOADS], false],
    [[LOADS, 'ExecStartPost=/bin/x'], true],
    [['ExecStart=/bin/true'], false],
    [['ExecStart=-/usr/sbin/nft -f /etc/x.nft'], true],
    [['ExecStart=/srv/x'], true],
    [['ExecStart=/usr/sbin/nft -f /srv/late.conf'], false],
    [['ExecStart=/usr/sbin/nft -f /etc/absent.nft'], false],
    [[LOADS, '[Unit]', 'Requires=never.service'], false],
    [[LOADS, '[Unit]', 'Wants=poweroff.target'], false],
    [[LOADS, '[Install]', 'WantedBy=rescue.target'], false],
    [[LOADS, '[Install]', 'WantedBy='], false],
    [[], false],
    [[LOADS, 'User=nobody'], false],
  ])('does not know one with %j', (lines, runs) => {
    expect(service(...lines).lines).not.toEqual([]);
    expect(service(...lines).runs).toBe(runs);
  });

  test.each([
    [['OnCalendar=minutely', 'AccuracySec=5s'], true],
    [['OnCalendar=minutely', 'OnCalendar=yearly'], false],
    [['OnCalendar=minutely', 'AccuracySec=1h'], false],
    [['OnCalendar=minutely', 'Unit=y.service'], false],
    [['OnCalendar=minutely', 'RandomizedDelaySec=1h'], false],
    [['OnUnitActiveSec=60'], false],
    [['OnBootSec=5', 'OnUnitActiveSec=60'], true],
    [['OnStartupSec=5', 'OnUnitInactiveSec=60'], true],
  ])('knows a timer with %j: %s', (lines, knows) => {
    expect(timer(...lines).lines.length === 0).toBe(knows);
  });

  test('knows no other kind', () => {
    expect(unknownOfUnit('/etc/systemd/system/x.path', '', new Map()).runs).toBe(true);
  });
});
