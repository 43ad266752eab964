import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { deliveryScript } from '../../../../constructs/server/delivery/delivery-script.js';
import type { FileOnHost } from '../../../../constructs/server/delivery/file-on-host.js';
import type { Service } from '../../../../constructs/server/service/service.js';
import { useTemporaryDirectory } from '../../../support/temporary-directory.js';

const root = useTemporaryDirectory();
const { uid, gid } = userInfo();
const etc = (path: string): string => join(root(), 'etc/web', path);

beforeEach(() => {
  mkdirSync(join(root(), 'bin'));
  // Those that need root of another's machine: here they only have to be called right.
  program('sudo', 'shift\nexec "$@"\n');
});

function program(name: string, body: string): void {
  writeFileSync(join(root(), 'bin', name), `#!/bin/sh\n${body}`, { mode: 0o755 });
}

/** A docker whose container runs, or is not there, and whose proof ends so. */
function engine(state: 'running' | 'absent', proof = 0): void {
  const inspected = state === 'running' ? 'echo true' : 'echo; exit 1';
  program(
    'docker',
    `echo "$@" >> "${join(root(), 'calls')}"
case "$1 $2" in "container inspect") ${inspected} ;; "exec web") cat "${etc('.next/nginx.conf')}"; exit ${proof} ;; esac\n`,
  );
}

function file(path: string, content: string, mode = '0644'): FileOnHost {
  return { path: etc(path), mode, owner: `${uid}:${gid}`, content };
}

function deliver(
  files: readonly FileOnHost[],
  service: Partial<Service> = {},
): { status: number | null; stdout: string } {
  const script = deliveryScript({
    folder: join(root(), 'etc/web'),
    container: 'web',
    service: { files, test: 'nginx -t -c {folder}/nginx.conf', reload: 'hup', ...service },
    content: ({ content }) => gzipSync(content).toString('base64'),
  });
  const { status, stdout } = spawnSync('/bin/sh', ['-s'], {
    input: script,
    encoding: 'utf8',
    env: { PATH: `${join(root(), 'bin')}:/usr/bin:/bin:/usr/sbin:/sbin` },
  });
  return { status, stdout };
}

function calls(): readonly string[] {
  return readFileSync(join(root(), 'calls'), 'utf8')
    .split('\n')
    .filter((call) => /^(exec|kill|restart)/.test(call));
}

it('puts files in place before there is a container, and tells nobody', () => {
  engine('absent');
  const odd = "a 'quoted' $HOME\n`line` \\n\n";
  expect(deliver([file('nginx.conf', odd), file('page/index.html', 'page', '0640')])).toMatchObject({
    status: 0,
  });
  expect(readFileSync(etc('nginx.conf'), 'utf8')).toBe(odd);
  expect(readFileSync(etc('page/index.html'), 'utf8')).toBe('page');
  expect(statSync(etc('page/index.html')).mode & 0o7777).toBe(0o640);
  expect(existsSync(etc('.next'))).toBe(false);
  expect(calls()).toEqual([]);
});

it('proves new files in the running container, puts them in place, and has them taken up', () => {
  engine('absent');
  deliver([file('nginx.conf', 'old')]);
  engine('running');
  const { status, stdout } = deliver([file('nginx.conf', 'new')]);
  expect({ status, stdout }).toEqual({ status: 0, stdout: 'new' });
  expect(readFileSync(etc('nginx.conf'), 'utf8')).toBe('new');
  expect(calls()).toEqual(['exec web nginx -t -c /etc/prep/.next/nginx.conf', 'kill --signal HUP web']);
});

it('changes nothing where the proof fails', () => {
  engine('absent');
  deliver([file('nginx.conf', 'old')]);
  engine('running', 1);
  expect(deliver([file('nginx.conf', 'new')]).status).not.toBe(0);
  expect(readFileSync(etc('nginx.conf'), 'utf8')).toBe('old');
  expect(calls()).toEqual(['exec web nginx -t -c /etc/prep/.next/nginx.conf']);
});

test.each([
  ['restart', ['restart web']],
  ['none', []],
] as const)('takes files up by "%s"', (reload, expected) => {
  engine('running');
  expect(deliver([file('a.conf', 'a')], { reload, test: undefined })).toMatchObject({ status: 0 });
  expect(calls()).toEqual(expected);
});
