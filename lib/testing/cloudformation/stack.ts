import type { ExistingResource } from './inventory.js';
import type { ParameterValues } from './parameters.js';
import { generatedUuid } from './resource-naming.js';
import { EMPTY_TEMPLATE, type Template } from './template.js';

export interface StackOutput {
  readonly key: string;
  readonly value: string;
  readonly description: string | undefined;
  /** Name under which the region's stacks may import it. */
  readonly exportName: string | undefined;
}

export interface StackEvent {
  readonly id: string;
  readonly logicalId: string;
  readonly physicalId: string;
  readonly type: string;
  /** ISO 8601 UTC; no two events of an account have the same. */
  readonly timestamp: string;
  readonly status: string;
  readonly reason: string | undefined;
  /** The client's token for the operation. */
  readonly token: string | undefined;
}

/** What a deployment changes of a stack, so that a rollback can put it back. */
export interface StackContent {
  readonly template: Template;
  /** The template as it was sent. */
  readonly body: string;
  readonly parameters: ParameterValues;
  readonly tags: Readonly<Record<string, string>>;
  readonly outputs: readonly StackOutput[];
  /** Names of the exports that its resources import. */
  readonly imports: ReadonlySet<string>;
}

const NO_CONTENT: StackContent = {
  template: EMPTY_TEMPLATE,
  body: '{}',
  parameters: {},
  tags: {},
  outputs: [],
  imports: new Set(),
};

export const STACK_TYPE = 'AWS::CloudFormation::Stack';

interface StackIdentity {
  readonly account: string;
  readonly region: string;
  readonly name: string;
  /** Counts the stacks that the account ever had. */
  readonly serial: number;
}

/** One stack: what it holds and what has happened to it. */
export class Stack {
  readonly id: string;
  readonly name: string;
  readonly region: string;
  readonly createdAt: string;
  status = 'REVIEW_IN_PROGRESS';
  statusReason: string | undefined;
  content: StackContent = NO_CONTENT;
  resources = new Map<string, ExistingResource>();
  terminationProtection = false;
  /** Token of the operation under way. */
  token: string | undefined;
  private readonly log: StackEvent[] = [];

  constructor(
    identity: StackIdentity,
    private readonly timestamp: () => string,
  ) {
    const uuid = generatedUuid(identity.account, identity.region, identity.name, identity.serial);
    this.id = `arn:aws:cloudformation:${identity.region}:${identity.account}:stack/${identity.name}/${uuid}`;
    this.name = identity.name;
    this.region = identity.region;
    this.createdAt = timestamp();
  }

  /** Newest first, as CloudFormation tells them. */
  get events(): readonly StackEvent[] {
    return [...this.log].reverse();
  }

  /** Moves the stack itself to a status, and records it. */
  enter(status: string, reason?: string): void {
    this.status = status;
    this.statusReason = reason;
    this.record({ logicalId: this.name, physicalId: this.id, type: STACK_TYPE }, status, reason);
  }

  /** Records what happened to a resource. */
  record(
    resource: Pick<StackEvent, 'logicalId' | 'physicalId' | 'type'>,
    status: string,
    reason?: string,
  ): void {
    this.log.push({
      id: generatedUuid(this.id, this.log.length),
      logicalId: resource.logicalId,
      physicalId: resource.physicalId,
      type: resource.type,
      timestamp: this.timestamp(),
      status,
      reason,
      token: this.token,
    });
  }
}
