import { MockAgent } from 'undici';
import { probeFraming } from '../../../lib/frame/index.js';
import { isDifusorError } from '../../../lib/errors.js';

const ORIGIN = 'https://prep.instituto.example';

describe('probeFraming', () => {
  let agent: MockAgent;
  const probe = (): ReturnType<typeof probeFraming> =>
    probeFraming({ official: `${ORIGIN}/`, domain: 'prep.diario.example', dispatcher: agent });
  const answer = (path: string, status: number, headers: Record<string, string> = {}): void => {
    agent.get(ORIGIN).intercept({ path }).reply(status, '', { headers });
  };

  beforeEach(() => {
    agent = new MockAgent();
    agent.disableNetConnect();
  });
  afterEach(() => agent.close());

  it('says that a site without headers may be framed', async () => {
    answer('/', 200);
    expect(await probe()).toEqual({ kind: 'allowed' });
  });

  it('judges the page behind a redirect', async () => {
    answer('/', 302, { location: '/inicio/' });
    answer('/inicio/', 200, { 'x-frame-options': 'SAMEORIGIN' });
    expect(await probe()).toMatchObject({ kind: 'refused', header: 'X-Frame-Options' });
  });

  test.each([['https://www.instituto.example/'], ['http://prep.instituto.example/']])(
    'takes a redirect to %s, which the page may not frame, for a refusal',
    async (location) => {
      answer('/', 301, { location });
      expect(await probe()).toEqual({ kind: 'refused', header: 'Location', value: location });
    },
  );

  test.each([[404], [503]])('tells that HTTP %s shows nothing to frame', async (status) => {
    answer('/', status);
    await expect(probe()).rejects.toMatchObject({
      code: 'OUTSIDE_UNREACHABLE',
      params: { reason: `HTTP ${status}` },
    });
  });

  it('gives up on redirects without end', async () => {
    agent
      .get(ORIGIN)
      .intercept({ path: '/' })
      .reply(302, '', { headers: { location: '/' } })
      .persist();
    const error = await probe().catch((thrown: unknown) => thrown);
    expect(isDifusorError(error, 'OUTSIDE_UNREACHABLE')).toBe(true);
  });

  it('tells a site that does not answer', async () => {
    agent.get(ORIGIN).intercept({ path: '/' }).replyWithError(new Error('gone'));
    await expect(probe()).rejects.toMatchObject({ code: 'OUTSIDE_UNREACHABLE' });
  });
});
