import { holds } from '../../../../lib/testing/cloudformation/conditions.js';
import type { Scope } from '../../../../lib/testing/cloudformation/intrinsics.js';
import type { Json } from '../../../../lib/testing/cloudformation/json.js';

const never = (): never => {
  throw new Error('not part of this test');
};
const scope: Scope = {
  region: 'us-east-1',
  ref: (name) => (name === 'Version' ? '33' : undefined),
  attribute: never,
  condition: (name) => name === 'Yes',
  mapping: never,
  exported: never,
  stackOutput: never,
};

describe('holds', () => {
  const yes: Json = { Condition: 'Yes' };
  const no: Json = { Condition: 'No' };

  it.each<[Json, boolean]>([
    [{ 'Fn::Equals': [{ Ref: 'Version' }, '33'] }, true],
    [{ 'Fn::Equals': [{ Ref: 'Version' }, 33] }, true],
    [{ 'Fn::Equals': [true, 'true'] }, true],
    [{ 'Fn::Equals': [{ Ref: 'Version' }, '6'] }, false],
    [{ 'Fn::Equals': [['a'], ['a']] }, true],
    [{ 'Fn::Not': [no] }, true],
    [{ 'Fn::And': [yes, no] }, false],
    [{ 'Fn::And': [yes, yes] }, true],
    [{ 'Fn::Or': [no, yes] }, true],
    [{ 'Fn::Or': [no, no] }, false],
    [{ 'Fn::Contains': [['1', '33'], { Ref: 'Version' }] }, true],
    [{ 'Fn::Contains': [['1', '2'], { Ref: 'Version' }] }, false],
  ])('decides %j', (expression, expected) => {
    expect(holds(expression, scope)).toBe(expected);
  });

  it.each<[Json]>([
    ['true'],
    [{ 'Fn::EachMemberIn': [['a'], ['a']] }],
    [{ 'Fn::Not': no }],
    [{ a: 1, b: 2 }],
  ])('refuses %j, which is no condition that it knows', (expression) => {
    expect(() => holds(expression, scope)).toThrow(/Template format error/);
  });
});
