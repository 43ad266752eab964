import { parse } from 'yaml';
import { fencedBlocks } from '../support/fenced-blocks.js';
import { examplePlan } from '../support/example-plan.js';
import { documentPath } from './documents.js';

const blocks = fencedBlocks(documentPath('docs/fuentes.md'))
  .filter(({ language }) => language === 'yaml')
  .map(({ text }) => text);

/** What the example has and a block does not, so that a block stands by itself. */
const WITHOUT = { stable: [], package: { cutTime: 'archive-name' } };

describe('docs/fuentes.md', () => {
  test.each(blocks)('shows a configuration that loads: %#', (block) => {
    expect(() => examplePlan({ ...WITHOUT, ...(parse(block) as Record<string, unknown>) })).not.toThrow();
  });

  it('shows every kind of source', () => {
    const kinds = blocks.map((block) => (parse(block) as { source?: { kind: string } }).source?.kind);
    expect(new Set(kinds)).toEqual(new Set(['https', 's3', 'sftp', 'rsync', 'inbox', undefined]));
  });
});
