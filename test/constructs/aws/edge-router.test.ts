import { EdgeRouter } from '../../../constructs/aws/index.js';
import { templateOf, theResource } from '../../support/stack.js';

const template = templateOf(
  (scope) =>
    new EdgeRouter(scope, 'Router', {
      name: 'difusor-bcs-2024',
      institution: 'Radio Ejemplo',
      institute: { name: 'Instituto de Ejemplo', site: 'https://instituto.example' },
    }),
);

describe('EdgeRouter', () => {
  it('reads the pointer from its own key-value store', () => {
    const { id } = theResource(template, 'AWS::CloudFront::KeyValueStore');
    template.hasResourceProperties('AWS::CloudFront::Function', {
      AutoPublish: true,
      FunctionConfig: {
        Runtime: 'cloudfront-js-2.0',
        KeyValueStoreAssociations: [{ KeyValueStoreARN: { 'Fn::GetAtt': [id, 'Arn'] } }],
      },
    });
  });

  it('starts with an empty store, so that nothing shows before the first flip (bcs-2024 I.c)', () => {
    const { definition } = theResource(template, 'AWS::CloudFront::KeyValueStore');
    expect(definition.Properties).not.toHaveProperty('ImportSource');
  });

  it('carries the pages in the difusor’s words', () => {
    const { definition } = theResource(template, 'AWS::CloudFront::Function');
    const { FunctionCode } = definition.Properties as { FunctionCode: string };
    expect(FunctionCode).toContain('Radio Ejemplo');
    expect(FunctionCode).toContain('https://instituto.example');
    expect(FunctionCode).toMatch(/async function handler\(/);
  });
});
