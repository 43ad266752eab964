import { ManagedPolicy, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnDRTAccess, CfnProactiveEngagement, CfnProtection } from 'aws-cdk-lib/aws-shield';
import { Construct } from 'constructs';
import type { Contact } from '../../lib/config/index.js';
import { acknowledge } from './acknowledge.js';

export interface ShieldAdvancedProps {
  /** Begins the protections' names. */
  readonly name: string;
  /** What is protected, by a short name: the distribution and each Elastic IP. */
  readonly resourceArns: Readonly<Record<string, string>>;
  /** Whom the Shield Response Team calls; those without a phone are left out. */
  readonly contacts: readonly Contact[];
}

/**
 * AWS Shield Advanced: protections, proactive engagement and access for the Shield Response Team.
 *
 * It costs 3,000 USD a month for at least a year, which the configuration must accept in so many words. Shield
 * Standard needs no resource: every distribution has it.
 * @see bcs-2024 II.f
 */
export class ShieldAdvanced extends Construct {
  constructor(scope: Construct, id: string, props: ShieldAdvancedProps) {
    super(scope, id);
    const protections = Object.entries(props.resourceArns).map(
      ([key, resourceArn]) => new CfnProtection(this, key, { name: `${props.name}-${key}`, resourceArn }),
    );
    const role = new Role(this, 'ResponseTeam', {
      assumedBy: new ServicePrincipal('drt.shield.amazonaws.com'),
      managedPolicies: [ManagedPolicy.fromAwsManagedPolicyName('service-role/AWSShieldDRTAccessPolicy')],
    });
    acknowledge(role, {
      rule: 'IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSShieldDRTAccessPolicy]',
      reason: 'Shield demands this managed policy for its response team.',
    });
    const access = new CfnDRTAccess(this, 'ResponseTeamAccess', { roleArn: role.roleArn });
    access.node.addDependency(...protections);
    this.engage(props.contacts).forEach((engagement) => engagement.node.addDependency(access));
  }

  private engage(contacts: readonly Contact[]): CfnProactiveEngagement[] {
    const emergencyContactList = contacts
      .filter(({ phone }) => phone !== undefined)
      .map(({ email, phone, role }) => ({ emailAddress: email, phoneNumber: phone, contactNotes: role }));
    if (emergencyContactList.length === 0) return [];
    return [
      new CfnProactiveEngagement(this, 'ProactiveEngagement', {
        proactiveEngagementStatus: 'ENABLED',
        emergencyContactList,
      }),
    ];
  }
}
