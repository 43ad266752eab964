import fc from 'fast-check';
import { parseDigestList } from '../../../../lib/cut/integrity/digest-list.js';
import { FUZZ_RUNS } from '../../../support/fuzz-runs.js';
import { hashOf } from '../../../support/package-double.js';

const FUZZ = { seed: 20270606, numRuns: FUZZ_RUNS };
const SHA = hashOf('x');
const MD5 = hashOf('x', 'md5');

describe('parseDigestList', () => {
  // Lines as GNU coreutils 9 writes them.
  it.each([
    ['a text file', `${SHA}  index.html\n`, 'index.html'],
    ['a binary file', `${SHA} *img/a.jpg\n`, 'img/a.jpg'],
    ['a name with blanks', `${SHA}  con  dos espacios .txt\n`, 'con  dos espacios .txt'],
    ['a name behind ./', `${SHA}  ./index.html\n`, 'index.html'],
    ['capitals', `${SHA.toUpperCase()}  index.html\n`, 'index.html'],
    ['CR LF', `${SHA}  index.html\r\n`, 'index.html'],
    ['no line end', `${SHA}  index.html`, 'index.html'],
    ['an escaped name', `\\${SHA}  a\\nb\\\\c\\rd\n`, 'a\nb\\c\rd'],
    ['a backslash that is not escaped', `${SHA}  a\\nb\n`, 'a\\nb'],
    ['one blank, or a tab', `${SHA} index.html\n`, 'index.html'],
    ['OpenSSL', `SHA2-256(index.html)= ${SHA}\n`, 'index.html'],
    ['--tag', `SHA256 (index.html) = ${SHA}\n`, 'index.html'],
    ['--tag with an escaped name', `\\SHA256 (a\\nb) = ${SHA}\n`, 'a\nb'],
    ['comments and blank lines', `# lista\n\n${SHA}  index.html\n\n`, 'index.html'],
    ['a decomposed accent', `${SHA}  pa\u0301gina\n`, 'p\u00e1gina'],
  ])('reads %s', (_name, text, path) => {
    expect(parseDigestList(text, 'sha256')).toEqual([{ path, digest: SHA }]);
  });

  it('reads MD5', () => {
    expect(parseDigestList(`${MD5}  a\nMD5 (b) = ${MD5}\n`, 'md5')).toEqual([
      { path: 'a', digest: MD5 },
      { path: 'b', digest: MD5 },
    ]);
  });

  it.each([
    ['a list of another algorithm', `${MD5}  a\n`],
    ['a tag of another algorithm', `SHA512 (a) = ${SHA}\n`],
    ['a digest without a name', `${SHA}\n`],
    ['a name without a digest', 'index.html\n'],
    ['a page', '<!doctype html>\n'],
  ])('says the line of %s', (_name, line) => {
    expect(parseDigestList(`${SHA}  first\n${line}`, 'sha256')).toEqual({ line: 2 });
  });
});

describe('digest lists, fuzzed', () => {
  const escaped = (name: string): [string, string] => {
    const written = name.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\r', '\\r');
    return written === name ? ['', name] : ['\\', written];
  };
  const name = fc
    .string({
      unit: fc.oneof(
        fc.constantFrom('\\', '\n', '\r', ' ', '*', '/', '(', ')', '='),
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
      ),
      minLength: 1,
      maxLength: 12,
    })
    .map((text) => text.normalize('NFC'))
    .filter((text) => !text.startsWith('./'));
  const form = fc.constantFrom<(name: string, digest: string) => string>(
    (written, digest) => `${escaped(written)[0]}${digest}  ${escaped(written)[1]}`,
    (written, digest) => `${escaped(written)[0]}${digest} *${escaped(written)[1]}`,
    (written, digest) => `${escaped(written)[0]}SHA256 (${escaped(written)[1]}) = ${digest}`,
  );

  it('are read back as they were written', () => {
    const digest = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 64, maxLength: 64 });
    fc.assert(
      fc.property(fc.array(fc.tuple(name, digest, form)), fc.constantFrom('\n', '\r\n'), (lines, lineEnd) => {
        const text = lines.map(([path, hash, write]) => write(path, hash) + lineEnd).join('');
        expect(parseDigestList(text, 'sha256')).toEqual(
          lines.map(([path, hash]) => ({ path, digest: hash })),
        );
      }),
      FUZZ,
    );
  });

  it('are read or told by the line that is none, whatever the text', () => {
    const line = fc.oneof(
      fc.string(),
      fc.constantFrom(`${SHA}  a`, '# b', ''),
      fc.string().map((tail) => SHA + tail),
    );
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const read = parseDigestList(lines.join('\n'), 'sha256');
        if (!('line' in read)) for (const { digest } of read) expect(digest).toMatch(/^[0-9a-f]{64}$/);
      }),
      FUZZ,
    );
  });
});
