import { collectCloudFormation } from '../../../../../lib/compliance/index.js';
import { resource } from './stack.js';

const collect = (Resources: object, sections: object = {}) =>
  collectCloudFormation([{ name: 'site', region: 'us-east-1', template: { Resources, ...sections } }]);
const bucket = (BucketName: unknown) =>
  resource('AWS::S3::Bucket', { BucketName, AccessControl: BucketName });
const imported = (name: string) => ({ 'Fn::ImportValue': name });

describe('templates made to break the reader', () => {
  test.each(['constructor', 'toString', '__proto__', { toString: 1 }, null])(
    'a resource of type %j feeds nothing',
    (Type) => {
      expect(collect({ A: { Type } }).gaps).toEqual([]);
    },
  );

  test.each([
    ['an output of nothing', { 'Fn::GetStackOutput': null }],
    [
      'an output by an inherited name',
      { 'Fn::GetStackOutput': { StackName: 'site', OutputName: 'constructor' } },
    ],
    ['a reference to a map', { Ref: { toString: 1 } }],
    ['an attribute of a map', { 'Fn::GetAtt': [{ toString: 1 }] }],
    ['a choice by a map', { 'Fn::Select': [{ valueOf: 1, toString: 1 }, ['a']] }],
    ['a map by an inherited name', { 'Fn::FindInMap': ['constructor', 'a', 'b'] }],
  ])('%s is a gap', (_name, value) => {
    expect(collect({ B: bucket(value) }).gaps).toMatchObject([{ area: 'buckets', resource: 'site/B' }]);
  });

  test.each([
    ['whose name is its own import', { Export: { Name: imported('a') }, Value: 'x' }],
    ['whose value is its own import', { Export: { Name: 'a' }, Value: imported('a') }],
    [
      'whose value is its own import, twice',
      { Export: { Name: 'a' }, Value: { 'Fn::Join': ['', [imported('a'), imported('a')]] } },
    ],
  ])('an export %s is a gap', (_name, output) => {
    expect(collect({ B: bucket(imported('a')) }, { Outputs: { A: output } }).gaps).toMatchObject([
      { area: 'buckets', resource: 'site/B' },
    ]);
  });

  test('a template of 100,000 levels is refused', () => {
    const deep: unknown = JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`);
    expect(() => collect({ B: bucket(deep) })).toThrow(
      expect.objectContaining({ code: 'TEMPLATE_UNREADABLE' }),
    );
  });

  test('a macro inside a resource is a gap of what the resource feeds', () => {
    const B = resource('AWS::S3::Bucket', { Tags: [{ Key: 'a', 'Fn::Transform': { Name: 'X' } }] });
    expect(collect({ B }).gaps).toMatchObject([{ area: 'buckets', resource: 'site/B' }]);
  });
});
