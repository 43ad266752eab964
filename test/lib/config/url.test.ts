import { publicUrlFault, urlFault } from '../../../lib/config/url.js';

describe('urlFault', () => {
  test.each(['https://example.org', 'https://www.example.org/prep?x=1'])('accepts %s', (text) => {
    expect(urlFault(text)).toBeUndefined();
  });

  test.each([
    ...[
      'http://example.org',
      'file:///etc/passwd',
      'javascript:alert(1)',
      'example.org',
      '',
      '//example.org',
    ],
    ...[
      'https://user:canary@example.org',
      'https://user@example.org',
      'https://localhost',
      'https://127.0.0.1',
    ],
    ...[
      'https://example.org/a b',
      'https://example.org\\a',
      'https://exa\nmple.org',
      `https://a.mx/${'x'.repeat(2100)}`,
    ],
  ])('refuses %j, without repeating a password', (text) => {
    const fault = urlFault(text);
    expect(fault?.id).toBe('problem.url');
    expect(fault?.params.got).not.toContain('canary');
  });
});

describe('publicUrlFault', () => {
  test.each([
    ...['https://prep.example.org', 'https://prep.example.org/', 'https://prep.example.org:8443'],
    ...['http://localhost:8080', 'http://127.0.0.1:8080', 'http://[::1]:8080'],
  ])('accepts %s', (text) => {
    expect(publicUrlFault(text)).toBeUndefined();
  });

  test.each([
    ...['', 'prep.example.org', 'http://prep.example.org', 'https://127.0.0.1', 'https://localhost'],
    ...['https://a.mx/prep', 'https://a.mx?x=1', 'https://a.mx#x', 'https://u:canary@a.mx', 'HTTPS://a.mx'],
    ...['https://a.mx ', 'https://a.mx\n', 'file:///a', `https://${'a'.repeat(300)}.mx`],
  ])('refuses %j, without repeating a password', (text) => {
    const fault = publicUrlFault(text);
    expect(fault?.id).toBe('problem.public-url');
    expect(fault?.params.got).not.toContain('canary');
  });
});
