import { literal } from '../../../../constructs/server/stack/literal.js';

test.each([
  ['text that Terraform reads as it is', '$uri 100% {}', '$uri 100% {}'],
  ['what would be an expression', 'a ${b} c', 'a $${b} c'],
  ['what would be a directive', '%{ if }', '%%{ if }'],
  ['what was doubled already', '$${x}', '$$${x}'],
])('keeps %s', (_what, text, expected) => {
  expect(literal(text)).toBe(expected);
});
