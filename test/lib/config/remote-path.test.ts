import { remotePathFault, rsyncModulePathFault } from '../../../lib/config/remote-path.js';

const PLAIN = ['/prep.zip', '/prep/', '/srv/prep/paquete de difusión.zip', '/a..b', '/~prep/a+b=c,d@e'];
const HOSTILE = [
  ...['', 'prep', '//prep', '/a//b', '/../a', '/a/..', '/./a', '/a\\b', '/a\nb', '/a\0', '/a?b', '/a*'],
  ...[
    '/$(id)',
    '/`id`',
    '/a;b',
    '/a|b',
    '/a&b',
    "/a'b",
    '/a"b',
    '/a:b',
    '/[a]',
    '/a#b',
    `/${'a'.repeat(1100)}`,
  ],
];

describe.each([
  ['remotePathFault', remotePathFault],
  ['rsyncModulePathFault', rsyncModulePathFault],
])('%s', (_name, faultOf) => {
  test.each(PLAIN)('accepts %s', (path) => {
    expect(faultOf(path)).toBeUndefined();
  });

  test.each(HOSTILE)('refuses %j', (path) => {
    expect(faultOf(path)?.id).toBe('problem.remote-path');
  });
});

describe('the root', () => {
  it('is a folder of an SSH server, which may show an account no more than its own', () => {
    expect(remotePathFault('/')).toBeUndefined();
  });

  it('is no module of an rsync daemon', () => {
    expect(rsyncModulePathFault('/')?.id).toBe('problem.remote-path');
  });
});
