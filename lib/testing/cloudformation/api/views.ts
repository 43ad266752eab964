import type { ExistingResource } from '../inventory.js';
import type { ParameterValues } from '../parameters.js';
import type { QueryObject } from '../query-protocol.js';
import type { Stack, StackEvent } from '../stack.js';
import type { ResourceChange } from '../template-differences.js';

/** A stack as DescribeStacks tells it. */
export function stackView(stack: Stack): QueryObject {
  return {
    StackName: stack.name,
    StackId: stack.id,
    StackStatus: stack.status,
    StackStatusReason: stack.statusReason,
    CreationTime: stack.createdAt,
    EnableTerminationProtection: stack.terminationProtection,
    Parameters: parameterViews(stack.content.parameters),
    Tags: tagViews(stack.content.tags),
    Outputs: stack.content.outputs.map(({ key, value, description, exportName }) => ({
      OutputKey: key,
      OutputValue: value,
      Description: description,
      ExportName: exportName,
    })),
  };
}

export function parameterViews(parameters: ParameterValues): QueryObject[] {
  return Object.entries(parameters).map(([key, { given, resolved, noEcho }]) => ({
    ParameterKey: key,
    ParameterValue: noEcho ? '****' : given,
    ResolvedValue: typeof resolved === 'string' && resolved !== given && !noEcho ? resolved : undefined,
  }));
}

export function tagViews(tags: Readonly<Record<string, string>>): QueryObject[] {
  return Object.entries(tags).map(([key, value]) => ({ Key: key, Value: value }));
}

export function eventView(stack: Stack, event: StackEvent): QueryObject {
  return {
    StackId: stack.id,
    StackName: stack.name,
    EventId: event.id,
    LogicalResourceId: event.logicalId,
    PhysicalResourceId: event.physicalId,
    ResourceType: event.type,
    Timestamp: event.timestamp,
    ResourceStatus: event.status,
    ResourceStatusReason: event.reason,
    ClientRequestToken: event.token,
  };
}

/** A resource as DescribeStackResources tells it: what exists is complete. */
export function resourceView(stack: Stack, resource: ExistingResource): QueryObject {
  return {
    StackId: stack.id,
    StackName: stack.name,
    LogicalResourceId: resource.logicalId,
    PhysicalResourceId: resource.physicalId,
    ResourceType: resource.type,
    ResourceStatus: 'CREATE_COMPLETE',
    Timestamp: stack.createdAt,
    LastUpdatedTimestamp: stack.createdAt,
  };
}

/** A change as DescribeChangeSet tells it; the CDK CLI reads from it what would be replaced. */
export function changeView(change: ResourceChange): QueryObject {
  return {
    Type: 'Resource',
    ResourceChange: {
      Action: change.action,
      LogicalResourceId: change.logicalId,
      PhysicalResourceId: change.physicalId,
      ResourceType: change.type,
      Replacement: change.replacement,
      Scope: change.action === 'Modify' ? ['Properties'] : [],
      Details: change.properties.map((property) => ({
        Target: {
          Attribute: 'Properties',
          Name: property.name,
          RequiresRecreation: property.replaces ? 'Always' : 'Never',
        },
        Evaluation: 'Static',
        ChangeSource: 'DirectModification',
      })),
    },
  };
}
