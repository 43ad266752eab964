import { readFileSync } from 'node:fs';
import { exampleFileOf } from '../support/expected-output.js';
import type { Matrix } from './read-matrix.js';
import { SERVER_EXAMPLES } from './server-examples.js';

/** Kinds in the order of the columns, and the verdict that each counts. */
const COLUMNS = [
  ['template', 'met'],
  ['worker', 'met'],
  ['live', 'manual'],
  ['document', 'manual'],
  ['human', 'manual'],
] as const;

const rows = [
  ...readFileSync(exampleFileOf('README.md', ''), 'utf8').matchAll(/^\| ([a-z0-9-]+) \| ([\d |]+) \|$/gm),
];

describe('examples/README.md', () => {
  it('has a row for each example on servers, and no other', () => {
    expect(rows.map(([, name]) => name)).toEqual([...SERVER_EXAMPLES]);
  });

  test.each(SERVER_EXAMPLES)('counts the clauses of %s as difusor check does', (example) => {
    const [, , cells = ''] = rows.find(([, name]) => name === example) ?? [];
    const { byKind, counts } = JSON.parse(
      readFileSync(exampleFileOf(example, 'expected/matrix.json'), 'utf8'),
    ) as Matrix;
    const counted = COLUMNS.map(([kind, verdict]) => byKind[kind]?.[verdict] ?? 0);
    expect(cells.split(' | ').map(Number)).toEqual([...counted, counts['not-applicable']]);
    expect([...counted, counts['not-applicable'] ?? 0].reduce((sum, each) => sum + each)).toBe(
      Object.values(counts).reduce((sum, each) => sum + each),
    );
  });
});
