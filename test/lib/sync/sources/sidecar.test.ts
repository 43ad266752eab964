import fc from 'fast-check';
import { readSidecar, sidecarName } from '../../../../lib/sync/sources/sidecar.js';
import { FUZZ_RUNS } from '../../../support/fuzz-runs.js';

const NAME = '20240602_2000_PREP_BCS.zip';
const SHA256 = 'ab'.repeat(32);
const OTHER = 'cd'.repeat(32);
const MD5 = 'ef'.repeat(16);

describe('sidecarName', () => {
  it('puts the algorithm after the whole name', () => {
    expect(sidecarName('cortes/a.tar.gz', 'md5')).toBe('cortes/a.tar.gz.md5');
  });
});

describe('readSidecar', () => {
  const read = (text: string | undefined): string | undefined => readSidecar(text, 'sha256', [NAME]).digest;

  it.each([
    ['the digest alone', SHA256],
    ['the digest and a line end', `${SHA256}\r\n`],
    ['capitals', SHA256.toUpperCase()],
    ['a byte order mark', `\ufeff${SHA256}\n`],
    ['sha256sum', `${SHA256}  ${NAME}\n`],
    ['sha256sum of a binary', `${SHA256} *${NAME}\n`],
    ['sha256sum of another folder', `${SHA256}  ./cortes/${NAME}\n`],
    ['a Windows path', `${SHA256} *C:\\cortes\\${NAME}\r\n`],
    ['BSD', `SHA256 (${NAME}) = ${SHA256}\n`],
    ['OpenSSL 1', `SHA256(${NAME})= ${SHA256}\n`],
    ['OpenSSL 3', `SHA2-256(${NAME})= ${SHA256}\n`],
    ['another name, where there is but one line', `${SHA256}  paquete.zip\n`],
    ['several lines, of which one names the package', `${OTHER}  otro.zip\n${SHA256}  ${NAME}\n`],
    ['a heading', `# sumas\n\n${SHA256}  ${NAME}\n`],
  ])('reads %s', (_what, text) => {
    expect(read(text)).toBe(SHA256);
  });

  it.each([
    ['no file', undefined],
    ['an empty file', ''],
    ['a page', '<html><p>404</p></html>'],
    ['a digest of another length', MD5],
    ['a digest that is cut off', SHA256.slice(1)],
    ['a digest with more after it', `${SHA256}ab`],
    ['several lines, of which none names the package', `${OTHER}  a.zip\n${SHA256}  b.zip\n`],
    ['another algorithm', `SHA1 (${NAME}) = ${SHA256}`],
  ])('finds no digest in %s', (_what, text) => {
    expect(readSidecar(text, 'sha256', [NAME])).toEqual({ algorithm: 'sha256', digest: undefined });
  });

  it('reads MD5', () => {
    const declared = { algorithm: 'md5', digest: MD5 };
    expect(readSidecar(`${MD5}  ${NAME}`, 'md5', [NAME])).toEqual(declared);
    expect(readSidecar(`MD5 (${NAME}) = ${MD5}`, 'md5', [NAME])).toEqual(declared);
  });

  it('survives any text, and finds nothing but a digest that is in it', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.constantFrom(SHA256, OTHER, MD5, NAME, ' *', '  ', '\n', '\r\n', 'SHA256 (', ') = ', '\\'),
    );
    const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, (sidecar) => {
        const digest = read(sidecar);
        return (
          digest === undefined || (/^[0-9a-f]{64}$/.test(digest) && sidecar.toLowerCase().includes(digest))
        );
      }),
      { numRuns: FUZZ_RUNS, seed: 20240602 },
    );
  });

  it('finds the digest of any name that the package may have, in each form', () => {
    const name = fc.stringMatching(/^[A-Za-z0-9][\w.-]{0,40}$/);
    const digest = fc.stringMatching(/^[0-9a-f]{64}$/);
    fc.assert(
      fc.property(name, digest, fc.nat(3), (file, hex, form) => {
        const line = [hex, `${hex}  ${file}`, `${hex} *${file}`, `SHA256 (${file}) = ${hex}`][form];
        return readSidecar(`${line}\n`, 'sha256', [file]).digest === hex;
      }),
      { numRuns: FUZZ_RUNS, seed: 20240602 },
    );
  });
});
