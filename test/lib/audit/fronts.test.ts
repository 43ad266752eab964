import type { NameResolver } from '../../../lib/audit/index.js';
import { lookAtFronts } from '../../../lib/audit/fronts.js';
import { startHttps, type RunningServer } from '../../support/servers.js';

const NOW = () => new Date('2030-05-19T16:00:00Z');
const HOST = {
  name: 'uno',
  address: '198.51.100.10',
  sshPort: 22,
  hostKeys: [],
  folder: '/srv/prep',
  administrator: 'guardia',
};

/** Gives what a test says for either family; loopback stands for any address. */
function names(four: readonly string[], six: readonly string[]): NameResolver {
  return {
    resolve4: () => Promise.resolve([...four]),
    resolve6: () => Promise.resolve([...six]),
  } as unknown as NameResolver;
}

describe('what the name of a site leads to', () => {
  let site: RunningServer;
  beforeEach(async () => {
    site = await startHttps((_request, response) => response.end());
  });
  afterEach(() => site.close());

  const look = (resolver: NameResolver, hosts: readonly (typeof HOST)[], httpsPort = site.port) =>
    lookAtFronts(
      { domain: 'prep.example.org', hosts, ports: [], headers: [], httpPort: 1, httpsPort },
      resolver,
      NOW,
    );

  it('is, beside hosts, looked at by IPv6 alone', async () => {
    const found = await look(names(['127.0.0.9'], ['127.0.0.1']), [HOST]);
    expect(found).toMatchObject({
      value: [{ address: '127.0.0.1', https: { value: 'open' }, web: { home: { value: { status: 200 } } } }],
    });
  });

  it('may be nothing by IPv6, which is told as such', async () => {
    expect(await look(names(['127.0.0.1'], []), [HOST])).toEqual({ value: [] });
  });

  it('is told as dead where nobody listens, and asked nothing more', async () => {
    const found = await look(names([], ['127.0.0.1']), [HOST], 1);
    expect(found).toEqual({
      value: [{ address: '127.0.0.1', https: { at: NOW().toISOString(), value: 'refused' } }],
    });
  });

  it('is looked at by either family where there is no host', async () => {
    const found = await look(names(['127.0.0.1'], ['127.0.0.2']), []);
    expect('value' in found && found.value.map(({ address }) => address)).toEqual(['127.0.0.1', '127.0.0.2']);
  });

  it('is looked at in part where it leads to many', async () => {
    const many = Array.from({ length: 8 }, (_, index) => `127.0.1.${index}`);
    const found = await look(names(many, []), [], 1);
    expect('value' in found && found.value).toHaveLength(4);
  });

  it('is not there where there is neither host nor record', async () => {
    expect(await look(names([], []), [])).toMatchObject({ why: 'nothingThere' });
  });

  it('is unknown where DNS can not be asked', async () => {
    const fails = () => Promise.reject(Object.assign(new Error('x'), { code: 'ECONNREFUSED' }));
    const found = await look({ resolve4: fails, resolve6: fails }, [HOST]);
    expect(found).toMatchObject({ why: 'unreachable' });
  });
});
