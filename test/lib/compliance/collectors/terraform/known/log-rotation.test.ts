import { unknownOfLogrotate } from '../../../../../../lib/compliance/collectors/terraform/known/log-rotation.js';

const section = (...lines: readonly string[]): string => ['/srv/logs/*.log {', ...lines, '}', ''].join('\n');

describe('unknownOfLogrotate', () => {
  test('knows a rotation that makes the server open its log anew', () => {
    const script = ['postrotate', 'nginx -s reopen', 'endscript'];
    expect(unknownOfLogrotate(section('daily', 'rotate 14', 'maxsize 100M', '# why', ...script))).toEqual([]);
  });

  test.each([
    ['mail someone@example.org', ['mail someone@example.org']],
    ['shred', ['shred']],
    ['nginx -s reopen', ['nginx -s reopen']],
    ['create 0666 root root', ['create 0666 root root']],
    ['postrotate\nrm -rf /srv/logs\nendscript', ['rm -rf /srv/logs']],
    ['prerotate\nnginx -s reopen; id\nendscript', ['nginx -s reopen; id']],
  ])('names %j', (lines, unknown) => {
    expect(unknownOfLogrotate(section(lines))).toEqual(unknown);
  });
});
