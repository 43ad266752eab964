import { validationError } from './aws-refusal.js';
import type { ChangeSet } from './change-set.js';
import { Inventory } from './inventory.js';
import { ObjectStore } from './object-store.js';
import { ResourceProvider } from './resource-provider.js';
import type { ResourceSpecs } from './resource-spec.js';
import { Stack, type StackOutput } from './stack.js';
import type { TemplateValidator } from './template-validator.js';

/** The stand-in's one account. */
export const ACCOUNT_ID = '123456789012';

export interface AccountOptions {
  readonly specs: ResourceSpecs;
  readonly validator: TemplateValidator;
  /** The instant that the services take for now, e.g. when they refuse a date in the past. */
  readonly serviceClock: () => Date;
  /** The instant that events carry. */
  readonly eventClock: () => Date;
}

/** All that one AWS account holds, in every region. */
export class Account {
  readonly inventory = new Inventory();
  readonly objects = new ObjectStore(this.inventory);
  readonly failingTypes = new Set<string>();
  readonly changeSets = new Map<string, ChangeSet>();
  readonly stacks: Stack[] = [];
  readonly provider: ResourceProvider;
  readonly validator: TemplateValidator;
  private readonly eventClock: () => Date;
  private lastEventMs = 0;
  private serial = 0;

  constructor(options: AccountOptions) {
    this.validator = options.validator;
    this.eventClock = options.eventClock;
    this.provider = new ResourceProvider({
      account: ACCOUNT_ID,
      specs: options.specs,
      inventory: this.inventory,
      objects: this.objects,
      failingTypes: this.failingTypes,
      now: options.serviceClock,
    });
  }

  addStack(name: string, region: string): Stack {
    const identity = { account: ACCOUNT_ID, region, name, serial: this.nextSerial() };
    const stack = new Stack(identity, () => this.nextTimestamp());
    this.stacks.push(stack);
    return stack;
  }

  /** Takes back a stack whose first change set was refused. */
  forgetStack(stack: Stack): void {
    this.stacks.splice(this.stacks.indexOf(stack), 1);
  }

  /** Counts what gets an id of its own. */
  nextSerial(): number {
    this.serial += 1;
    return this.serial;
  }

  /** The live stack of a name, or any stack of an id, in a region. */
  tryFindStack(nameOrId: string, region: string): Stack | undefined {
    return this.stacks.find(
      (stack) =>
        stack.region === region &&
        (stack.id === nameOrId || (stack.name === nameOrId && stack.status !== 'DELETE_COMPLETE')),
    );
  }

  /** @throws AwsRefusal `ValidationError` when there is none */
  findStack(nameOrId: string, region: string): Stack {
    const stack = this.tryFindStack(nameOrId, region);
    if (stack === undefined) throw validationError(`Stack with id ${nameOrId} does not exist`);
    return stack;
  }

  /** The stacks of a region that have not been deleted. */
  liveStacks(region?: string): Stack[] {
    return this.stacks.filter(
      (stack) => stack.status !== 'DELETE_COMPLETE' && (region === undefined || stack.region === region),
    );
  }

  /** The exported output of a name in a region, with its stack. */
  findExport(
    name: string,
    region: string,
  ): { readonly stack: Stack; readonly output: StackOutput } | undefined {
    for (const stack of this.liveStacks(region)) {
      const output = stack.content.outputs.find((candidate) => candidate.exportName === name);
      if (output !== undefined) return { stack, output };
    }
    return undefined;
  }

  /** Each event gets a millisecond of its own, so that a client that sorts them keeps their order. */
  nextTimestamp(): string {
    this.lastEventMs = Math.max(this.eventClock().getTime(), this.lastEventMs + 1);
    return new Date(this.lastEventMs).toISOString();
  }
}
