import type { RequestListener } from 'node:http';
import { lookAtWeb } from '../../../lib/audit/web.js';
import { startHttp, startHttps, type RunningServer } from '../../support/servers.js';

const HEADERS = [{ path: '/json/main.json', name: 'Cache-Control' }];
const DOMAIN = 'prep.example.org';

describe('lookAtWeb', () => {
  const servers: RunningServer[] = [];
  afterEach(async () => {
    for (const server of servers.splice(0)) await server.close();
  });
  const look = async (
    listener: RequestListener,
    plain: RequestListener = (_request, response) => response.end(),
    official?: string,
  ) => {
    const https = await startHttps(listener);
    const http = await startHttp(plain);
    servers.push(https, http);
    const target = { domain: DOMAIN, headers: HEADERS, httpPort: http.port, httpsPort: https.port };
    const framed = official === undefined ? {} : { official };
    return lookAtWeb('127.0.0.1', { ...target, ...framed }, () => new Date());
  };

  it('asks the one address by the name of the site, with GET alone', async () => {
    const asked: string[] = [];
    const note: RequestListener = ({ method, url, headers: { host = '' } }, response) => {
      asked.push(`${method} ${host.split(':')[0]} ${url?.replace(/[0-9a-f]{16}/, '…')}`);
      response.end();
    };
    await look(note, note);
    expect(asked).toEqual([
      `GET ${DOMAIN} /`,
      `GET ${DOMAIN} /json/main.json`,
      `GET ${DOMAIN} /`,
      `GET ${DOMAIN} /difusor-audit-…`,
    ]);
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

  it('can’t see what a 304 says where nothing has an ETag', async () => {
    const { headers } = await look((_request, response) => response.end());
    expect(headers).toMatchObject([{ revalidated: { why: 'nothingThere', detail: 'ETag' } }]);
  });

  it('can’t see what a 304 says where the ETag is not heeded', async () => {
    const { headers } = await look((_request, response) => response.setHeader('etag', '"1"').end());
    expect(headers).toMatchObject([{ revalidated: { why: 'refused', detail: 'HTTP 200' } }]);
  });

  it('tells where plain HTTP leads, what the server calls itself, and what is not there', async () => {
    const seen = await look(
      ({ url }, response) => response.writeHead(url === '/' ? 200 : 404, { server: 'nginx/1.26.3' }).end(),
      (_request, response) => response.writeHead(301, { location: `https://${DOMAIN}/` }).end(),
    );
    expect(seen).toMatchObject({
      home: { value: { status: 200, server: 'nginx/1.26.3' } },
      redirect: { value: { status: 301, location: `https://${DOMAIN}/` } },
      missing: { value: 404 },
    });
    expect(seen).not.toHaveProperty('page');
  });

  it('follows no redirect, and says where nobody answers to plain HTTP', async () => {
    const https = await startHttps((_request, response) => response.end());
    servers.push(https);
    const target = { domain: DOMAIN, headers: [], httpPort: 1, httpsPort: https.port };
    expect(await lookAtWeb('127.0.0.1', target, () => new Date())).toMatchObject({
      redirect: { why: 'unreachable', detail: expect.stringMatching(/^HTTP E/) as string },
    });
  });

  it('looks for the frame in the home page, where there is to be one', async () => {
    const page = '<iframe src="https://prep.example.net/" title="PREP"></iframe>';
    const { page: seen } = await look(
      (_request, response) => response.end(page),
      undefined,
      'https://prep.example.net/',
    );
    expect(seen).toMatchObject({ value: { source: 'https://prep.example.net/', title: 'PREP' } });
  });
});
