import type { Fault } from '../../../lib/config/fault.js';
import { byPlace, MAX_PROBLEMS, toProblems } from '../../../lib/config/problems.js';

const fault = (path: Fault['path'], id: Fault['id'] = 'problem.day'): Fault => ({ id, path, params: {} });
const nowhere = () => ({ line: 1, column: 1 });

describe('toProblems', () => {
  it('keeps the first fault of each key', () => {
    const faults = [fault(['a', 0], 'problem.literal-secret'), fault(['a', 0]), fault(['a', 1])];
    expect(toProblems(faults, nowhere).map(({ id, key }) => [id, key])).toEqual([
      ['problem.literal-secret', 'a.0'],
      ['problem.day', 'a.1'],
    ]);
  });

  it('knows a position written as a text for the same place', () => {
    expect(toProblems([fault(['a', 0]), fault(['a', '0'])], nowhere)).toHaveLength(1);
  });

  it('asks where the key stands if the key is the fault', () => {
    const locate = jest.fn(nowhere);
    toProblems([{ ...fault(['a']), at: 'key' }], locate);
    expect(locate).toHaveBeenCalledWith(['a'], 'key');
  });

  it('prints no character of a key that a terminal would obey', () => {
    expect(toProblems([fault(['\u001b[31m'])], nowhere)[0]?.key).toBe('‹U+001B›[31m');
  });

  it('stops at a number that a person can read', () => {
    const many = Array.from({ length: 1000 }, (_, index) => fault([index]));
    expect(toProblems(many, nowhere)).toHaveLength(MAX_PROBLEMS);
  });
});

describe('byPlace', () => {
  it('orders by line, then by column', () => {
    const at = (line: number, column: number) => ({ id: '', params: {}, key: '', line, column });
    const sorted = [at(2, 1), at(1, 9), at(1, 2)].sort(byPlace);
    expect(sorted.map(({ line, column }) => [line, column])).toEqual([
      [1, 2],
      [1, 9],
      [2, 1],
    ]);
  });
});
