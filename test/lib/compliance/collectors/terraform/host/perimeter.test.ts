import { Gaps } from '../../../../../../lib/compliance/collectors/terraform/gaps.js';
import { readPerimeter } from '../../../../../../lib/compliance/collectors/terraform/host/perimeter.js';

const RULES =
  'table inet t { chain c { type filter hook prerouting priority -150; policy drop; tcp dport 80 accept } }\n';
const UNIT = '[Service]\nExecStart=/usr/sbin/nft -f /etc/x.nft\n[Install]\nWantedBy=multi-user.target\n';

function perimeter(files: Readonly<Record<string, string>>, lines: readonly string[] = []) {
  const gaps = new Gaps();
  const brought = Object.entries(files).map(
    ([path, content]) => [path, { path, content, resource: 'r' }] as const,
  );
  const sources = { resource: 'r', cloudInit: undefined, files: new Map(brought), scripts: [], lines };
  return { found: readPerimeter(sources, gaps), gaps: gaps.list() };
}

describe('readPerimeter', () => {
  test('is none without a rule set', () => {
    expect(perimeter({ '/etc/x': 'table' }).found).toBeUndefined();
  });

  test.each([
    [UNIT, ['systemctl enable x'], true],
    [UNIT, [], false],
    [UNIT.replace('x.nft', 'y.nft'), ['systemctl enable x'], false],
    [UNIT.replace('WantedBy', 'Alias'), ['systemctl enable x'], false],
  ])('comes back by %j and %j: %s', (unit, lines, persists) => {
    const { found } = perimeter({ '/etc/x.nft': RULES, '/etc/systemd/system/x.service': unit }, lines);
    expect(found).toMatchObject({ persists, beforeContainers: true, defaultDrop: true });
  });

  test.each([
    ['flush ruleset', 1],
    ['table inet t { chain d { accept; } }', 1],
    ['table inet t\ndelete table inet t', 1],
    ['table inet u\ndelete table inet u\ntable inet u { chain d { accept; } }', 0],
  ])('beside another file with %j leaves so many gaps: %i', (other, count) => {
    expect(perimeter({ '/etc/x.nft': RULES, '/etc/y.nft': other }).gaps).toHaveLength(count);
  });

  test.each([
    ['table inet u { chain d { type filter hook input priority 0; accept } }', 0],
    ['table inet u { chain d { type filter hook input priority 0; tcp dport 80 drop } }', 1],
    ['table inet u { chain d { type filter hook output priority 0; policy drop; } }', 1],
    ['table inet u { chain d { type nat hook prerouting priority -100; accept } }', 1],
  ])('beside %s leaves so many gaps: %i', (other, count) => {
    expect(perimeter({ '/etc/x.nft': RULES + other }).gaps).toHaveLength(count);
  });
});
