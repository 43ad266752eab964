import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { MAX_CONFIG_KIB, readConfig } from '../../../lib/config/read-config.js';
import { ConfigFolder, failureOf } from './sample-config.js';

let folder: ConfigFolder;
beforeEach(() => {
  folder = new ConfigFolder();
});
afterEach(() => {
  folder.remove();
});

const read = (name: string) => readConfig(join(folder.path, name), name);

describe('readConfig', () => {
  it('gives the text of a UTF-8 file', () => {
    folder.write('institución: ñ\n');
    expect(read('difusor.yaml')).toBe('institución: ñ\n');
  });

  it('drops a byte order mark', () => {
    folder.write('\ufeffa: 1');
    expect(read('difusor.yaml')).toBe('a: 1');
  });

  it('takes a file of exactly the limit', () => {
    folder.write('#'.repeat(MAX_CONFIG_KIB * 1024));
    expect(read('difusor.yaml')).toHaveLength(MAX_CONFIG_KIB * 1024);
  });

  const utf16 = Buffer.from('\ufeffa: 1', 'utf16le');
  test.each([
    ['a file above the limit', '#'.repeat(MAX_CONFIG_KIB * 1024 + 1), 'EFBIG'],
    ['UTF-16', utf16, 'EILSEQ'],
    ['Latin-1', Buffer.from('institución', 'latin1'), 'EILSEQ'],
  ])('refuses %s', (_name, content, reason) => {
    folder.write(content);
    const error = failureOf(() => read('difusor.yaml'));
    expect(error.code).toBe('CONFIG_UNREADABLE');
    expect(error.params).toEqual({ path: 'difusor.yaml', reason, maxKib: MAX_CONFIG_KIB });
  });

  it('refuses a folder', () => {
    mkdirSync(join(folder.path, 'folder'));
    expect(failureOf(() => read('folder')).params.reason).toBe('EISDIR');
  });

  it('refuses a named pipe at once, without waiting for a writer', () => {
    execFileSync('mkfifo', [join(folder.path, 'pipe')]);
    expect(failureOf(() => read('pipe')).params.reason).toBe('EINVAL');
  });

  it('refuses an endless device', () => {
    expect(failureOf(() => readConfig('/dev/zero', '/dev/zero')).params.reason).toBe('EINVAL');
  });

  test.each(['missing.yaml', 'a\0b'])('says that %j is not found, with its cause', (name) => {
    const error = failureOf(() => read(name));
    expect(error.code).toBe('CONFIG_NOT_FOUND');
    expect(error.cause).toHaveProperty('code');
  });
});
