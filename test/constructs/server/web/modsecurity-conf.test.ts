import { modSecurityConf } from '../../../../constructs/server/web/modsecurity-conf.js';

const lines = modSecurityConf().split('\n');

it('enforces the core rules, and tells what it refuses on the container’s own output', () => {
  expect(lines[0]).toBe('SecRuleEngine On');
  expect(lines).toContain('SecAuditLog /dev/stdout');
  expect(lines.slice(-3)).toEqual([
    'Include /etc/modsecurity/crs/crs-setup.conf',
    'Include /usr/share/modsecurity-crs/rules/*.conf',
    '',
  ]);
});

it('lets the phase run in which the core rules decide, and looks at no answer', () => {
  expect(lines).toContain('SecRequestBodyAccess On');
  expect(lines).toContain('SecResponseBodyAccess Off');
});
