import {
  changeView,
  parameterViews,
  stackView,
} from '../../../../../lib/testing/cloudformation/api/views.js';
import { deploy, QUEUE, testAccount } from '../support.js';

describe('views', () => {
  it('show a stack as DescribeStacks does', () => {
    const Outputs = { Arn: { Value: 'x', Description: 'words', Export: { Name: 'site:Arn' } } };
    const stack = deploy(testAccount(), { Resources: { Queue: QUEUE }, Outputs }, { tags: { owner: 'me' } });
    expect(stackView(stack)).toEqual({
      StackName: 'site',
      StackId: stack.id,
      StackStatus: 'CREATE_COMPLETE',
      StackStatusReason: undefined,
      CreationTime: stack.createdAt,
      EnableTerminationProtection: false,
      Parameters: [],
      Tags: [{ Key: 'owner', Value: 'me' }],
      Outputs: [{ OutputKey: 'Arn', OutputValue: 'x', Description: 'words', ExportName: 'site:Arn' }],
    });
  });

  it('never show what must not be echoed', () => {
    const secret = { given: 'canary', resolved: 'canary', noEcho: true };
    expect(JSON.stringify(parameterViews({ Secret: secret }))).not.toContain('canary');
    expect(parameterViews({ Version: { given: '/cdk/version', resolved: '33', noEcho: false } })).toEqual([
      { ParameterKey: 'Version', ParameterValue: '/cdk/version', ResolvedValue: '33' },
    ]);
  });

  it('tell which property makes a resource anew', () => {
    const properties = [
      { name: 'QueueName', replaces: true },
      { name: 'Tags', replaces: false },
    ];
    const view = changeView({
      action: 'Modify',
      logicalId: 'Q',
      type: 'AWS::SQS::Queue',
      physicalId: 'q',
      replacement: 'True',
      properties,
    });
    expect(view.ResourceChange).toMatchObject({
      Replacement: 'True',
      Scope: ['Properties'],
      Details: [
        { Target: { Name: 'QueueName', RequiresRecreation: 'Always' } },
        { Target: { Name: 'Tags', RequiresRecreation: 'Never' } },
      ],
    });
  });
});
