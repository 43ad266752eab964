import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, readlinkSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { useTemporaryDirectory } from '../../../support/temporary-directory.js';

const SCRIPT = join(__dirname, '../../../../constructs/server/acme/image/hand-over');
const folder = useTemporaryDirectory();
const to = (path: string): string => join(folder(), 'acme', path);

beforeEach(() => {
  mkdirSync(join(folder(), 'live'));
  mkdirSync(to(''));
});

/** Hands over a pair, into a folder of the test's. */
function handOver(certificate: string, key: string): void {
  writeFileSync(join(folder(), 'live/fullchain.pem'), certificate);
  writeFileSync(join(folder(), 'live/privkey.pem'), key);
  const input = readFileSync(SCRIPT, 'utf8').replaceAll('/srv/acme', to(''));
  const { status, stderr } = spawnSync('sh', ['-s', join(folder(), 'live')], { input, encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
}

it('leads one link to a folder with both, which the group may read and others not', () => {
  handOver('certificate', 'key');
  expect(readFileSync(to('tls/fullchain.pem'), 'utf8')).toBe('certificate');
  expect(readFileSync(to('tls/privkey.pem'), 'utf8')).toBe('key');
  expect(statSync(to('tls/privkey.pem')).mode & 0o777).toBe(0o640);
  expect(statSync(to('tls/')).mode & 0o777).toBe(0o750);
});

it('leads it on to the next pair, and leaves the one before for whoever reads it', () => {
  handOver('certificate', 'key');
  const before = readlinkSync(to('tls'));
  handOver('another', 'key');
  expect(readFileSync(to('tls/fullchain.pem'), 'utf8')).toBe('another');
  expect(readFileSync(to(`${before}/fullchain.pem`), 'utf8')).toBe('certificate');
});

it('does nothing where it is the same pair', () => {
  handOver('certificate', 'key');
  const before = statSync(to('tls/')).ino;
  handOver('certificate', 'key');
  expect(statSync(to('tls/')).ino).toBe(before);
  expect(readdirSync(to('')).filter((name) => name !== 'tls')).toHaveLength(1);
});
