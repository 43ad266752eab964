import type { JsonObject } from '../../../../../lib/testing/cloudformation/json.js';
import {
  checkLambdaFunction,
  checkLambdaLayer,
} from '../../../../../lib/testing/cloudformation/service-checks/lambda.js';
import { BUCKET, deploy, testAccount } from '../support.js';
import { serviceRequest } from './support.js';

const account = testAccount();
deploy(account, { Resources: { Bucket: { ...BUCKET, Properties: { BucketName: 'assets' } } } });
account.objects.put('assets', 'worker.zip', Buffer.from('zip'));
const uploaded = { S3Bucket: 'assets', S3Key: 'worker.zip' };
const missing = { S3Bucket: 'assets', S3Key: 'other.zip' };

describe('checkLambdaFunction', () => {
  const check =
    (Code: JsonObject, Variables: JsonObject = {}) =>
    (): void => {
      checkLambdaFunction(serviceRequest({ Code, Environment: { Variables } }, { objects: account.objects }));
    };

  it('wants the code to be where it says', () => {
    expect(check(uploaded)).not.toThrow();
    expect(check({ ZipFile: 'exports.handler = () => {}' })).not.toThrow();
    expect(check(missing)).toThrow(/S3 Error Code: NoSuchKey/);
    expect(check({ ...uploaded, S3Bucket: 'nobody' })).toThrow(/S3 Error Code: NoSuchKey/);
  });

  it('holds the variables to 4 KB, names and values together', () => {
    expect(check(uploaded, { SETTINGS: 'x'.repeat(4096 - 8) })).not.toThrow();
    expect(check(uploaded, { SETTINGS: 'x'.repeat(4096 - 7) })).toThrow(
      'exceeded the 4KB limit. String measured: 4097 bytes',
    );
    expect(check(uploaded, { SETTINGS: 'ñ'.repeat(2045) })).toThrow('String measured: 4098 bytes');
  });
});

describe('checkLambdaLayer', () => {
  it('wants the content to be where it says', () => {
    const check = (Content: JsonObject) => (): void => {
      checkLambdaLayer(serviceRequest({ Content }, { objects: account.objects }));
    };
    expect(check(uploaded)).not.toThrow();
    expect(check(missing)).toThrow(/NoSuchKey/);
  });
});
