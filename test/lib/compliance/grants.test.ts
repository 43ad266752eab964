import { allows, matchesAction } from '../../../lib/compliance/grants.js';
import { HOLE, worker } from './facts-builder.js';

describe('allows', () => {
  test.each([
    ['the action on the target', 's3:PutObject', 'site/Bucket', true],
    ['the action on anything', 's3:PutObject', '*', true],
    ['a wildcard', 's3:Put*', 'site/Bucket', true],
    ['another target', 's3:PutObject', 'site/Other', false],
    ['another action', 's3:GetObject', 'site/Bucket', false],
  ])('weighs a grant of %s', (_name, action, target, expected) => {
    const grants = [{ resource: 'p', action, target }];
    expect(allows(worker({ grants }), ['s3:PutObject'], 'site/Bucket')).toBe(expected);
  });

  test('does not guess what a grant that it could not read allows', () => {
    const judge = (grant: object) =>
      allows(
        worker({ grants: [{ resource: 'p', action: 's3:PutObject', target: '*', ...grant }] }),
        ['s3:PutObject'],
        'b',
      );
    expect(judge({ target: HOLE })).toEqual({ unresolved: 'p' });
    expect(judge({ action: HOLE })).toEqual({ unresolved: 'p' });
    expect(judge({ action: HOLE, target: 'site/Other' })).toBe(false);
    expect(allows(worker({ grants: HOLE }), ['s3:PutObject'], 'b')).toEqual(HOLE);
  });
});

test('a denial takes an action away, and a condition leaves it open', () => {
  const grant = { resource: 'p', action: 's3:PutObject', target: 'b' };
  const judge = (...grants: object[]) =>
    allows(worker({ grants: grants.map((item) => ({ ...grant, ...item })) }), ['s3:PutObject'], 'b');
  expect(judge({}, { denies: true })).toBe(false);
  expect(judge({}, { denies: true, action: 's3:*', target: '*' })).toBe(false);
  expect(judge({}, { denies: true, target: 'other' })).toBe(true);
  expect(judge({}, { denies: true, unsure: 'Condition' })).toEqual({ unresolved: 'p' });
  expect(judge({}, { denies: true, action: HOLE, target: HOLE })).toEqual({ unresolved: 'p' });
  expect(judge({ unsure: 'Condition' })).toEqual({ unresolved: 'p' });
  expect(judge({ unsure: 'Condition' }, {})).toBe(true);
});

test.each([
  ['s3:?eleteObject', 's3:Delete*', true],
  [`${'*'.repeat(40)}!`, 's3:PutObject', false],
  ['s3:PutObject', 's3:putobject', true],
  ['s3:*', 's3:PutObject', true],
  ['*', 's3:PutObject', true],
  ['s3:Put?bject', 's3:PutObject', true],
  ['s3.PutObject', 's3:PutObject', false],
  ['s3:Put', 's3:PutObject', false],
])('matchesAction(%s, %s) is %s', (pattern, action, expected) => {
  expect(matchesAction(pattern, action)).toBe(expected);
});
