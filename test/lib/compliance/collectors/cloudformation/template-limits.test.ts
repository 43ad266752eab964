import {
  findMacros,
  overLimit,
} from '../../../../../lib/compliance/collectors/cloudformation/template-limits.js';

function nested(levels: number): object {
  let value: object = {};
  for (let level = 1; level < levels; level += 1) value = [value];
  return value;
}

describe('overLimit', () => {
  test('takes a template of ordinary depth and size', () => {
    expect(overLimit(nested(200))).toBeUndefined();
  });

  test.each([201, 100_000])('refuses %i levels', (levels) => {
    expect(overLimit(nested(levels))).toContain('200');
  });

  test('refuses a template far beyond what CloudFormation takes', () => {
    expect(overLimit({ x: 'a'.repeat(8_000_001) })).toContain('8000000');
  });
});

test('findMacros finds macros and loops anywhere, also beside other keys', () => {
  const raw = {
    Properties: { a: 1, 'Fn::Transform': {}, b: [{ 'Fn::ForEach::X': [] }] },
    c: 'Fn::Transform',
  };
  expect(findMacros(raw)).toEqual(['Properties.Fn::Transform', 'Properties.b.0.Fn::ForEach::X']);
});
