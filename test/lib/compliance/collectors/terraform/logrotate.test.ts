import { readRotations } from '../../../../../lib/compliance/collectors/terraform/logrotate.js';
import { testHostileText } from '../../hostile-text.js';

describe('readRotations', () => {
  test('reads each section with what stands above it for all', () => {
    const text = 'weekly\n"/a b.log" /c.log\n/d.log {\n  rotate 4 \n}\n# x {\ndaily\n/e {\n}\n';
    expect(readRotations(text)).toEqual([
      { logs: ['/a b.log', '/c.log', '/d.log'], settings: ['weekly', 'rotate 4'] },
      { logs: ['/e'], settings: ['weekly', 'daily'] },
    ]);
  });

  test('takes no brace of a script for its own', () => {
    const text = '/a {\n postrotate\n if x; then {\n rm y\n }\n fi\n endscript\n rotate 1\n}';
    expect(readRotations(text)).toEqual([{ logs: ['/a'], settings: ['rotate 1'] }]);
  });

  test.each([
    'include /etc/logrotate.d',
    '/a {\n include /x\n}',
    '/a {\n',
    '}',
    '{\n}',
    '/a',
    '/a {\n{\n}\n}',
    '/a {\n postrotate\n}',
  ])('takes nothing that it does not understand: %j', (text) => {
    expect(readRotations(text)).toBeUndefined();
  });

  testHostileText(readRotations, ['/a ', '{\n', '\n}\n', '"', '#', 'rotate ', 'postrotate\n', 'endscript\n']);
});
