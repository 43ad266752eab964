import { SiteReader } from '../../../lib/audit/site-reader.js';
import { startHttps } from '../../support/servers.js';

describe('SiteReader', () => {
  it('takes the beginning of an endless page, and hangs up', async () => {
    let ended = false;
    const server = await startHttps((_request, response) => {
      response.on('close', () => (ended = true));
      const go = (): void => {
        while (response.write('x'.repeat(64 * 1024)));
        response.once('drain', go);
      };
      go();
    });
    const place = { address: '127.0.0.1', domain: 'prep.example.org', httpPort: 1, httpsPort: server.port };
    const reader = new SiteReader(place);
    try {
      const answer = await reader.get('/');
      expect('value' in answer && answer.value.body).toHaveLength(256 * 1024);
    } finally {
      await reader.close();
      await server.close();
    }
    expect(ended).toBe(true);
  });

  it('says over which scheme nobody answered', async () => {
    const place = { address: '127.0.0.1', domain: 'prep.example.org', httpPort: 1, httpsPort: 1 };
    const reader = new SiteReader(place);
    const why = { why: 'unreachable' };
    expect(await reader.get('/')).toMatchObject({
      ...why,
      detail: expect.stringMatching(/^HTTPS /) as string,
    });
    expect(await reader.getPlain('/')).toMatchObject({
      ...why,
      detail: expect.stringMatching(/^HTTP /) as string,
    });
    await reader.close();
  });
});
