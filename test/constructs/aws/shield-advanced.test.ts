import { Match } from 'aws-cdk-lib/assertions';
import { ShieldAdvanced } from '../../../constructs/aws/index.js';
import { templateOf } from '../../support/stack.js';

const contact = { name: 'Guardia', role: 'guardia', email: 'guardia@example.org' };
const resourceArns = {
  distribution: 'arn:aws:cloudfront::111122223333:distribution/E1',
  'address-1': 'arn:aws:ec2:us-east-1:111122223333:eip-allocation/eipalloc-1',
};

describe('ShieldAdvanced', () => {
  it('protects each resource and lets the response team in', () => {
    const template = templateOf(
      (scope) =>
        new ShieldAdvanced(scope, 'Shield', {
          name: 'd',
          resourceArns,
          contacts: [{ ...contact, phone: '+526121234567' }],
        }),
    );
    template.resourceCountIs('AWS::Shield::Protection', 2);
    template.hasResourceProperties('AWS::Shield::Protection', { ResourceArn: resourceArns.distribution });
    template.resourceCountIs('AWS::Shield::DRTAccess', 1);
    template.hasResourceProperties('AWS::Shield::ProactiveEngagement', {
      ProactiveEngagementStatus: 'ENABLED',
      EmergencyContactList: [
        { EmailAddress: contact.email, PhoneNumber: '+526121234567', ContactNotes: Match.anyValue() },
      ],
    });
  });

  it('engages nobody where no contact has a phone', () => {
    const template = templateOf(
      (scope) => new ShieldAdvanced(scope, 'Shield', { name: 'd', resourceArns, contacts: [contact] }),
    );
    template.resourceCountIs('AWS::Shield::ProactiveEngagement', 0);
  });
});
