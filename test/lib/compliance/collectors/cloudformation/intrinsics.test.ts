import {
  follow,
  intrinsicOf,
  literalOf,
  partsOf,
  type Scope,
} from '../../../../../lib/compliance/collectors/cloudformation/intrinsics.js';

const OTHER: Scope = { ...scope(), stack: 'edge' };

describe('intrinsicOf', () => {
  test('knows functions from data', () => {
    expect(intrinsicOf({ Ref: 'A' })).toEqual(['Ref', 'A']);
    expect(intrinsicOf({ 'Fn::Sub': 'x' })).toEqual(['Fn::Sub', 'x']);
    for (const data of [{ Ref: 'A', x: 1 }, { Name: 'A' }, {}, ['Ref'], 'Ref', null, undefined]) {
      expect(intrinsicOf(data)).toBeUndefined();
    }
  });
});

describe('partsOf', () => {
  test.each([
    ['text', 'a', 'a'],
    ['a number', 5, '5'],
    ['Join', { 'Fn::Join': ['-', ['a', { 'Fn::Join': ['', ['b', 'c']] }]] }, 'a-bc'],
    ['Sub', { 'Fn::Sub': '${AWS::StackName} in ${AWS::Region}' }, 'site in us-east-1'],
    ['Sub with variables', { 'Fn::Sub': ['${x}${!y}', { x: 'a' }] }, 'a${y}'],
    ['Select of a list', { 'Fn::Select': [1, ['a', 'b']] }, 'b'],
    ['Select of Split', { 'Fn::Select': ['1', { 'Fn::Split': ['/', 'a/b'] }] }, 'b'],
    ['the partition and suffix', { 'Fn::Sub': '${AWS::Partition}.${AWS::URLSuffix}' }, 'aws.amazonaws.com'],
    ['FindInMap', { 'Fn::FindInMap': ['Names', { Ref: 'AWS::Region' }, 'bucket'] }, 'my-bucket'],
    ['an import', { 'Fn::ImportValue': { 'Fn::Sub': '${AWS::StackName}-domain' } }, 'prep.example.org'],
  ])('puts %s together', (_name, raw, expected) => {
    expect(literalOf(parts(raw))).toBe(expected);
  });

  test.each([
    ['Ref', { Ref: 'A' }, 'site/A', 'Ref'],
    ['GetAtt', { 'Fn::GetAtt': ['A', 'Outputs.B'] }, 'site/A', 'Outputs.B'],
    ['GetAtt with a dot', { 'Fn::GetAtt': 'A.Arn' }, 'site/A', 'Arn'],
    ['Sub', { 'Fn::Sub': '${A.Arn}' }, 'site/A', 'Arn'],
    [
      'a cut of an attribute',
      { 'Fn::Select': [2, { 'Fn::Split': ['/', { 'Fn::GetAtt': ['A', 'Url'] }] }] },
      'site/A',
      'Url',
    ],
    [
      'an output of another stack',
      { 'Fn::GetStackOutput': { StackName: 'edge', OutputName: 'Acl' } },
      'edge/Acl',
      'Arn',
    ],
  ])('finds the resource of %s', (_name, raw, id, attribute) => {
    expect(parts(raw)).toContainEqual({
      kind: 'resource',
      id,
      attribute,
    });
  });

  test.each([
    ['a parameter', { Ref: 'Param' }, 'Parameters.Param'],
    ['a condition', { 'Fn::If': ['C', 'a', 'b'] }, 'Fn::If'],
    [
      'an output that is not at hand',
      { 'Fn::GetStackOutput': { StackName: 'far', OutputName: 'X' } },
      'Fn::GetStackOutput',
    ],
    ['an import that nobody exports', { 'Fn::ImportValue': 'nothing' }, 'Fn::ImportValue'],
    ['a map without the key', { 'Fn::FindInMap': ['Names', 'eu-west-1', 'bucket'] }, 'Fn::FindInMap'],
    ['a list of a parameter', { 'Fn::Select': [0, { Ref: 'Param' }] }, 'Fn::Select'],
    [
      'a list of two resources',
      { 'Fn::Select': [0, { 'Fn::Split': [',', { 'Fn::Sub': '${A},${B}' }] }] },
      'Fn::Select',
    ],
    ['a broken Join', { 'Fn::Join': ['', { Ref: 'Param' }] }, 'Fn::Join'],
    ['a map where a string should be', { a: 1 }, 'object'],
  ])('does not guess %s', (_name, raw, reason) => {
    expect(parts(raw)).toContainEqual({ kind: 'unknown', reason });
  });

  test('keeps apart what only the deploy knows', () => {
    expect(parts({ Ref: 'AWS::AccountId' })).toEqual([{ kind: 'pseudo', name: 'AWS::AccountId' }]);
    const unplaced = { ...scope(), region: undefined };
    expect(partsOf({ raw: { Ref: 'AWS::Region' }, scope: unplaced })).toEqual([
      { kind: 'pseudo', name: 'AWS::Region' },
    ]);
    expect(
      partsOf({ raw: { Ref: 'AWS::Partition' }, scope: { ...scope(), region: 'cn-north-1' } }),
    ).toMatchObject([{ kind: 'pseudo' }]);
  });

  test('comes to an end where outputs go round', () => {
    const looping: Scope = {
      ...scope(),
      exported: () => ({ raw: { 'Fn::ImportValue': 'x' }, scope: looping }),
    };
    expect(partsOf({ raw: { 'Fn::ImportValue': 'x' }, scope: looping })).toMatchObject([{ kind: 'unknown' }]);
  });
});

describe('follow', () => {
  test('reads no value at all as absent', () => {
    expect(follow({ raw: { Ref: 'AWS::NoValue' }, scope: scope() }).raw).toBeUndefined();
  });

  test("reads an output in its own stack's words", () => {
    const output = { 'Fn::GetStackOutput': { StackName: 'edge', OutputName: 'Acl', Region: 'us-east-1' } };
    expect(follow({ raw: output, scope: scope() }).scope.stack).toBe('edge');
  });
});

function parts(raw: unknown) {
  return partsOf({ raw, scope: scope() });
}

function scope(): Scope {
  return {
    stack: 'site',
    region: 'us-east-1',
    isParameter: (name) => name === 'Param',
    mapped: (map, key, second) =>
      `${map}.${key}.${second}` === 'Names.us-east-1.bucket' ? 'my-bucket' : undefined,
    output: (stack, name) =>
      stack === 'edge' && name === 'Acl'
        ? { raw: { 'Fn::GetAtt': ['Acl', 'Arn'] }, scope: OTHER }
        : undefined,
    exported: (name) => (name === 'site-domain' ? { raw: 'prep.example.org', scope: OTHER } : undefined),
  };
}
