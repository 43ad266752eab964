import { structureFaults } from '../../../lib/config/structure-faults.js';

const ids = (text: string) => structureFaults(text).map(({ id }) => id);

describe('structureFaults', () => {
  it('finds none in plain nested configuration', () => {
    expect(structureFaults('a:\n  b:\n    c:\n      - { d: [1, 2] }\n')).toEqual([]);
  });

  // The composer would exhaust the stack on these, and with it the process.
  test.each([
    ['brackets', '['.repeat(200_000)],
    ['braces', '{'.repeat(200_000)],
    ['lists on one line', '- '.repeat(120_000)],
    ['explicit keys', '? '.repeat(120_000)],
    ['keys on one line', 'a: '.repeat(80_000)],
    ['indentation', Array.from({ length: 300 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')],
  ])('refuses a bomb of %s before anything is composed', (_name, text) => {
    expect(ids(text)).toEqual(['problem.yaml-too-deep']);
  });

  test.each([
    '%YAML 1.1\n---\na: yes\n',
    '%TAG ! tag:example.org,2000:\n---\na: 1\n',
    '%FOO bar\n---\na: 1\n',
  ])('refuses the directive of %j', (text) => {
    expect(structureFaults(text)).toEqual([
      expect.objectContaining({ id: 'problem.yaml-directive', offset: 0 }),
    ]);
  });
});
