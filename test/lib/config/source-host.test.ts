import { sourceHostFault } from '../../../lib/config/source-host.js';

const idOf = (host: string) => sourceHostFault(host)?.id;

describe('sourceHostFault', () => {
  test.each(['prep.example.net', 'xn--mxico-bsa.mx', '8.8.8.8'])('accepts %s', (host) => {
    expect(idOf(host)).toBeUndefined();
  });

  test.each([
    ['http://prep.example.net', 'problem.source-host-url'],
    ['https://prep.example.net/a', 'problem.source-host-url'],
    ['file:///etc/passwd', 'problem.source-host-url'],
    ['//prep.example.net', 'problem.source-host-url'],
    ['https://user:canary@prep.example.net', 'problem.source-host-credentials'],
    ['user:canary@prep.example.net', 'problem.source-host-credentials'],
    ['prep.example.net:8443', 'problem.source-host'],
    ['prep.example.net/a', 'problem.source-host'],
    ['prep.example.net\r\nX: y', 'problem.source-host'],
    ['*.example.net', 'problem.source-host'],
    ['prep.example.net.', 'problem.source-host'],
    ['Prep.Example.net', 'problem.source-host'],
    ['prep_example.net', 'problem.source-host'],
    ['', 'problem.source-host'],
    ['2600:1f18::1', 'problem.source-host'],
    ['localhost', 'problem.source-host-local-name'],
    ['LOCALHOST', 'problem.source-host-local-name'],
    ['nas.local', 'problem.source-host-local-name'],
    ['metadata.google.internal', 'problem.source-host-local-name'],
    ['127.0.0.1', 'problem.source-host-forbidden'],
    ['169.254.169.254', 'problem.source-host-forbidden'],
    ['10.0.0.5', 'problem.source-host-forbidden'],
    ['100.64.0.1', 'problem.source-host-forbidden'],
    ['2852039166', 'problem.source-host-forbidden'],
    ['0xa9fea9fe', 'problem.source-host-forbidden'],
    ['0251.0376.0251.0376', 'problem.source-host-forbidden'],
    ['[::ffff:169.254.169.254]', 'problem.source-host-forbidden'],
    ['::1', 'problem.source-host-forbidden'],
    ['fd00:ec2::254', 'problem.source-host-forbidden'],
    ['134744072', 'problem.source-host-notation'],
    ['8.8.2056', 'problem.source-host-notation'],
  ])('refuses %j', (host, id) => {
    expect(idOf(host)).toBe(id);
    expect(JSON.stringify(sourceHostFault(host))).not.toContain('canary');
  });

  it('shows the address behind its notation', () => {
    expect(sourceHostFault('0x7f.1')?.params).toEqual({ got: '"0x7f.1"', address: '127.0.0.1' });
  });
});
