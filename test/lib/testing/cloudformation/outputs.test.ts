import { evaluateOutputs, findImporter } from '../../../../lib/testing/cloudformation/outputs.js';
import { deploy, QUEUE, testAccount, type TemplateParts } from './support.js';

const producer: TemplateParts = {
  Resources: { Queue: QUEUE },
  Outputs: {
    Arn: {
      Value: { 'Fn::GetAtt': ['Queue', 'Arn'] },
      Export: { Name: { 'Fn::Sub': '${AWS::StackName}:Arn' } },
    },
  },
};
const consumer: TemplateParts = {
  Resources: { Queue: { ...QUEUE, Properties: { QueueName: { 'Fn::ImportValue': 'edge:Arn' } } } },
};

describe('evaluateOutputs', () => {
  it('leaves out what its condition rules out, and refuses what is no text', () => {
    const account = testAccount();
    const stack = account.addStack('site', 'us-east-1');
    const outputs = (Outputs: NonNullable<TemplateParts['Outputs']>): unknown => {
      const template = { Resources: {}, Conditions: { No: { 'Fn::Equals': [1, 2] } }, Outputs };
      return evaluateOutputs(account, stack, { template, parameters: {} }, new Set());
    };
    expect(outputs({ A: { Value: 3 }, B: { Value: 'x', Condition: 'No' } })).toMatchObject([
      { key: 'A', value: '3' },
    ]);
    expect(() => outputs({ A: { Value: ['x'] } })).toThrow('Output A is malformed');
  });

  it('refuses a name that another stack exports', () => {
    const account = testAccount();
    deploy(account, producer, { stackName: 'edge' });
    const rival = { ...producer, Outputs: { Arn: { Value: 'x', Export: { Name: 'edge:Arn' } } } };
    const stack = deploy(account, rival, { stackName: 'rival' });
    expect(stack.status).toBe('ROLLBACK_COMPLETE');
    expect(
      stack.events.some((event) =>
        event.reason?.includes('Export with name edge:Arn is already exported by stack edge.'),
      ),
    ).toBe(true);
    expect(deploy(account, rival, { stackName: 'rival', region: 'mx-central-1' }).status).toBe(
      'CREATE_COMPLETE',
    );
  });

  it('refuses to take away an export that another stack imports', () => {
    const account = testAccount();
    const edge = deploy(account, producer, { stackName: 'edge' });
    deploy(account, consumer, { stackName: 'site' });
    expect(findImporter(account, edge, edge.content.outputs)).toBeUndefined();
    expect(findImporter(account, edge, [])?.name).toBe('edge:Arn');
    deploy(account, { Resources: { Queue: QUEUE } }, { stackName: 'edge' });
    expect(edge.status).toBe('UPDATE_ROLLBACK_COMPLETE');
    expect(
      edge.events.some((event) => event.reason === 'Cannot delete export edge:Arn as it is in use by site.'),
    ).toBe(true);
  });
});
