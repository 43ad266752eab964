import '@aws-sdk/signature-v4a';
import type { S3Client } from '@aws-sdk/client-s3';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createS3Client } from '../../../lib/publish/s3-client.js';
import { S3LeanRequests } from '../../../lib/publish/s3-lean-requests.js';
import { capturingS3Client, CREDENTIALS } from '../../support/capturing-s3-client.js';
import { startHttp } from '../../support/servers.js';

describe('S3LeanRequests', () => {
  let close: () => Promise<void> = () => Promise.resolve();
  afterEach(() => close());

  const clientOf = async (
    answer: (request: IncomingMessage, response: ServerResponse) => void,
  ): Promise<S3Client> => {
    const server = await startHttp(answer);
    close = server.close;
    const endpoint = `http://127.0.0.1:${server.port}`;
    return createS3Client({
      endpoint,
      forcePathStyle: true,
      region: 'mx-central-1',
      credentials: CREDENTIALS,
    });
  };

  it('sends a body, and reads an answer that comes in pieces', async () => {
    const bodies: string[] = [];
    const client = await clientOf((request, response) => {
      void request.toArray().then((parts: Buffer[]) => {
        bodies.push(Buffer.concat(parts).toString());
        response.write('ñ'.repeat(40_000));
        setImmediate(() => response.end('!'));
      });
    });
    const body = { content: Buffer.from('x'), sha256: 'of x' };
    const answer = await new S3LeanRequests(client, 'sitio').tryPut('a', {}, { body });
    expect(answer).toEqual({ status: 200, text: `${'ñ'.repeat(40_000)}!` });
    expect(bodies).toEqual(['x']);
    client.destroy();
  });

  it.each([
    ['before it answers', (response: ServerResponse) => response.destroy()],
    [
      'in the middle of its answer',
      (response: ServerResponse) => {
        response.writeHead(200, { 'content-length': 100 });
        response.write('<Copy', () => response.destroy());
      },
    ],
  ])('has no answer of use where S3 hangs up %s', async (_when, hangUp) => {
    const client = await clientOf((_request, response) => void hangUp(response));
    expect(await new S3LeanRequests(client, 'sitio').tryPut('a', {})).toBeUndefined();
    client.destroy();
  });

  it('has no answer of use without credentials, and has one as soon as there are some', async () => {
    let asked = 0;
    const credentials = (): Promise<typeof CREDENTIALS> => {
      asked += 1;
      return asked === 1 ? Promise.reject(new Error('not yet')) : Promise.resolve(CREDENTIALS);
    };
    const { client } = capturingS3Client({ credentials });
    const requests = new S3LeanRequests(client, 'sitio');
    expect(await requests.tryPut('a', {})).toBeUndefined();
    expect(await requests.tryPut('a', {})).toMatchObject({ status: 200 });
  });

  it('sends nothing to a bucket whose requests are not signed for one region', async () => {
    const { client, sent } = capturingS3Client();
    const alias = 'arn:aws:s3::123456789012:accesspoint/mfzwi23gnjvgw.mrap';
    expect(await new S3LeanRequests(client, alias).tryPut('a', {})).toBeUndefined();
    expect(sent).toEqual([]);
  });

  it('all but stops where S3 refuses everything, and starts again with the first success', async () => {
    let status = 403;
    let asked = 0;
    const client = await clientOf((_request, response) => {
      asked += 1;
      response.writeHead(status).end();
    });
    const requests = new S3LeanRequests(client, 'sitio');
    const ask = async (times: number): Promise<number> => {
      const before = asked;
      for (let time = 0; time < times; time += 1) await requests.tryPut('a', {});
      return asked - before;
    };
    expect(await ask(32)).toBe(32);
    expect(await ask(320)).toBe(10);
    status = 200;
    await ask(32);
    expect(await ask(5)).toBe(5);
    client.destroy();
  });
});
