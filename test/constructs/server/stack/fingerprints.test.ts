import { fingerprints } from '../../../../constructs/server/stack/fingerprints.js';

it('prints a key as ssh-keygen -l does', () => {
  const key = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl';
  expect(fingerprints([`${key} git@example.org`])).toEqual([
    'ssh-ed25519 SHA256:+DiY3wvvV6TuJJhbpZisF/zLDA0zPMSvHdkr4UvCOqU',
  ]);
});
