import { randomBytes } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { useTemporaryDirectory } from '../../../support/temporary-directory.js';

const SCRIPT = join(__dirname, '../../../../constructs/server/stats/image/keep-logs');
const folder = useTemporaryDirectory();
const KIBIBYTE = 1024;

beforeEach(() => {
  for (const name of ['logs', 'bin', 'run']) mkdirSync(join(folder(), name));
});

/** A log of so many KiB; a higher age is older. */
function log(name: string, kibibytes: number, age = 0): void {
  const path = join(folder(), 'logs', name);
  // What no file system can compress.
  writeFileSync(path, randomBytes(kibibytes * KIBIBYTE));
  const at = new Date(Date.UTC(2024, 5, 3) - age * 86_400_000);
  utimesSync(path, at, at);
}

/**
 * Rounds in the test's own folders, with a logrotate that ends so; the script is ended once a file has two lines.
 * @param counted has a line more with each round by default
 */
function round(megabytes: number, status = 0, counted = 'rounds'): string {
  const rounds = join(folder(), 'rounds');
  const logrotate = `#!/bin/sh\necho >>"${rounds}"\n[ $(cat "${join(folder(), counted)}" 2>/dev/null | wc -l) -lt 2 ] || kill $PPID\nexit ${status}\n`;
  writeFileSync(join(folder(), 'bin/logrotate'), logrotate, { mode: 0o755 });
  const input = readFileSync(SCRIPT, 'utf8')
    .replaceAll('/srv/logs', `"${join(folder(), 'logs')}"`)
    .replaceAll('/run/stats', `"${join(folder(), 'run')}"`)
    .replaceAll('/etc/prep', `"${folder()}"`);
  const PATH = `${join(folder(), 'bin')}:/usr/bin:/bin`;
  const env = { PATH, LOG_MEGABYTES: String(megabytes), ROUND_SECONDS: '0' };
  return spawnSync('sh', ['-s'], { input, env, encoding: 'utf8' }).stderr;
}

const left = (): readonly string[] => readdirSync(join(folder(), 'logs')).sort();

it('lets the oldest logs go until all fit, and says which', () => {
  log('access.log', 300);
  log('access.log-20240601-1.gz', 500, 2);
  log('access.log-20240602-1', 500, 1);
  log('access.log-20240603-1', 500);
  const told = round(1);
  expect(left()).toEqual(['access.log', 'access.log-20240603-1']);
  expect(told).toMatch(/more than 1 MiB of logs: .*20240601-1\.gz goes\n.*20240602-1 goes\n/);
});

it('lets none go while they fit', () => {
  log('access.log', 300);
  log('access.log-20240601-1', 500, 2);
  expect(round(1)).toBe('');
  expect(left()).toHaveLength(2);
});

it('never takes the log that is being written, nor anything that is no log of its own', () => {
  log('access.log', 3000);
  log('otro.txt', 500, 9);
  log('.logrotate', 1, 9);
  round(1);
  expect(left()).toEqual(['.logrotate', 'access.log', 'otro.txt']);
});

it('leaves its mark after a round that went well, and none after another', () => {
  round(1, 1);
  expect(existsSync(join(folder(), 'run/round'))).toBe(false);
});

it('leaves a mark for the health check', () => {
  round(1);
  expect(existsSync(join(folder(), 'run/round'))).toBe(true);
});

describe('the program that sends logs on', () => {
  const heard = (): readonly string[] => readFileSync(join(folder(), 'heard'), 'utf8').trim().split('\n');
  const ship = (life: string): void => {
    writeFileSync(join(folder(), 'rsyslog.conf'), '');
    const program = `#!/bin/sh\ntrap 'echo ended >>"${join(folder(), 'heard')}"; exit 0' TERM\n`;
    const started = `echo started >>"${join(folder(), 'heard')}"\n`;
    writeFileSync(join(folder(), 'bin/rsyslogd'), program + started + life, { mode: 0o755 });
  };

  it('is ended first, so that it writes down how far it got', () => {
    ship(`printf '1\\n2\\n' >"${join(folder(), 'ready')}"\nwhile :; do sleep 0.02; done\n`);
    round(1, 0, 'ready');
    expect(heard()).toEqual(['started', 'ended']);
  });

  it('is started again where it ended', () => {
    ship('');
    expect(round(1, 0, 'heard')).toContain('rsyslogd ended');
    expect(heard().length).toBeGreaterThan(1);
  });
});
