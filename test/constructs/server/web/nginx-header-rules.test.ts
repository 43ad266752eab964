import { nginxHeaderRules } from '../../../../constructs/server/index.js';
import { loadConvocatoria } from '../../../../lib/convocatorias/index.js';

describe('nginxHeaderRules', () => {
  it('writes puebla-2024’s header byte for byte, on its path alone', () => {
    expect(nginxHeaderRules(loadConvocatoria('puebla-2024').headers)).toBe(
      'location = /json/main.json {\n' +
        '  add_header Cache-Control "no-cache, no-store, must-revalidate"; # 2.e\n' +
        '}\n',
    );
  });

  it('gives every path a location of its own, with all its headers', () => {
    const rules = nginxHeaderRules([
      { path: '/*', name: 'Cache-Control', value: 'no-cache', clause: 'II.c' },
      { path: '/*', name: 'X-Frame-Options', value: 'DENY', clause: 'II.c' },
      { path: '/a.json', name: 'Cache-Control', value: 'no-store', clause: 'II.c' },
    ]);
    expect(rules.match(/location/g)).toHaveLength(2);
    expect(rules).toContain(
      'location / {\n  add_header Cache-Control "no-cache"; # II.c\n  add_header X-Frame-Options',
    );
  });

  it('writes nothing for a call without headers', () => {
    expect(nginxHeaderRules([])).toBe('');
  });

  test.each(['a"b', 'a\\b', '$host'])('refuses the value %s, which nginx would read otherwise', (value) => {
    expect(() => nginxHeaderRules([{ path: '/a', name: 'X-A', value, clause: 'I.a' }])).toThrow(
      /NGINX_VALUE_UNWRITABLE/,
    );
  });
});
