import {
  shellLines,
  unitState,
} from '../../../../../../lib/compliance/collectors/terraform/host/commands.js';

describe('unitState', () => {
  test.each([
    [['systemctl enable docker'], 'enabled'],
    [['systemctl --now enable docker.service fail2ban'], 'enabled'],
    [['systemctl enable docker', 'systemctl mask docker'], 'disabled'],
    [['systemctl disable docker', 'systemctl enable --now "docker"'], 'enabled'],
    [['systemctl enable docker.socket'], undefined],
    [['systemctl restart docker'], undefined],
    [[], undefined],
  ])('is by %j: %s', (lines, state) => {
    expect(unitState(lines, 'docker')).toBe(state);
  });
});

describe('shellLines', () => {
  test('adds the lines of delivered scripts that are called, without comments', () => {
    const file = (path: string, content: string) => [path, { path, content, resource: 'r' }] as const;
    const files = new Map([
      file('/srv/x', '#!/bin/sh\n# a\n systemctl enable docker\n'),
      file('/srv/y', '#!/bin/sh\nnever\n'),
      file('/srv/z', 'no script'),
    ]);
    expect(shellLines(['/srv/x', 'cat /srv/z'], files)).toEqual([
      '/srv/x',
      'cat /srv/z',
      'systemctl enable docker',
      '',
    ]);
  });
});
