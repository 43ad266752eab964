import { DescribeKeyValueStoreCommand } from '@aws-sdk/client-cloudfront-keyvaluestore';
import '@aws-sdk/signature-v4a';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createKeyValueClient } from '../../../lib/publish/key-value-client.js';
import { REQUEST_LIMITS } from '../../../lib/publish/request-limits.js';
import { KEY_VALUE_STORE_ARN, KeyValueStoreDouble } from '../../support/key-value-store-double.js';

describe('createKeyValueClient', () => {
  it('asks in the region of CloudFront, and waits for no answer without end', async () => {
    const service = new KeyValueStoreDouble();
    await service.start();
    const client = createKeyValueClient({
      endpoint: service.endpoint(),
      credentials: { accessKeyId: 'id', secretAccessKey: 'secret' },
    });
    // The SDK puts the account before the endpoint's name, which no resolver here knows.
    client.middlewareStack.add(
      (next) => (args) => {
        Object.assign(args.request as object, { hostname: '127.0.0.1' });
        return next(args);
      },
      { step: 'finalizeRequest', priority: 'low' },
    );
    await client.send(new DescribeKeyValueStoreCommand({ KvsARN: KEY_VALUE_STORE_ARN }));
    expect(service.requests).toEqual(['GET store']);
    expect(await client.config.region()).toBe('us-east-1');
    const { connectionTimeout, requestTimeout, throwOnRequestTimeout } = REQUEST_LIMITS;
    const handler = client.config.requestHandler as { httpHandlerConfigs(): object };
    expect(handler.httpHandlerConfigs()).toMatchObject({
      connectionTimeout,
      requestTimeout,
      throwOnRequestTimeout,
    });
    client.destroy();
    await service.stop();
  });
});

describe('clients of the stores', () => {
  it('are made in one place each, so that none waits without end', () => {
    const lib = join(__dirname, '../../../lib');
    const made = readdirSync(lib, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts'))
      .filter((path) =>
        /new (S3|CloudFrontKeyValueStore)Client\(/.test(readFileSync(join(lib, path), 'utf8')),
      );
    // The source's bucket is another account's, with limits of its own.
    expect(made.sort()).toEqual([
      'publish/key-value-client.ts',
      'publish/s3-client.ts',
      'sync/sources/s3-source.ts',
    ]);
  });
});
