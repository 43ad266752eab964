import { evaluate } from '../../../../lib/testing/cloudformation/intrinsics.js';
import type { Json } from '../../../../lib/testing/cloudformation/json.js';
import { stackScope } from '../../../../lib/testing/cloudformation/stack-scope.js';
import { BUCKET, deploy, testAccount } from './support.js';

describe('stackScope', () => {
  const account = testAccount();
  const stack = deploy(account, {
    Resources: { Bucket: { ...BUCKET, Properties: { BucketName: 'prep' } } },
    Outputs: { Name: { Value: 'prep', Export: { Name: 'site:Name' } } },
  });
  const content = {
    template: {
      Resources: {},
      Conditions: { Prod: { 'Fn::Equals': [{ Ref: 'Stage' }, 'prod'] } },
      Mappings: { Map: { top: { second: 'mapped' } } },
    },
    parameters: { Stage: { given: 'prod', resolved: 'prod', noEcho: false } },
  };
  const value = (expression: Json, imports = new Set<string>()): Json | undefined =>
    evaluate(expression, stackScope(account, stack, content, imports));

  it('knows the pseudo parameters', () => {
    const names = [
      'AWS::Region',
      'AWS::AccountId',
      'AWS::Partition',
      'AWS::StackName',
      'AWS::StackId',
      'AWS::URLSuffix',
    ];
    expect(names.map((Ref) => value({ Ref }))).toEqual([
      'us-east-1',
      '123456789012',
      'aws',
      'site',
      stack.id,
      'amazonaws.com',
    ]);
  });

  it('reads parameters, resources, mappings and conditions', () => {
    expect(value({ Ref: 'Stage' })).toBe('prod');
    expect(value({ Ref: 'Bucket' })).toBe('prep');
    expect(value({ 'Fn::GetAtt': ['Bucket', 'Arn'] })).toBe('arn:aws:s3:::prep');
    expect(value({ 'Fn::FindInMap': ['Map', 'top', 'second'] })).toBe('mapped');
    expect(value({ 'Fn::If': ['Prod', 'yes', 'no'] })).toBe('yes');
  });

  it('reads exports, and remembers which', () => {
    const imports = new Set<string>();
    expect(value({ 'Fn::ImportValue': 'site:Name' }, imports)).toBe('prep');
    expect([...imports]).toEqual(['site:Name']);
  });

  it('reads the outputs of other stacks, in their region', () => {
    expect(value({ 'Fn::GetStackOutput': { StackName: 'site', OutputName: 'Name' } })).toBe('prep');
    const elsewhere = { StackName: 'site', OutputName: 'Name', Region: 'mx-central-1' };
    expect(() => value({ 'Fn::GetStackOutput': elsewhere })).toThrow(
      'Output Name of stack site not found in mx-central-1.',
    );
  });

  it.each<[Json, string]>([
    [{ Ref: 'Nobody' }, 'Unresolved resource dependencies [Nobody]'],
    [{ 'Fn::GetAtt': ['Nobody', 'Arn'] }, 'Unresolved resource dependencies [Nobody]'],
    [{ 'Fn::If': ['Nobody', 1, 2] }, 'unresolved condition dependency Nobody'],
    [{ 'Fn::ImportValue': 'site:Nobody' }, 'No export named site:Nobody found.'],
  ])('refuses %j', (expression, words) => {
    expect(() => value(expression)).toThrow(words);
  });
});
