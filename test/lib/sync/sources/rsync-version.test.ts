import { assertRsyncVersion } from '../../../../lib/sync/sources/rsync-version.js';
import { thrownBy } from '../../../support/thrown.js';

describe('assertRsyncVersion', () => {
  it.each(['3.2.7', '3.2.10', '3.3.0', '3.4.1', '3.5.0', '4.0.0'])('takes %s', (version) => {
    expect(() => assertRsyncVersion(`rsync  version ${version}  protocol version 31`)).not.toThrow();
  });

  it.each(['3.2.6', '3.1.99', '2.6.9'])('refuses %s', (version) => {
    expect(
      thrownBy(() => assertRsyncVersion(`rsync  version ${version}  protocol version 31`)),
    ).toMatchObject({ code: 'SOURCE_TOOL_TOO_OLD', params: { version } });
  });

  it.each(['', 'openrsync: protocol version 29', 'rsync version'])('refuses what says %j', (printed) => {
    expect(thrownBy(() => assertRsyncVersion(printed))).toMatchObject({
      code: 'SOURCE_TOOL_TOO_OLD',
      params: { version: '?' },
    });
  });
});
