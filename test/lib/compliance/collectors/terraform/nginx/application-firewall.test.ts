import { applicationFirewall } from '../../../../../../lib/compliance/collectors/terraform/nginx/application-firewall.js';
import { parseNginx } from '../../../../../../lib/compliance/collectors/terraform/nginx/parse.js';
import type { Runtime } from '../../../../../../lib/compliance/collectors/terraform/nginx/runtime.js';

const ON = 'modsecurity on; modsecurity_rules_file /etc/m.conf;';

function found(server: string, content: string | undefined) {
  const files = new Map(
    content === undefined ? [] : [['/etc/m.conf', { path: '/etc/m.conf', content, resource: 'r' }]],
  );
  const runtime: Runtime = {
    resource: 'r',
    container: 'r',
    files,
    command: [],
    place: () => undefined,
    port: () => undefined,
  };
  return applicationFirewall(parseNginx(server) ?? [], [], runtime);
}

describe('applicationFirewall', () => {
  test.each([
    ['SecRuleEngine On\nInclude /usr/share/crs/*.conf', true],
    ['SecRuleEngine Off\nsecruleengine on\nInclude /usr/share/crs/*.conf\nSecRule ARGS x "deny"', true],
    ['SecRuleEngine On\nSecRule ARGS x "deny"', { unresolved: 'SecRule ARGS x "deny"' }],
    ['SecRuleEngine On\nInclude /x\nSecRuleEngine DetectionOnly', false],
    ['# SecRuleEngine On\nInclude /x', false],
    ['SecRuleEngine On', false],
    [
      'SecRuleEngine On\nSecRule ARGS x "pass,ctl:ruleEngine=Off"',
      { unresolved: 'SecRule ARGS x "pass,ctl:ruleEngine=Off"' },
    ],
    [undefined, { unresolved: '/etc/m.conf' }],
  ])('enforces, by %j: %j', (content, enforced) => {
    expect(found(ON, content)).toEqual({ name: 'ModSecurity', enforced });
  });

  test.each(['', 'modsecurity off; modsecurity_rules_file /etc/m.conf;'])(
    'is none where it is not on: %j',
    (server) => {
      expect(found(server, 'SecRuleEngine On\nInclude /x')).toBeUndefined();
    },
  );
});
