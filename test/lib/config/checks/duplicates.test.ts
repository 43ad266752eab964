import { duplicateFaults } from '../../../../lib/config/checks/duplicates.js';

describe('duplicateFaults', () => {
  it('tells each repetition at its own place', () => {
    const faults = duplicateFaults(['a', 'b', 'a', 'a'], (index) => ['list', index]);
    expect(faults).toEqual([
      { id: 'problem.duplicate-item', path: ['list', 2], params: { got: '"a"' } },
      { id: 'problem.duplicate-item', path: ['list', 3], params: { got: '"a"' } },
    ]);
  });

  it('finds none among different items', () => {
    expect(duplicateFaults(['a', 'A', ''], () => [])).toEqual([]);
  });
});
