import { collectShield } from '../../../../../lib/compliance/collectors/cloudformation/shield.js';
import { IF, resource, stack } from './stack.js';

describe('collectShield', () => {
  test('reads the tier that a distribution states, and nothing where it states none', () => {
    const Metadata = { 'difusor:shield': 'standard' };
    const assembly = stack({
      A: resource('AWS::CloudFront::Distribution', {}, { Metadata }),
      B: resource('AWS::CloudFront::Distribution'),
      C: resource('AWS::S3::Bucket', {}, { Metadata }),
    });
    expect(collectShield(assembly)).toEqual({
      stated: [{ resource: 'site/A', tier: 'standard' }],
      protections: [],
    });
  });

  test('reads what each protection covers', () => {
    const eip = { 'Fn::Sub': 'arn:aws:ec2:us-east-1:${AWS::AccountId}:eip-allocation/${Eip.AllocationId}' };
    const assembly = stack({
      P: resource('AWS::Shield::Protection', { ResourceArn: eip }),
      Q: resource('AWS::Shield::Protection', { ResourceArn: IF }),
      R: resource('AWS::Shield::Protection'),
    });
    expect(collectShield(assembly).protections).toEqual([
      { resource: 'site/P', protects: 'site/Eip' },
      { resource: 'site/Q', protects: { unresolved: expect.any(String) } },
      { resource: 'site/R', protects: { unresolved: 'ResourceArn' } },
    ]);
  });
});
