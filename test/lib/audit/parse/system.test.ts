import { parseSystem } from '../../../../lib/audit/parse/system.js';
import { expectBounded } from './hostile-output.js';

describe('parseSystem', () => {
  test.each([
    [
      'Ubuntu',
      'NAME="Ubuntu"\nVERSION_ID="24.04"\nID=ubuntu\nID_LIKE=debian\n',
      { value: { name: 'Ubuntu', version: '24.04' } },
    ],
    ['a name in quotes', 'ID="rhel"\nVERSION_ID="9.4"\n', { value: { name: 'RHEL', version: '9.4' } }],
    ['a system without versions', 'ID=arch\n', { value: { name: 'Arch', version: '' } }],
    ['what only looks like an id', 'ID_LIKE=ubuntu\n', { why: 'unread' }],
    ['a command in place of an id', 'ID=$(reboot)\n', { why: 'unread' }],
  ])('reads %s', (_what, text, expected) => {
    expect(parseSystem(text)).toMatchObject(expected);
  });

  it('reads or refuses whatever a host may print', () => {
    expectBounded(parseSystem, 'NAME="Ubuntu"\nVERSION_ID="24.04"\nID=ubuntu\n');
  });
});
