// What the worker does with a tree at hand, in a process of its own: `node publish-to-s3.cjs JSON`.
'use strict';
const { CloudFrontKeyValueStoreClient } = require('@aws-sdk/client-cloudfront-keyvaluestore');
const { Agent } = require('node:http');
const { createS3Client } = require('../../../dist/lib/publish/s3-client.js');
const { S3SiteStore } = require('../../../dist/lib/publish/s3-site-store.js');
const { keepHeapSmall } = require('../../../dist/lib/sync/small-heap.js');
const { publishTree } = require('./publish-tree.cjs');

keepHeapSmall();
const { s3, keyValues, bucket, ...task } = JSON.parse(process.argv[2]);
const common = { region: 'us-east-1', credentials: { accessKeyId: 'bench', secretAccessKey: 'bench' } };

// The SDK puts the account before the endpoint's name, which no resolver here knows.
const httpAgent = new Agent({
  keepAlive: true,
  lookup: (_host, _options, done) => done(null, [{ address: '127.0.0.1', family: 4 }]),
});

const store = new S3SiteStore({
  s3: createS3Client({ ...common, endpoint: s3, forcePathStyle: true }),
  bucket,
  keyValues: new CloudFrontKeyValueStoreClient({
    ...common,
    endpoint: keyValues,
    requestHandler: { httpAgent },
  }),
  keyValueStoreArn: 'arn:aws:cloudfront::111122223333:key-value-store/6a1f0b5c-0000-4000-8000-000000000001',
});

publishTree(store, task).then((staged) => process.stdout.write(JSON.stringify(staged)));
