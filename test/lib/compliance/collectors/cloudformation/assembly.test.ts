import { readAssembly } from '../../../../../lib/compliance/collectors/cloudformation/assembly.js';
import { isDifusorError } from '../../../../../lib/errors.js';
import { att, ref, resource, stack } from './stack.js';

describe('readAssembly', () => {
  test('indexes resources by id and type', () => {
    const assembly = stack({ A: resource('AWS::S3::Bucket'), B: resource('AWS::EC2::EIP') });
    expect(assembly.resources.map(({ id, type }) => [id, type])).toEqual([
      ['site/A', 'AWS::S3::Bucket'],
      ['site/B', 'AWS::EC2::EIP'],
    ]);
    expect(assembly.ofType('AWS::S3::Bucket')).toHaveLength(1);
    expect(assembly.find('site/A', 'AWS::S3::Bucket')?.region).toBe('us-east-1');
    expect(assembly.find('site/A', 'AWS::EC2::EIP')).toBeUndefined();
    expect(assembly.find({ unresolved: '' }, 'AWS::S3::Bucket')).toBeUndefined();
  });

  test('tells what these stacks own, be it there or not', () => {
    expect(stack({}).owns('site/Missing')).toBe(true);
    expect(stack({}).owns('arn:aws:s3:::site')).toBe(false);
  });

  test.each([
    ['Retain', true],
    ['RetainExceptOnCreate', true],
    ['Delete', false],
    [undefined, false],
  ])('takes DeletionPolicy %s as retained: %s', (DeletionPolicy, expected) => {
    expect(
      stack({ A: resource('AWS::EC2::EIP', {}, { DeletionPolicy }) }).resources[0]?.retainedOnDelete,
    ).toBe(expected);
  });

  test('follows outputs and exports to the stack that has the resource', () => {
    const edge = {
      Resources: { Acl: resource('AWS::WAFv2::WebACL') },
      Outputs: {
        AclArn: { Value: att('Acl'), Export: { Name: { 'Fn::Sub': '${AWS::StackName}:acl' } } },
      },
    };
    const site = {
      Resources: {
        A: resource('AWS::CloudFront::Distribution', {
          weak: { 'Fn::GetStackOutput': { StackName: 'edge', OutputName: 'AclArn', Region: 'us-east-1' } },
          strong: { 'Fn::ImportValue': 'edge:acl' },
          gone: { 'Fn::GetStackOutput': { StackName: 'edge', OutputName: 'Other' } },
        }),
      },
    };
    const assembly = readAssembly([
      { name: 'edge', region: 'us-east-1', template: edge },
      { name: 'site', region: 'mx-central-1', template: site },
    ]);
    const { properties } = assembly.find('site/A', 'AWS::CloudFront::Distribution')!;
    expect(properties.get('weak').reference()).toBe('edge/Acl');
    expect(properties.get('strong').reference()).toBe('edge/Acl');
    expect(properties.get('gone').reference()).toMatchObject({ unresolved: expect.any(String) });
  });

  test('reads maps, and leaves parameters to the deploy', () => {
    const assembly = stack(
      { A: resource('AWS::S3::Bucket', { mapped: { 'Fn::FindInMap': ['M', 'a', 'b'] }, given: ref('P') }) },
      { Mappings: { M: { a: { b: 'value' } } }, Parameters: { P: { Type: 'String', Default: 'x' } } },
    );
    const [{ properties } = { properties: undefined }] = assembly.resources;
    expect(properties?.get('mapped').text()).toBe('value');
    expect(properties?.get('given').text()).toEqual({ unresolved: 'Properties.given: ${Parameters.P}' });
    expect(assembly.parameters).toEqual([{ id: 'site/P', raw: { Type: 'String', Default: 'x' } }]);
  });

  test.each([
    ['nothing', undefined],
    ['a list', []],
    ['no resources', { Outputs: {} }],
    ['resources that are no map', { Resources: [] }],
  ])('refuses %s', (_name, template) => {
    expect(() => readAssembly([{ name: 'site', template }])).toThrow(
      expect.objectContaining({
        code: 'TEMPLATE_UNREADABLE',
        params: expect.objectContaining({ path: 'site' }),
      }),
    );
  });

  test('refuses two stacks of one name', () => {
    const template = { Resources: {} };
    const twice = [
      { name: 'site', template },
      { name: 'site', template },
    ];
    let caught: unknown;
    try {
      readAssembly(twice);
    } catch (error) {
      caught = error;
    }
    expect(isDifusorError(caught, 'TEMPLATE_UNREADABLE')).toBe(true);
  });
});

describe('gaps', () => {
  test('has every resource that a condition may leave out, in each area that it feeds', () => {
    const assembly = stack({
      A: resource('AWS::S3::Bucket', {}, { Condition: 'InProduction' }),
      B: resource('AWS::CDK::Metadata', {}, { Condition: 'Available' }),
      C: resource('AWS::IAM::Policy', {}, { Condition: 'InProduction' }),
    });
    expect(assembly.gaps).toEqual([
      { area: 'buckets', resource: 'site/A', reason: 'Condition: InProduction' },
      { area: 'grants', resource: 'site/C', reason: 'Condition: InProduction' },
    ]);
  });

  test('has nested stacks, loops and macros, which may hide anything', () => {
    const assembly = stack(
      { Nested: resource('AWS::CloudFormation::Stack'), 'Fn::ForEach::Buckets': {} },
      { Transform: ['AWS::LanguageExtensions', 'AWS::Serverless-2016-10-31', { Name: 'AWS::Include' }] },
    );
    expect(assembly.gaps.map(({ area, reason }) => [area, reason])).toEqual([
      ['all', 'Transform: AWS::Serverless-2016-10-31'],
      ['all', 'Transform: AWS::Include'],
      ['all', 'AWS::CloudFormation::Stack'],
      ['all', 'Fn::ForEach::Buckets'],
    ]);
  });

  test('has each gap once', () => {
    const assembly = stack({});
    const gap = { area: 'alarms', resource: 'site/A', reason: 'x' } as const;
    assembly.addGap(gap);
    assembly.addGap({ ...gap });
    expect(assembly.gaps).toEqual([gap]);
  });
});
