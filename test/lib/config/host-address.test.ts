import { hostAddressFault, peerFault, timeServerFault } from '../../../lib/config/host-address.js';

const RIGHT = ['198.51.100.10', '10.0.0.5', '2001:db8::5', '127.0.0.1', 'uno.example.org', 'cronos.cenam.mx'];
const WRONG = [
  '',
  'uno',
  '0.0.0.0',
  '::',
  '198.51.100.0/24',
  '198.51.100',
  '0x7f.1',
  'ssh://uno.example.org',
  'uno.example.org:22',
  'a@uno.example.org',
  'fe80::1%eth0',
  'Uno.example.org',
  'a b.mx',
];

describe('hostAddressFault', () => {
  it('takes IPv4 addresses of any network and full names', () => {
    const right = RIGHT.filter((address) => !address.includes(':'));
    expect(right.filter((address) => hostAddressFault(address) !== undefined)).toEqual([]);
  });

  test.each(['2001:db8::5', '::1', '::ffff:198.51.100.10'])('refuses %s: nobody would get in', (address) => {
    expect(hostAddressFault(address)).toEqual({
      id: 'problem.host-address-ipv6',
      params: { got: JSON.stringify(address) },
    });
  });
});

describe('peerFault', () => {
  it('takes addresses of any network and full names', () => {
    expect(RIGHT.filter((address) => peerFault(address) !== undefined)).toEqual([]);
  });

  test.each(WRONG)('refuses %j', (address) => {
    expect(peerFault(address)).toMatchObject({ id: 'problem.host-address' });
  });
});

describe('timeServerFault', () => {
  it('takes and refuses the same under its own name', () => {
    expect(RIGHT.filter((address) => timeServerFault(address) !== undefined)).toEqual([]);
    for (const address of WRONG)
      expect(timeServerFault(address)).toMatchObject({ id: 'problem.time-server' });
  });
});
