import { ACCOUNT_ID, type Account } from './account.js';
import { AwsRefusal, validationError } from './aws-refusal.js';
import { sameJson } from './json.js';
import { resolveParameters, type GivenParameter } from './parameters.js';
import { generatedUuid } from './resource-naming.js';
import type { Stack, StackContent } from './stack.js';
import { ssmValue } from './ssm-value.js';
import { checkTemplate } from './template-check.js';
import { resourceChanges, type ResourceChange } from './template-differences.js';
import { parseTemplate } from './template.js';

export type ProposedContent = Pick<StackContent, 'template' | 'body' | 'parameters' | 'tags'>;

/** A deployment that has been checked but not carried out. */
export interface ChangeSet {
  readonly id: string;
  readonly name: string;
  readonly stack: Stack;
  readonly proposed: ProposedContent;
  readonly changes: readonly ResourceChange[];
  /** The CDK CLI shows the events since then. */
  readonly createdAt: string;
  /** Whether anything would change at all. */
  readonly executable: boolean;
}

export interface ChangeSetRequest {
  readonly name: string;
  readonly type: 'CREATE' | 'UPDATE';
  readonly stackName: string;
  readonly region: string;
  /** The template as it was sent. */
  readonly body: string;
  readonly parameters: readonly GivenParameter[];
  readonly tags: Readonly<Record<string, string>>;
  readonly capabilities: readonly string[];
}

/** CloudFormation's words for a change set that would change nothing; the CDK CLI looks for them. */
export const NO_CHANGES =
  "The submitted information didn't contain changes. Submit different information to create a change set.";

/** Ends of operations after which a stack takes no update. */
const BROKEN = /^(ROLLBACK_COMPLETE|CREATE_FAILED|DELETE_FAILED)$/;

/**
 * Checks a deployment and keeps it as a change set; a stack that does not exist yet is put down for review.
 * @throws AwsRefusal for anything that CloudFormation would refuse before it changes a resource
 */
export function createChangeSet(account: Account, request: ChangeSetRequest): ChangeSet {
  const present = stackFor(account, request);
  const template = parseTemplate(request.body);
  const parameters = resolveParameters(
    template,
    request.parameters,
    present?.content.parameters ?? {},
    (name) => ssmValue(account, name, request.region),
  );
  const stack = present ?? account.addStack(request.stackName, request.region);
  try {
    checkTemplate(account, stack, { template, parameters, capabilities: request.capabilities });
  } catch (error) {
    if (present === undefined) account.forgetStack(stack);
    throw error;
  }
  const proposed = { template, body: request.body, parameters, tags: request.tags };
  const changes = resourceChanges(account, stack, proposed);
  const changeSet = {
    id: changeSetId(account, request),
    name: request.name,
    stack,
    proposed,
    changes,
    createdAt: account.nextTimestamp(),
    executable: changes.length > 0 || !sameContent(stack.content, proposed),
  };
  account.changeSets.set(changeSet.id, changeSet);
  return changeSet;
}

function stackFor(account: Account, { stackName, region, type, name }: ChangeSetRequest): Stack | undefined {
  const stack = account.tryFindStack(stackName, region);
  if (type === 'UPDATE' && (stack === undefined || stack.status === 'REVIEW_IN_PROGRESS')) {
    throw validationError(`Stack [${stackName}] does not exist`);
  }
  if (type === 'CREATE' && stack !== undefined && stack.status !== 'REVIEW_IN_PROGRESS') {
    throw new AwsRefusal(
      'AlreadyExistsException',
      `Stack [${stackName}] already exists and cannot be created again with the changeSet [${name}].`,
    );
  }
  if (stack !== undefined && BROKEN.test(stack.status)) {
    throw validationError(`Stack:${stack.id} is in ${stack.status} state and can not be updated.`);
  }
  return stack;
}

function changeSetId(account: Account, { name, stackName, region }: ChangeSetRequest): string {
  const uuid = generatedUuid(ACCOUNT_ID, region, stackName, name, account.nextSerial());
  return `arn:aws:cloudformation:${region}:${ACCOUNT_ID}:changeSet/${name}/${uuid}`;
}

/** What counts as a change beside the resources. */
function sameContent(before: StackContent, after: ProposedContent): boolean {
  const compared = ({ template, parameters, tags }: ProposedContent) => ({
    outputs: template.Outputs,
    parameters,
    tags,
  });
  return sameJson(compared(before), compared(after));
}
