import type { RequestListener } from 'node:http';
import { lookAtWeb } from '../../../lib/audit/web.js';
import { startHttps, type RunningServer } from '../../support/servers.js';

const HEADERS = [{ path: '/json/main.json', name: 'Cache-Control' }];

describe('lookAtWeb', () => {
  let server: RunningServer;
  afterEach(() => server.close());
  const look = async (listener: RequestListener) => {
    server = await startHttps(listener);
    const place = { address: '127.0.0.1', port: server.port, domain: 'prep.example.org' };
    return lookAtWeb(place, HEADERS, () => new Date());
  };

  it('asks the one host by the name of the site, with GET alone', async () => {
    const asked: string[] = [];
    await look(({ method, url, headers: { host } }, response) => {
      asked.push(`${method} ${host} ${url}`);
      response.end();
    });
    const host = `prep.example.org:${server.port}`;
    expect(asked).toEqual([`GET ${host} /`, `GET ${host} /json/main.json`]);
  });

  test.each([
    [404, 'nothingThere'],
    [503, 'nothingThere'],
    [403, 'refused'],
  ])('takes no header from an answer of %d', async (status, why) => {
    const { headers } = await look((_request, response) => response.writeHead(status, { etag: '"1"' }).end());
    expect(headers).toMatchObject([{ fresh: { why }, revalidated: { why } }]);
  });

  it('tells each value of a header that comes twice', async () => {
    const { headers } = await look((_request, response) => {
      response.setHeader('Cache-Control', ['no-cache', 'no-store']).end();
    });
    expect(headers).toMatchObject([{ fresh: { value: { values: ['no-cache', 'no-store'] } } }]);
  });

  it('can’t see what a 304 says where nothing has an ETag, or where it is not heeded', async () => {
    const without = await look((_request, response) => response.end());
    expect(without.headers).toMatchObject([{ revalidated: { why: 'nothingThere', detail: 'ETag' } }]);
    await server.close();
    const unheeded = await look((_request, response) => response.setHeader('etag', '"1"').end());
    expect(unheeded.headers).toMatchObject([{ revalidated: { why: 'refused', detail: 'HTTP 200' } }]);
  });
});
