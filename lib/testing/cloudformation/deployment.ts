import type { Account } from './account.js';
import { AwsRefusal, validationError } from './aws-refusal.js';
import type { ChangeSet, ProposedContent } from './change-set.js';
import { dependencyOrder } from './dependency-order.js';
import { evaluateObject } from './intrinsics.js';
import type { ExistingResource } from './inventory.js';
import { sameJson, type JsonObject } from './json.js';
import { evaluateOutputs } from './outputs.js';
import { isRetained, removeResource } from './resource-removal.js';
import { changedKeys, type ResourceRequest } from './resource-provider.js';
import type { Stack, StackContent } from './stack.js';
import { stackScope } from './stack-scope.js';
import { isWanted } from './template-differences.js';

/** Carries a change set out: all of it, or, when a resource fails, nothing. */
export function executeChangeSet(account: Account, changeSet: ChangeSet, token: string | undefined): void {
  const { stack, proposed } = changeSet;
  if (!changeSet.executable) {
    throw new AwsRefusal(
      'InvalidChangeSetStatus',
      `ChangeSet [${changeSet.id}] cannot be executed in its current status of [FAILED]`,
    );
  }
  stack.token = token;
  new Deployment(account, stack, proposed).run();
  account.changeSets.delete(changeSet.id);
}

class Deployment {
  private readonly verb: 'CREATE' | 'UPDATE';
  private readonly before: {
    readonly content: StackContent;
    readonly resources: Map<string, ExistingResource>;
  };
  private readonly imports = new Set<string>();
  private readonly undo: (() => void)[] = [];
  /** Resources that a new one has taken the place of. */
  private readonly replaced: ExistingResource[] = [];

  constructor(
    private readonly account: Account,
    private readonly stack: Stack,
    private readonly proposed: ProposedContent,
  ) {
    this.verb = stack.status === 'REVIEW_IN_PROGRESS' ? 'CREATE' : 'UPDATE';
    this.before = { content: stack.content, resources: new Map(stack.resources) };
  }

  run(): void {
    this.stack.enter(`${this.verb}_IN_PROGRESS`, 'User Initiated');
    try {
      const kept = this.provisionAll();
      this.finish(kept);
    } catch (error) {
      if (!(error instanceof AwsRefusal)) throw error;
      this.rollBack(error.message);
    }
  }

  /** Makes and changes what the template wants, in order; gives the logical ids that stay. */
  private provisionAll(): Set<string> {
    const scope = stackScope(this.account, this.stack, this.proposed, this.imports);
    const resources = this.proposed.template.Resources;
    const wanted = dependencyOrder(resources).filter((id) => {
      const resource = resources[id];
      return resource !== undefined && isWanted(resource, scope);
    });
    for (const id of wanted) this.provision(id);
    return new Set(wanted);
  }

  private provision(logicalId: string): void {
    const template = this.proposed.template.Resources[logicalId];
    if (template === undefined) return;
    const current = this.stack.resources.get(logicalId);
    const verb = current === undefined ? 'CREATE' : 'UPDATE';
    try {
      const scope = stackScope(this.account, this.stack, this.proposed, this.imports);
      const properties = evaluateObject(template.Properties ?? {}, scope);
      const request = {
        stackName: this.stack.name,
        region: this.stack.region,
        logicalId,
        template,
        properties,
      };
      if (current === undefined) this.create(request);
      else if (this.mustReplace(current, properties)) this.replace(current, request);
      else this.update(current, request);
    } catch (error) {
      if (!(error instanceof AwsRefusal)) throw error;
      const failed = { logicalId, physicalId: current?.physicalId ?? '', type: template.Type };
      this.stack.record(failed, `${verb}_FAILED`, error.message);
      throw new AwsRefusal(
        error.code,
        `The following resource(s) failed to ${verb.toLowerCase()}: [${logicalId}]. ${error.message}`,
      );
    }
  }

  private create(request: ResourceRequest): void {
    this.stack.record(
      { logicalId: request.logicalId, physicalId: '', type: request.template.Type },
      'CREATE_IN_PROGRESS',
    );
    const made = this.account.provider.create(request);
    this.hold(made);
    // RetainExceptOnCreate means: not when the very operation that made it is rolled back.
    this.undo.push(() => {
      this.discard(made, made.deletionPolicy === 'Retain');
    });
    this.stack.record(made, 'CREATE_COMPLETE');
  }

