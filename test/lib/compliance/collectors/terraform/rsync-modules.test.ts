import { readRsyncModules } from '../../../../../lib/compliance/collectors/terraform/rsync-modules.js';
import { testHostileText } from '../../hostile-text.js';

const MODULE =
  'path = /srv/inbox\nread only = no\nwrite only = yes\nlist = no\nauth users = a\nsecrets file = /b\n';
const OPEN = {
  readOnly: false,
  writeOnly: true,
  listed: false,
  chroot: true,
  users: true,
  path: '/srv/inbox',
};

describe('readRsyncModules', () => {
  test.each([
    [`port = 8873\n[prep]\n${MODULE}`, 8873, [OPEN]],
    [`[prep]\r\n${MODULE.replace(/ (only|users|file)/g, '$1').replace(/\n/g, '\r\n')}`, 873, [OPEN]],
    [
      `[global]\nport = 1\nread only = no\n[m]\npath = /x`,
      1,
      [{ ...OPEN, path: '/x', writeOnly: false, listed: true, users: false }],
    ],
    [
      '[m]\nread only = perhaps\nuse chroot = 0',
      873,
      [{ path: undefined, readOnly: true, writeOnly: false, listed: true, chroot: false, users: false }],
    ],
    ['# [m]\n; path = /x', 873, []],
    [
      '[m]\npath = /a\\\n/b',
      873,
      [{ path: '/a/b', readOnly: true, writeOnly: false, listed: true, chroot: true, users: false }],
    ],
    [
      '[m]\nauth users = a',
      873,
      [{ path: undefined, readOnly: true, writeOnly: false, listed: true, chroot: true, users: false }],
    ],
  ])('reads %j', (text, port, modules) => {
    expect(readRsyncModules(text)).toEqual({ port, modules, problems: [] });
  });

  test.each(['&include /etc/rsyncd.d', '&merge /x', 'read only', '[open', '= x'])(
    'tells that it does not understand %j',
    (line) => {
      expect(readRsyncModules(`[m]\n${MODULE}${line}\n`).problems).toEqual([line]);
    },
  );

  testHostileText(readRsyncModules, ['[', ']', ' = ', 'path', '\\\n', '#', '[m]\n', '&include ']);
});
