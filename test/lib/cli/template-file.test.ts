import { mkdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readJson, readText, reasonOf } from '../../../lib/cli/template-file.js';
import { useTemporaryDirectory } from '../../support/temporary-directory.js';
import { thrownBy } from '../../support/thrown.js';

const directory = useTemporaryDirectory();

function write(name: string, content: string): string {
  const path = join(directory(), name);
  writeFileSync(path, content);
  return path;
}

describe('readText and readJson', () => {
  it('give what a file holds', () => {
    expect(readText(write('a', 'ñ\n'))).toBe('ñ\n');
    expect(readJson(write('b', '{"a":[1]}'))).toEqual({ a: [1] });
  });

  test.each<[string, () => string, string | RegExp]>([
    ['a path that is not there', () => join(directory(), 'x'), 'ENOENT'],
    ['what is no regular file', () => '/dev/zero', 'ENOTSUP'],
    ['no JSON', () => write('c', '{'), /JSON/],
    [
      'more than anyone’s template',
      () => {
        truncateSync(write('d', ''), 16 * 1024 * 1024 + 1);
        return join(directory(), 'd');
      },
      '> 16 MiB',
    ],
    [
      'a folder',
      () => {
        mkdirSync(join(directory(), 'e'));
        return join(directory(), 'e');
      },
      'ENOTSUP',
    ],
  ])('refuse %s, and say which path and why', (_name, make, reason) => {
    const path = make();
    expect(thrownBy(() => readJson(path))).toMatchObject({
      code: 'TEMPLATE_UNREADABLE',
      params: { path, reason: typeof reason === 'string' ? reason : expect.stringMatching(reason) },
    });
  });
});

describe('reasonOf', () => {
  it('is the system’s code, else the error’s own text', () => {
    expect(reasonOf(Object.assign(new Error('x'), { code: 'EACCES' }))).toBe('EACCES');
    expect(reasonOf(new Error('x'))).toBe('x');
  });
});
