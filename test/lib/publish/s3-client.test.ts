import { HeadObjectCommand } from '@aws-sdk/client-s3';
import type { ServerResponse } from 'node:http';
import { createS3Client } from '../../../lib/publish/s3-client.js';
import { startHttp } from '../../support/servers.js';

describe('createS3Client', () => {
  it('has a hundred requests under way at one time', async () => {
    const waiting: ServerResponse[] = [];
    const server = await startHttp((_request, response) => {
      waiting.push(response);
      if (waiting.length === 100) for (const one of waiting) one.end();
    });
    const client = createS3Client({
      endpoint: `http://127.0.0.1:${server.port}`,
      forcePathStyle: true,
      region: 'us-east-1',
      credentials: { accessKeyId: 'id', secretAccessKey: 'secret' },
    });
    const keys = Array.from({ length: 100 }, (_, index) => `${index}`);
    await Promise.all(keys.map((Key) => client.send(new HeadObjectCommand({ Bucket: 'site', Key }))));
    expect(waiting).toHaveLength(100);
    await server.close();
  });

  it('takes what it is told over what it would do', async () => {
    const client = createS3Client({
      region: 'mx-central-1',
      credentials: { accessKeyId: 'id', secretAccessKey: 'secret' },
      requestHandler: { handle: () => Promise.reject(new Error('told')) },
      maxAttempts: 1,
    });
    expect(await client.config.region()).toBe('mx-central-1');
    await expect(client.send(new HeadObjectCommand({ Bucket: 'b', Key: 'k' }))).rejects.toThrow('told');
  });
});
