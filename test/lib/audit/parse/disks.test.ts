import { parseDisks } from '../../../../lib/audit/parse/disks.js';
import { expectBounded } from './hostile-output.js';

const listed = (...blockdevices: readonly object[]): string => JSON.stringify({ blockdevices });
const disk = { name: 'sda', type: 'disk', size: 100e9, rota: true, model: 'ST1000', tran: 'sata' };

describe('parseDisks', () => {
  test.each([
    ['a disk that does not turn', { ...disk, rota: false }, true],
    ['one that turns', disk, false],
    ['one of a hypervisor, which does not know', { ...disk, name: 'vda', model: null, tran: null }, null],
    ['one that a hypervisor names', { ...disk, model: 'QEMU HARDDISK' }, null],
    ['one of nobody', { ...disk, model: null, tran: null }, null],
    ['an old lsblk, which prints text', { ...disk, size: '100000000000', rota: '0' }, true],
    ['an old lsblk’s disk that turns', { ...disk, size: '100000000000', rota: '1' }, false],
  ])('reads %s', (_what, device, solidState) => {
    expect(parseDisks(listed(device))).toEqual({
      value: [{ name: device.name, bytes: 100e9, solidState }],
    });
  });

  it('leaves out what is no disk', () => {
    const zram = { ...disk, name: 'zram0', rota: false };
    const rom = { ...disk, name: 'sr0', type: 'rom' };
    expect(parseDisks(listed(zram, rom, disk))).toMatchObject({ value: [{ name: 'sda' }] });
    expect(parseDisks(listed(zram))).toMatchObject({ why: 'untold' });
  });

  test.each(['', '{}', '[]', listed({ name: 'sda' }), listed({ ...disk, size: -1 })])(
    'refuses %s',
    (text) => {
      expect(parseDisks(text)).toMatchObject({ why: 'unread' });
    },
  );

  it('reads or refuses whatever a host may print', () => {
    expectBounded(parseDisks, listed(disk));
  });
});
