import { parseChrony, parseTimedatectl, parseEpoch } from '../../../../lib/audit/parse/time.js';
import { expectBounded } from './hostile-output.js';

describe('parseChrony', () => {
  test.each([
    [
      'a clock that follows a source',
      'A29FC87B,ntp.example.mx,2,1717380000.1,-0.000125,0,0,0,0,0,0.01,0.001,64.0,Normal\n',
      { value: { client: 'chrony', synchronized: true, offset: 0.125 } },
    ],
    [
      'one that follows none',
      '00000000,,0,0.0,0.0,0,0,0,0,0,1.0,1.0,0.0,Not synchronised\n',
      { value: { synchronized: false, offset: 0 } },
    ],
    ['an error', '506 Cannot talk to daemon', { why: 'unread' }],
  ])('reads %s', (_what, text, expected) => {
    expect(parseChrony(text)).toMatchObject(expected);
  });

  it('reads or refuses whatever a host may print', () => {
    expectBounded(
      parseChrony,
      'A29FC87B,ntp.example.mx,2,1717380000.1,-0.000123,0,0,0,0,0,0.01,0.001,64.0,Normal\n',
    );
  });
});

describe('parseTimedatectl', () => {
  test.each([
    ['yes', 'NTPSynchronized=yes\n', { value: { client: 'timedatectl', synchronized: true } }],
    ['no', 'NTPSynchronized=no\n', { value: { synchronized: false } }],
    ['neither', '', { why: 'unread' }],
  ])('reads %s', (_what, text, expected) => {
    expect(parseTimedatectl(text)).toMatchObject(expected);
  });

  it('reads or refuses whatever a host may print', () => {
    expectBounded(parseTimedatectl, 'NTPSynchronized=yes\n');
  });
});

describe('parseEpoch', () => {
  test.each([
    ['seconds', '1717380000.5\n', { value: 1_717_380_000_500 }],
    ['a date without nanoseconds', '1717380000.N', { why: 'unread' }],
  ])('reads %s', (_what, text, expected) => {
    expect(parseEpoch(text)).toMatchObject(expected);
  });

  it('reads or refuses whatever a host may print', () => {
    expectBounded(parseEpoch, '1717380000.123456789\n');
  });
});
