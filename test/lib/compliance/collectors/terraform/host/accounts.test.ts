import type { Fact } from '../../../../../../lib/compliance/facts.js';
import { readAccounts } from '../../../../../../lib/compliance/collectors/terraform/host/accounts.js';
import { HOLE } from '../../../facts-builder.js';
import { testHostileText } from '../../../hostile-text.js';

function accounts(files: Readonly<Record<string, Fact<string>>>) {
  const brought = Object.entries(files).map(
    ([path, content]) => [path, { path, content, resource: 'r' }] as const,
  );
  return readAccounts({ cloudInit: undefined, files: new Map(brought) });
}

const KEYS = { '/home/guardia/.ssh/authorized_keys': '# mine\nssh-ed25519 AAAA\n\nssh-ed25519 BBBB\n' };
const rootBy = (content: Fact<string>, path = '/etc/sudoers.d/prep') =>
  accounts({ ...KEYS, [path]: content }).find(({ name }) => name === 'guardia')?.root;

describe('readAccounts', () => {
  test.each([
    ['guardia ALL=(ALL) NOPASSWD:ALL', 'full'],
    ['guardia ALL = ( ALL : ALL ) ALL', 'full'],
    ['guardia \\\n ALL=(ALL) ALL', 'full'],
    ['guardia ALL=(ALL) NOPASSWD: /bin/ls', 'limited'],
    ['guardia ALL=(ALL) ALL, !/bin/su', 'limited'],
    ['guardia ALL=(ALL) ALL\nguardia ALL=(ALL) !ALL', 'limited'],
    ['guardia ALL=(www-data) ALL', 'limited'],
    ['guardia all=(all) all', 'limited'],
    ['# guardia ALL=(ALL) ALL', 'none'],
    ['guardian ALL=(ALL) ALL', 'none'],
    [HOLE, HOLE],
  ])('lets it do, by %j: %j', (content, root) => {
    expect(rootBy(content)).toEqual(root);
  });

  test('takes no file that sudo itself leaves out', () => {
    expect(rootBy('guardia ALL=(ALL) ALL', '/etc/sudoers.d/prep.bak')).toBe('none');
  });

  test('counts the keys, and does not know those of a file that nobody could read', () => {
    expect(accounts(KEYS)).toEqual([{ name: 'guardia', root: 'none', keys: 2, shell: true }]);
    expect(accounts({ '/etc/ssh/authorized_keys.d/root': HOLE })).toEqual([
      { name: 'root', root: 'full', keys: HOLE, shell: true },
    ]);
  });

  testHostileText(rootBy, ['guardia ', 'ALL', '=(', ')', ' NOPASSWD:', '\\\n', ':']);
});
