import { createPublicKey, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';

/** A key and its certificate, both in PEM. */
export interface SelfSignedCertificate {
  readonly key: string;
  readonly cert: string;
}

const OID = {
  ecdsaWithSha256: '2a8648ce3d040302',
  commonName: '550403',
  basicConstraints: '551d13',
  altNames: '551d11',
};
const TAG = { boolean: 0x01, integer: 0x02, bits: 0x03, octets: 0x04, oid: 0x06, utf8: 0x0c, time: 0x18 };
const SEQUENCE = 0x30;
const SET = 0x31;

/**
 * Makes a certificate for a server on this host (`localhost`, 127.0.0.1) that is its own authority.
 * @param validity instants between which it counts; a past `to` makes an expired one
 * @param names that it is good for beside those of this host
 */
export function selfSignedCertificate(
  validity: { readonly from: Date; readonly to: Date } = {
    from: new Date('2024-01-01T00:00:00Z'),
    to: new Date('2100-01-01T00:00:00Z'),
  },
  names: readonly string[] = [],
): SelfSignedCertificate {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const body = certificateBody(privateKey, validity, names);
  const signature = sign('sha256', body, privateKey);
  const certificate = der(SEQUENCE, body, algorithm(), der(TAG.bits, Buffer.of(0), signature));
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: pem('CERTIFICATE', certificate),
  };
}

function certificateBody(
  privateKey: KeyObject,
  { from, to }: { readonly from: Date; readonly to: Date },
  names: readonly string[],
): Buffer {
  const version = der(0xa0, der(TAG.integer, Buffer.of(2)));
  const serial = der(TAG.integer, Buffer.concat([Buffer.of(1), randomBytes(8)]));
  const commonName = der(SEQUENCE, oid(OID.commonName), der(TAG.utf8, Buffer.from('localhost')));
  const name = der(SEQUENCE, der(SET, commonName));
  const validity = der(SEQUENCE, time(from), time(to));
  const publicKey = createPublicKey(privateKey).export({ type: 'spki', format: 'der' });
  return der(SEQUENCE, version, serial, algorithm(), name, validity, name, publicKey, extensions(names));
}

function extensions(more: readonly string[]): Buffer {
  const authority = der(SEQUENCE, der(TAG.boolean, Buffer.of(0xff)));
  const own = ['localhost', ...more].map((name) => der(0x82, Buffer.from(name)));
  const names = der(SEQUENCE, ...own, der(0x87, Buffer.of(127, 0, 0, 1)));
  const extension = (id: string, value: Buffer): Buffer => der(SEQUENCE, oid(id), der(TAG.octets, value));
  return der(0xa3, der(SEQUENCE, extension(OID.basicConstraints, authority), extension(OID.altNames, names)));
}

function algorithm(): Buffer {
  return der(SEQUENCE, oid(OID.ecdsaWithSha256));
}

function time(instant: Date): Buffer {
  return der(
    TAG.time,
    Buffer.from(
      instant
        .toISOString()
        .replace(/\.\d{3}Z|[-:T]/g, '')
        .concat('Z'),
    ),
  );
}

function oid(hexadecimal: string): Buffer {
  return der(TAG.oid, Buffer.from(hexadecimal, 'hex'));
}

function der(tag: number, ...content: readonly Buffer[]): Buffer {
  const body = Buffer.concat(content);
  return Buffer.concat([Buffer.of(tag), lengthOf(body), body]);
}

/** As short as it can be: browsers take no other. */
function lengthOf({ length }: Buffer): Buffer {
  if (length < 0x80) return Buffer.of(length);
  return length < 0x100 ? Buffer.of(0x81, length) : Buffer.of(0x82, length >> 8, length & 0xff);
}

function pem(label: string, content: Buffer): string {
  const lines = content.toString('base64').match(/.{1,64}/g) ?? [];
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`;
}
