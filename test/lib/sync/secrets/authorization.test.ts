import { authorizationOf } from '../../../../lib/sync/secrets/authorization.js';

const CANARY = 'canario-7f3a';

describe('authorizationOf', () => {
  it('makes Basic credentials in UTF-8', () => {
    const secret = JSON.stringify({ username: 'difusor', password: 'cañón: 1' });
    const expected = `Basic ${Buffer.from('difusor:cañón: 1', 'utf8').toString('base64')}`;
    expect(authorizationOf('basic', 'difusor/source', secret)).toBe(expected);
  });

  it('makes a bearer token, whatever else the secret holds', () => {
    expect(authorizationOf('bearer', 'difusor/source', '{"token":"abc.def","issued":"2024"}')).toBe(
      'Bearer abc.def',
    );
  });

  it.each([
    ['basic', `${CANARY}`],
    ['basic', `{"username":"${CANARY}"}`],
    ['basic', `{"username":"a:b","password":"${CANARY}"}`],
    ['basic', `{"username":"a","password":"${CANARY}\\r\\nX-Evil: 1"}`],
    ['basic', `{"username":"","password":"${CANARY}"}`],
    ['basic', `{"token":"${CANARY}"}`],
    ['basic', `["${CANARY}"]`],
    ['bearer', `{"token":"${CANARY} with a space"}`],
    ['bearer', `{"token":"${CANARY}\\n"}`],
    ['bearer', `{"username":"a","password":"${CANARY}"}`],
    ['bearer', ''],
  ] as const)('refuses for %s the secret %j, and does not repeat it', (scheme, secret) => {
    let thrown: unknown;
    try {
      authorizationOf(scheme, 'difusor/source', secret);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toMatchObject({ code: 'SECRET_UNREADABLE', params: { name: 'difusor/source' } });
    expect(JSON.stringify([String(thrown), thrown, (thrown as Error).cause ?? null])).not.toContain(CANARY);
  });
});
