import { Gaps } from '../../../../../../lib/compliance/collectors/terraform/gaps.js';
import { readConfiguration } from '../../../../../../lib/compliance/collectors/terraform/nginx/configuration.js';
import type { Runtime } from '../../../../../../lib/compliance/collectors/terraform/nginx/runtime.js';

function reading(contents: Readonly<Record<string, string>>, command: readonly string[] = []) {
  const files = new Map(
    Object.entries(contents).map(([path, content]) => [path, { path, content, resource: 'r' }]),
  );
  const runtime: Runtime = {
    resource: 'r',
    container: 'r',
    files,
    command,
    place: () => undefined,
    port: () => undefined,
  };
  const gaps = new Gaps();
  const found = readConfiguration(runtime, gaps);
  return { found, reasons: [...new Set(gaps.list().map(({ reason }) => reason))] };
}

describe('readConfiguration', () => {
  test('puts includes in their place, and leaves data alone', () => {
    const { found, reasons } = reading({
      '/etc/nginx/nginx.conf': 'include conf.d/*.conf; map $a $b { include x; } include mime.types;',
      '/etc/nginx/conf.d/b.conf': 'b 2;',
      '/etc/nginx/conf.d/a.conf': 'a 1;',
    });
    expect(found?.map(({ name }) => name)).toEqual(['a', 'b', 'map']);
    expect(reasons).toEqual([]);
  });

  test('is none without a main file', () => {
    expect(reading({ '/srv/nginx.conf': 'a 1;' }).found).toBeUndefined();
  });

  test.each([
    [{ '/etc/nginx/nginx.conf': 'include other/*.conf;' }, [], 'include other/*.conf'],
    [{ '/etc/nginx/nginx.conf': 'a {' }, [], '/etc/nginx/nginx.conf'],
    [{ '/etc/nginx/nginx.conf': 'include nginx.conf;' }, [], 'include nginx.conf'],
    [{ '/etc/nginx/nginx.conf': 'a 1;' }, ['nginx', '-g', 'user root;'], 'nginx -g user root;'],
    [
      { '/etc/nginx/nginx.conf': 'a 1;', '/etc/prep/nginx.conf': 'b 1;' },
      [],
      '/etc/nginx/nginx.conf, /etc/prep/nginx.conf',
    ],
  ])('leaves a gap for %j run as %j', (files, command, reason) => {
    expect(reading(files, command).reasons).toEqual([reason]);
  });

  test('reads the file that it is told to, in the foreground', () => {
    const files = { '/etc/nginx/nginx.conf': 'a 1;', '/etc/prep/nginx.conf': 'b 1;' };
    const { found, reasons } = reading(files, ['nginx', '-c', '/etc/prep/nginx.conf', '-g', 'daemon off;']);
    expect([found?.map(({ name }) => name), reasons]).toEqual([['b'], []]);
  });
});
