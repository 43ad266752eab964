import { LogRotations } from '../../../../../lib/compliance/collectors/terraform/log-rotations.js';
import type { Fact } from '../../../../../lib/compliance/facts.js';
import { HOLE } from '../../facts-builder.js';

const daysOf = (content: Fact<string>, path = '/etc/logrotate.d/prep') =>
  LogRotations.read('uno', new Map([[path, { path, content, resource: 'r' }]]), []).daysOf(
    'uno:/srv/logs/access.log',
  );
const section = (...settings: string[]) => `/srv/logs/*.log {\n${settings.join('\n')}\n}\n`;

describe('LogRotations', () => {
  test.each([
    [section('daily', 'rotate 90'), 90],
    [section('rotate 4'), 28],
    [section('daily', 'rotate 90', 'maxage 7'), 7],
    [section('daily', 'rotate -1'), Infinity],
    [section('daily'), 0],
    [section('hourly', 'rotate 48'), 2],
    [`daily\nrotate 30\n${section()}`, 30],
    [section('daily', 'rotate 90') + section('daily', 'rotate 5'), 5],
    [section('daily', 'rotate 90', 'postrotate', 'x() { true; }', '}', 'endscript', 'rotate 2'), 2],
    ['/srv/other/*.log {\nrotate 1\n}\n', undefined],
  ])('keeps for days, by %j: %j', (content, days) => {
    expect(daysOf(content)).toBe(days);
  });

  test.each([
    section('daily', 'rotate 90', 'maxsize 1M'),
    section('size=1k', 'rotate 90'),
    section('rotate many'),
    section('maxage x', 'rotate 9'),
    'include /etc/more',
    HOLE,
  ])('does not pretend to understand %j', (content) => {
    expect(daysOf(content)).toEqual({ unresolved: expect.any(String) as string });
  });
});
