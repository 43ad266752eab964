import { gzipSync } from 'node:zlib';
import {
  packagesOf,
  readCloudInit,
  switchOf,
} from '../../../../../../lib/compliance/collectors/terraform/host/cloud-init.js';

const read = (text: string) => readCloudInit(`#cloud-config\n${text}\n`, 'r');
const contentOf = (file: object) =>
  read(JSON.stringify({ write_files: [{ path: '/etc/x', ...file }] }))?.files[0]?.content;
const packed = gzipSync('text').toString('base64');

describe('readCloudInit', () => {
  test.each([
    [{ content: 'text' }, 'text'],
    [{}, ''],
    [{ content: 'dGV4dA==', encoding: 'b64' }, 'text'],
    [{ content: packed, encoding: 'gz+b64' }, 'text'],
    [{ content: 'dGV4dA==', encoding: 'gz+b64' }, { unresolved: 'write_files: /etc/x' }],
    [{ content: 'x', encoding: 'rot13' }, { unresolved: 'write_files: /etc/x' }],
    [{ content: 'x', append: true }, { unresolved: 'write_files: /etc/x' }],
  ])('reads a file of %j', (file, content) => {
    expect(contentOf(file)).toEqual(content);
  });

  test.each([
    ['## template:jinja\nserver a\n', 'server a\n'],
    ['server {{ name }}\n', { unresolved: 'ntp.config.template' }],
  ])("reads the clock's own file of %j", (template, content) => {
    const text = JSON.stringify({
      ntp: { enabled: true, config: { confpath: '/etc/chrony/chrony.conf', template } },
    });
    expect(read(text)?.files).toEqual([{ path: '/etc/chrony/chrony.conf', content, resource: 'r' }]);
  });

  test('reads commands, packages and switches', () => {
    const cloudInit = read('bootcmd: [a]\nruncmd: [[b, c], d]\npackages: [x, [y, "1"]]\nssh_pwauth: "yes"');
    expect(cloudInit?.commands).toEqual(['a', 'b c', 'd']);
    expect(packagesOf(cloudInit!)).toEqual(['x', 'y']);
    expect([switchOf(cloudInit!, 'ssh_pwauth'), switchOf(cloudInit!, 'disable_root')]).toEqual([
      true,
      undefined,
    ]);
  });

  test.each(['#!/bin/sh', '#cloud-config\n- a', '#cloud-config\na: [', '#cloud-config\na: 1\na: 2'])(
    'does not read %j',
    (text) => {
      expect(readCloudInit(text, 'r')).toBeUndefined();
    },
  );
});