  private mustReplace(current: ExistingResource, properties: JsonObject): boolean {
    return changedKeys(current.properties, properties).some((key) =>
      this.account.provider.replacedBy(current.type, key),
    );
  }

  private update(current: ExistingResource, request: ResourceRequest): void {
    const unchanged = sameJson(current.properties, request.properties);
    if (unchanged) {
      // A policy or metadata changes without the service's doing.
      this.hold(this.account.provider.relabel(current, request.template));
      this.undo.push(() => {
        this.account.inventory.update(current);
      });
      return;
    }
    this.stack.record(current, 'UPDATE_IN_PROGRESS');
    const updated = this.account.provider.update(current, request);
    this.hold(updated);
    this.undo.push(() => {
      this.stack.record(updated, 'UPDATE_IN_PROGRESS');
      this.account.inventory.update(current);
      this.stack.record(current, 'UPDATE_COMPLETE');
    });
    this.stack.record(updated, 'UPDATE_COMPLETE');
  }

  private replace(current: ExistingResource, request: ResourceRequest): void {
    const reason = 'Requested update requires the creation of a new physical resource; hence creating one.';
    this.stack.record(current, 'UPDATE_IN_PROGRESS', reason);
    const made = this.makeBeside(current, request);
    this.hold(made);
    this.replaced.push(current);
    this.undo.push(() => {
      this.discard(made, false);
    });
    this.stack.record(made, 'UPDATE_COMPLETE');
  }

  /** The new resource stands beside the old one for a while, which two of one name cannot. */
  private makeBeside(current: ExistingResource, request: ResourceRequest): ExistingResource {
    try {
      return this.account.provider.create(request);
    } catch (error) {
      if (!(error instanceof AwsRefusal) || error.code !== 'AlreadyExists') throw error;
      throw validationError(
        'CloudFormation cannot update a stack when a custom-named resource requires replacing.' +
          ` Rename ${current.physicalId} and update the stack again.`,
      );
    }
  }

  private hold(resource: ExistingResource): void {
    this.stack.resources.set(resource.logicalId, resource);
  }

  private finish(kept: ReadonlySet<string>): void {
    const outputs = evaluateOutputs(this.account, this.stack, this.proposed, this.imports);
    const removed = [...this.stack.resources.values()].filter((resource) => !kept.has(resource.logicalId));
    this.stack.content = { ...this.proposed, outputs, imports: this.imports };
    this.stack.resources = inOrder(this.stack.resources, kept);
    if (this.replaced.length + removed.length > 0)
      this.stack.enter(`${this.verb}_COMPLETE_CLEANUP_IN_PROGRESS`);
    for (const resource of this.replaced) this.discard(resource, isRetained(resource.updateReplacePolicy));
    for (const resource of removed.reverse()) this.discard(resource, isRetained(resource.deletionPolicy));
    this.stack.enter(`${this.verb}_COMPLETE`);
  }

  /** What cannot be removed stays in the account without a stack, and does not undo the operation. */
  private discard(resource: ExistingResource, retain: boolean): void {
    if (!removeResource(this.account, this.stack, resource, retain)) this.account.inventory.orphan(resource);
  }

  private rollBack(reason: string): void {
    const verb = this.verb === 'CREATE' ? 'ROLLBACK' : 'UPDATE_ROLLBACK';
    this.stack.enter(`${verb}_IN_PROGRESS`, reason);
    for (const step of this.undo.reverse()) step();
    this.stack.content = this.before.content;
    this.stack.resources = this.before.resources;
    this.stack.enter(`${verb}_COMPLETE`);
  }
}

/** The order of making, so that the last made can be the first removed. */
function inOrder(
  resources: ReadonlyMap<string, ExistingResource>,
  ids: Iterable<string>,
): Map<string, ExistingResource> {
  const ordered = new Map<string, ExistingResource>();
  for (const id of ids) {
    const resource = resources.get(id);
    if (resource !== undefined) ordered.set(id, resource);
  }
  return ordered;
}
