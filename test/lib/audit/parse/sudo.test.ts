import { parseSudo } from '../../../../lib/audit/parse/sudo.js';
import { expectBounded } from './hostile-output.js';

describe('parseSudo', () => {
  test.each([
    [
      'all that root may',
      'User guardia may run the following commands on uno:\n    (ALL : ALL) NOPASSWD: ALL\n',
      { value: 'full' },
    ],
    ['all, with a password', '    (ALL) ALL\n', { value: 'full' }],
    [
      'one more line of a list',
      '    (root) /usr/bin/docker\n    (ALL : ALL) NOPASSWD: SETENV: ALL\n',
      { value: 'full' },
    ],
    ['some commands', '    (root) NOPASSWD: /usr/bin/systemctl, /usr/bin/docker\n', { value: 'limited' }],
    ['all but some', '    (ALL) ALL, !/usr/bin/su\n', { value: 'limited' }],
    ['all, as another than root', '    (www-data) ALL\n', { value: 'limited' }],
    ['that it may nothing', 'User guardia is not allowed to run sudo on uno.\n', { value: 'none' }],
    ['something else', 'sudo: unknown user', { why: 'unread' }],
  ])('reads %s', (_what, text, expected) => {
    expect(parseSudo(text)).toMatchObject(expected);
  });

  it('reads or refuses whatever a host may print', () => {
    expectBounded(
      parseSudo,
      'User guardia may run the following commands on uno:\n    (ALL : ALL) NOPASSWD: ALL\n',
    );
  });
});
