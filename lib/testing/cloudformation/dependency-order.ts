import { validationError } from './aws-refusal.js';
import { referencesIn } from './references.js';
import type { ResourceTemplate } from './template.js';

/**
 * The logical ids in the order in which CloudFormation may make them: each after all that it refers to.
 * @throws AwsRefusal `ValidationError` when resources wait for each other
 */
export function dependencyOrder(resources: Readonly<Record<string, ResourceTemplate>>): string[] {
  const ordered = new Set<string>();
  const visit = (id: string, path: readonly string[]): void => {
    const resource = resources[id];
    if (resource === undefined || ordered.has(id)) return;
    if (path.includes(id)) {
      const circle = path.slice(path.indexOf(id));
      throw validationError(`Circular dependency between resources: [${circle.join(', ')}]`);
    }
    for (const dependency of dependenciesOf(resource)) visit(dependency, [...path, id]);
    ordered.add(id);
  };
  for (const id of Object.keys(resources)) visit(id, []);
  return [...ordered];
}

function dependenciesOf(resource: ResourceTemplate): Set<string> {
  return new Set([...referencesIn(resource.Properties), ...[resource.DependsOn ?? []].flat()]);
}
