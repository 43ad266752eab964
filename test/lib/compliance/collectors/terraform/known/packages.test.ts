import { isKnownPackage } from '../../../../../../lib/compliance/collectors/terraform/known/packages.js';

describe('isKnownPackage', () => {
  test.each(['chrony', 'docker.io', 'jq=1.6-2.1'])('knows %s', (name) => {
    expect(isKnownPackage(name)).toBe(true);
  });
  test.each(['nginx', 'telnetd', 'docker.io-evil', ''])(
    'does not know %j, which may have a daemon',
    (name) => {
      expect(isKnownPackage(name)).toBe(false);
    },
  );
});
