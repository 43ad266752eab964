import {
  answerS3,
  encodeS3Refusal,
  s3Operation,
  type S3Request,
  type S3Response,
} from '../../../../../lib/testing/cloudformation/api/s3.js';
import type { ResourceTemplate } from '../../../../../lib/testing/cloudformation/template.js';
import { BUCKET, deploy, testAccount } from '../support.js';

const request = (method: string, path: string, body = '', headers: S3Request['headers'] = {}): S3Request => ({
  method,
  url: new URL(path, 'http://stand-in'),
  headers,
  body: Buffer.from(body),
});
const bucket = (name: string, properties: ResourceTemplate['Properties'] = {}): ResourceTemplate => ({
  ...BUCKET,
  Properties: { ...properties, BucketName: name },
});

describe('answerS3', () => {
  const account = testAccount();
  const rule = { ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: 'key-1' } };
  deploy(account, {
    Resources: {
      Plain: bucket('plain'),
      Kms: bucket('kms', { BucketEncryption: { ServerSideEncryptionConfiguration: [rule] } }),
    },
  });
  deploy(account, { Resources: { Mx: bucket('in-mexico') } }, { region: 'mx-central-1' });
  const send = (...parts: Parameters<typeof request>): S3Response => answerS3(account, request(...parts));

  it('puts, gets, heads and lists objects', () => {
    expect(send('PUT', '/plain/a/%C3%B1.txt?x-id=PutObject', 'hola').status).toBe(200);
    expect(send('GET', '/plain/a/%C3%B1.txt').body.toString()).toBe('hola');
    expect(send('HEAD', '/plain/a/%C3%B1.txt')).toMatchObject({
      status: 200,
      body: '',
      headers: { 'content-length': '4' },
    });
    expect(send('GET', '/plain?list-type=2&prefix=a/').body).toContain(
      '<KeyCount>1</KeyCount><Contents><Key>a/ñ.txt</Key>',
    );
    expect(send('GET', '/plain?list-type=2&prefix=b/').body).toContain('<KeyCount>0</KeyCount>');
  });

  it('takes the chunks apart that the SDK sends', () => {
    send('PUT', '/plain/chunked', '4\r\nhola\r\n0\r\nx-amz-checksum-crc32:AAAAAA==\r\n\r\n', {
      'content-encoding': 'aws-chunked',
    });
    expect(send('GET', '/plain/chunked').body.toString()).toBe('hola');
  });

  it('says where a bucket is, and how it is encrypted', () => {
    expect(send('GET', '/plain?location').body).toBe('<LocationConstraint></LocationConstraint>');
    expect(send('GET', '/in-mexico?location').body).toBe(
      '<LocationConstraint>mx-central-1</LocationConstraint>',
    );
    expect(send('GET', '/plain?encryption').body).toContain('<SSEAlgorithm>AES256</SSEAlgorithm>');
    expect(send('GET', '/kms?encryption').body).toContain(
      '<SSEAlgorithm>aws:kms</SSEAlgorithm><KMSMasterKeyID>key-1</KMSMasterKeyID>',
    );
    expect(send('HEAD', '/plain').status).toBe(200);
  });

  it.each([
    ['GET', '/nobody?location', 'NoSuchBucket'],
    ['HEAD', '/nobody', 'NoSuchBucket'],
    ['PUT', '/nobody/key', 'NoSuchBucket'],
    ['GET', '/plain/nothing', 'NoSuchKey'],
    ['POST', '/plain/big?uploads', 'NotImplemented'],
    ['PUT', '/plain/big?partNumber=1&uploadId=u', 'NotImplemented'],
    ['DELETE', '/plain/key', 'NotImplemented'],
    ['GET', '/plain?versioning', 'NotImplemented'],
    ['GET', '/', 'NotImplemented'],
  ])('refuses %s %s with %s', (method, path, code) => {
    expect(() => send(method, path)).toThrow(expect.objectContaining({ code }) as Error);
  });

  it('names the operations as AWS does', () => {
    const names = [
      request('PUT', '/b/k'),
      request('GET', '/b?list-type=2'),
      request('GET', '/b'),
      request('PATCH', '/b'),
    ].map(s3Operation);
    expect(names).toEqual(['PutObject', 'ListObjects', 'ListObjects', undefined]);
  });
});

describe('encodeS3Refusal', () => {
  it('has S3’s own form', () => {
    expect(encodeS3Refusal('NoSuchKey', '<key>')).toBe(
      '<Error><Code>NoSuchKey</Code><Message>&#60;key&#62;</Message></Error>',
    );
  });
});
