import {
  loadTemplateValidator,
  type TemplateValidator,
} from '../../../../lib/testing/cloudformation/template-validator.js';
import type { Template } from '../../../../lib/testing/cloudformation/template.js';

describe('the validator that aws-cdk-lib bundles', () => {
  let validator: TemplateValidator;
  beforeAll(() => {
    validator = loadTemplateValidator();
  });
  const errorsOf = (template: Template, parameters: Record<string, string> = {}): string[] =>
    validator.errorsOf(template, { account: '123456789012', region: 'us-east-1', parameters });
  const bucket = (Properties: NonNullable<Template['Resources'][string]['Properties']>): Template => ({
    Resources: { Bucket: { Type: 'AWS::S3::Bucket', Properties } },
  });

  it('has nothing to say against a sound template', () => {
    expect(errorsOf(bucket({ VersioningConfiguration: { Status: 'Enabled' } }))).toEqual([]);
  });

  it('names the rule, the resource and the property of an error', () => {
    expect(errorsOf(bucket({ VersioningConfiguration: { Status: ['Enabled'] } }))).toContainEqual(
      expect.stringMatching(/^[EF]\d{4} Bucket\/Properties\.VersioningConfiguration\.Status: /),
    );
  });

  it('refuses a value that is not one of the allowed', () => {
    expect(errorsOf(bucket({ VersioningConfiguration: { Status: 'On' } }))).toEqual([
      expect.stringContaining('W3030'),
    ]);
  });

  it('judges a parameter by its value, not by its default', () => {
    const template: Template = {
      Parameters: { Delay: { Type: 'Number', Default: -1 } },
      Resources: { Queue: { Type: 'AWS::SQS::Queue', Properties: { DelaySeconds: { Ref: 'Delay' } } } },
    };
    expect(errorsOf(template)).toEqual([expect.stringMatching(/^W1030 .*-1.*below minimum/)]);
    expect(errorsOf(template, { Delay: '5' })).toEqual([]);
    expect(errorsOf(template, { Delay: '901' })).toEqual([expect.stringContaining('901')]);
  });
});
