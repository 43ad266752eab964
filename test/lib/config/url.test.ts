import { urlFault } from '../../../lib/config/url.js';

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
