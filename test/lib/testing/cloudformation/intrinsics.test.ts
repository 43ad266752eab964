import { evaluate, type Scope } from '../../../../lib/testing/cloudformation/intrinsics.js';
import type { Json } from '../../../../lib/testing/cloudformation/json.js';

const refs: Readonly<Record<string, Json>> = { Name: 'prep', Count: 3, Zones: ['a', 'b'] };
const scope: Scope = {
  region: 'mx-central-1',
  ref: (name) => refs[name],
  attribute: (id, name) => `${id}#${name}`,
  condition: (name) => name === 'Yes',
  mapping: (map, top, second) =>
    map === 'Map' && top === 'mx-central-1' && second === 'ami' ? 'ami-1' : undefined,
  exported: (name) => `exported ${name}`,
  stackOutput: (stack, output, region) => `${region}/${stack}/${output}`,
};

describe('evaluate', () => {
  it.each<[string, Json, Json | undefined]>([
    ['Ref', { Ref: 'Name' }, 'prep'],
    ['Fn::GetAtt as a pair', { 'Fn::GetAtt': ['Bucket', 'Arn'] }, 'Bucket#Arn'],
    ['Fn::GetAtt as text', { 'Fn::GetAtt': 'Db.Endpoint.Port' }, 'Db#Endpoint.Port'],
    ['Fn::Join', { 'Fn::Join': ['-', ['a', { Ref: 'Name' }, 3]] }, 'a-prep-3'],
    ['Fn::Join over a list parameter', { 'Fn::Join': [',', { Ref: 'Zones' }] }, 'a,b'],
    ['Fn::Sub', { 'Fn::Sub': '${Name}/${Bucket.Arn}/${!Literal}' }, 'prep/Bucket#Arn/${Literal}'],
    ['Fn::Sub with variables', { 'Fn::Sub': ['${x}-${Name}', { x: { Ref: 'Count' } }] }, '3-prep'],
    ['Fn::Select', { 'Fn::Select': ['1', { Ref: 'Zones' }] }, 'b'],
    ['Fn::Split', { 'Fn::Split': [':', 'arn:aws:s3'] }, ['arn', 'aws', 's3']],
    ['Fn::Base64', { 'Fn::Base64': 'hola' }, 'aG9sYQ=='],
    ['Fn::If that holds', { 'Fn::If': ['Yes', { Ref: 'Name' }, 'other'] }, 'prep'],
    ['Fn::If that does not', { 'Fn::If': ['No', 'one', 'other'] }, 'other'],
    ['Fn::FindInMap', { 'Fn::FindInMap': ['Map', 'mx-central-1', 'ami'] }, 'ami-1'],
    [
      'Fn::FindInMap with a default',
      { 'Fn::FindInMap': ['Map', 'x', 'ami', { DefaultValue: { Ref: 'Name' } }] },
      'prep',
    ],
    [
      'Fn::GetAZs of the stack’s region',
      { 'Fn::GetAZs': '' },
      ['mx-central-1a', 'mx-central-1b', 'mx-central-1c'],
    ],
    ['Fn::GetAZs of another', { 'Fn::GetAZs': 'us-east-1' }, ['us-east-1a', 'us-east-1b', 'us-east-1c']],
    ['Fn::ImportValue', { 'Fn::ImportValue': { 'Fn::Sub': '${Name}:Arn' } }, 'exported prep:Arn'],
    ['Fn::GetStackOutput', { 'Fn::GetStackOutput': { StackName: 's', OutputName: 'o' } }, 'mx-central-1/s/o'],
    [
      'Fn::GetStackOutput of another region',
      { 'Fn::GetStackOutput': { StackName: 's', OutputName: 'o', Region: 'us-east-1' } },
      'us-east-1/s/o',
    ],
    ['Fn::Cidr', { 'Fn::Cidr': ['10.0.0.0/16', '2', 8] }, ['10.0.0.0/24', '10.0.1.0/24']],
    ['AWS::NoValue', { Ref: 'AWS::NoValue' }, undefined],
  ])('carries out %s', (_name, value, expected) => {
    expect(evaluate(value, scope)).toEqual(expected);
  });

  it('leaves out what is AWS::NoValue, in lists and in objects', () => {
    const nothing = { 'Fn::If': ['No', 'x', { Ref: 'AWS::NoValue' }] };
    expect(evaluate({ a: nothing, b: ['c', nothing] }, scope)).toEqual({ b: ['c'] });
  });

  it('takes an IAM statement’s Condition for what it is', () => {
    const statement = { Effect: 'Allow', Condition: { StringEquals: { 'aws:SourceArn': { Ref: 'Name' } } } };
    expect(evaluate(statement, scope)).toEqual({
      Effect: 'Allow',
      Condition: { StringEquals: { 'aws:SourceArn': 'prep' } },
    });
  });

  it.each<[string, Json, RegExp]>([
    ['a function that it does not know', { 'Fn::Length': ['a'] }, /does not know the function Fn::Length/],
    ['a selection beyond the list', { 'Fn::Select': [2, ['a']] }, /cannot select nonexistent value/],
    [
      'a mapping that is not there',
      { 'Fn::FindInMap': ['Map', 'x', 'ami'] },
      /Unable to get mapping for Map::x::ami/,
    ],
    ['a join of what is no text', { 'Fn::Join': ['', [{ a: 1 }]] }, /Fn::Join needs a string/],
    ['a join of what is no list', { 'Fn::Join': ['', 'a'] }, /Fn::Join needs a list/],
    ['a list in the middle of a text', { 'Fn::Sub': '${Zones}' }, /needs a string, got \["a","b"\]/],
  ])('refuses %s', (_name, value, words) => {
    expect(() => evaluate(value, scope)).toThrow(words);
  });
});
