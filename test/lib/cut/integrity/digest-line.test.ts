import { parseDigestLine } from '../../../../lib/cut/integrity/digest-line.js';
import { hashOf } from '../../../support/package-double.js';

const SHA = hashOf('x');
const MD5 = hashOf('x', 'md5');

describe('parseDigestLine', () => {
  it.each([
    ['two blanks', `${SHA}  a.zip`, 'a.zip'],
    ['an asterisk', `${SHA} *a.zip`, 'a.zip'],
    ['one blank', `${SHA} a.zip`, 'a.zip'],
    ['tabs and an asterisk', `${SHA}\t\t*a.zip`, 'a.zip'],
    ['a name that begins with a blank', `${SHA}   a.zip`, ' a.zip'],
    ['a name that begins with an asterisk', `${SHA}  *a.zip`, '*a.zip'],
    ['the tag of BSD', `SHA256 (a (1).zip) = ${SHA}`, 'a (1).zip'],
    ['the tag of OpenSSL', `sha2-256(a.zip)= ${SHA}`, 'a.zip'],
    ['an escaped name', `\\${SHA}  a\\nb\\\\c`, 'a\nb\\c'],
    ['the digest alone', SHA.toUpperCase(), undefined],
  ])('reads %s', (_what, line, name) => {
    expect(parseDigestLine(line, 'sha256')).toEqual({ digest: SHA, ...(name === undefined ? {} : { name }) });
  });

  it('reads MD5', () => {
    expect(parseDigestLine(`MD5 (a) = ${MD5}`, 'md5')).toEqual({ digest: MD5, name: 'a' });
  });

  it.each([
    ['another algorithm', `${MD5}  a`],
    ['the tag of another algorithm', `SHA512 (a) = ${SHA}`],
    ['a digest with more after it', `${SHA}ab`],
    ['a name alone', 'a.zip'],
    ['nothing', ''],
  ])('takes %s for none', (_what, line) => {
    expect(parseDigestLine(line, 'sha256')).toBeUndefined();
  });
});
