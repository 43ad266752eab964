import { nameCovers } from '../../../lib/compliance/domain-name.js';
import { HOLE } from './facts-builder.js';

test.each([
  ['prep.example.org', true],
  ['PREP.example.org', true],
  ['*.example.org', true],
  ['example.org', false],
  ['*.org', false],
  ['*.prep.example.org', false],
  ['xprep.example.org', false],
])('the name %s covers prep.example.org: %s', (name, expected) => {
  expect(nameCovers(name, 'prep.example.org')).toBe(expected);
});

test('a name that could not be read covers nothing', () => {
  expect(nameCovers(HOLE, 'prep.example.org')).toBe(false);
});
