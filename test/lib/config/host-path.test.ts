import { hostFileFault, hostFolderFault, secretFileFault } from '../../../lib/config/host-path.js';

const NO_PATHS = [
  '',
  '/',
  'srv/prep',
  '/srv/../etc',
  '/srv//prep',
  '/srv/prep/',
  '/srv/a b',
  '/srv/$(a)',
  '/srv/ñ',
  '/srv/prep\n',
  '~/prep',
  '/srv/.oculto',
  `/srv/${'a'.repeat(200)}`,
];

describe('hostFolderFault', () => {
  test.each(['/srv/prep', '/opt/difusor/prep_2027', '/var/lib/prep', '/tmp/x/prep'])('takes %s', (path) => {
    expect(hostFolderFault(path)).toBeUndefined();
  });

  test.each([...NO_PATHS, '/srv', '/etc/prep', '/usr/local/prep', '/run/prep', '/proc/self'])(
    'refuses %j',
    (path) => {
      expect(hostFolderFault(path)).toMatchObject({ id: 'problem.host-folder' });
    },
  );
});

describe('hostFileFault', () => {
  it('takes a file anywhere on a host, and nothing that is no absolute path', () => {
    expect(hostFileFault('/etc/ssl/private/prep.pem')).toBeUndefined();
    for (const path of NO_PATHS) expect(hostFileFault(path)).toMatchObject({ id: 'problem.host-file' });
  });
});

describe('secretFileFault', () => {
  it('never repeats what may be the secret itself', () => {
    expect(secretFileFault('/srv/prep/secrets/rsyncd.secrets')).toBeUndefined();
    expect(secretFileFault('ople:canary')).toEqual({ id: 'problem.secret-file', params: { length: 11 } });
  });
});
