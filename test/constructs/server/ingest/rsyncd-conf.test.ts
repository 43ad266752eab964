import { REFUSED_OPTIONS, rsyncdConf } from '../../../../constructs/server/ingest/rsyncd-conf.js';

const ingest = { kind: 'rsync', port: 873, module: 'prep', user: 'ople', secretFile: '/x' } as const;
const valueOf = (conf: string, key: string): string | undefined =>
  new RegExp(`^ *${key} = (.*)$`, 'm').exec(conf)?.[1];

describe('rsyncdConf', () => {
  const conf = rsyncdConf(ingest, ['203.0.113.0/28', '2001:db8:5::/64']);

  it.each([
    ['write only', 'yes'],
    ['read only', 'no'],
    ['list', 'no'],
    ['auth users', 'ople'],
    ['strict modes', 'yes'],
    ['munge symlinks', 'yes'],
    ['hosts allow', '203.0.113.0/28 2001:db8:5::/64'],
    ['hosts deny', '\\*'],
  ])('says %s = %s', (key, value) => {
    expect(valueOf(conf, key)).toMatch(new RegExp(`^${value}$`));
  });

  it('lets nobody in before the institute has given its addresses', () => {
    expect(valueOf(rsyncdConf(ingest, []), 'hosts allow')).toBe('127.0.0.1');
  });

  it('refuses every way to delete, and not what rsync -a asks for', () => {
    expect(REFUSED_OPTIONS).toEqual(
      expect.arrayContaining(['delete', 'delete-*', 'del', 'remove-source-files']),
    );
    for (const archive of ['recursive', 'links', 'perms', 'times', 'group', 'owner', 'devices'])
      expect(REFUSED_OPTIONS).not.toContain(archive);
  });
});
