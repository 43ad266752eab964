import { isKnownMode } from '../../../../../../lib/compliance/collectors/terraform/known/modes.js';

describe('isKnownMode', () => {
  test.each(['0644', '644', '0755', '0640', '0600', '0770'])('knows %s', (mode) => {
    expect(isKnownMode(mode)).toBe(true);
  });
  test.each(['0666', '0646', '0777', '4755', '2755', 'u=rw', ''])('does not know %j', (mode) => {
    expect(isKnownMode(mode)).toBe(false);
  });
});
