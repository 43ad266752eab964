import type { Account } from './account.js';
import { validationError } from './aws-refusal.js';
import { evaluate, type Scope } from './intrinsics.js';
import { scalarText, type Json } from './json.js';
import type { Stack, StackOutput } from './stack.js';
import { stackScope, type ScopeContent } from './stack-scope.js';

/**
 * The outputs of a stack whose resources are all there, held to the rules of exports.
 * @throws AwsRefusal `ValidationError` for a value that is no text, an export that another stack has, or the loss of
 * one that another stack imports
 */
export function evaluateOutputs(
  account: Account,
  stack: Stack,
  content: ScopeContent,
  imports: Set<string>,
): StackOutput[] {
  const scope = stackScope(account, stack, content, imports);
  const wanted = Object.entries(content.template.Outputs ?? {}).filter(
    ([, output]) => output.Condition === undefined || scope.condition(output.Condition),
  );
  const outputs = wanted.map(([key, output]) => ({
    key,
    value: textOf(output.Value, key, scope),
    description: output.Description,
    exportName: output.Export && textOf(output.Export.Name, key, scope),
  }));
  checkExports(account, stack, outputs);
  return outputs;
}

/** The stack that imports one of the exports which `stack` would lose by keeping only `kept`. */
export function findImporter(
  account: Account,
  stack: Stack,
  kept: readonly StackOutput[],
): { readonly name: string; readonly importer: Stack } | undefined {
  const names = new Set(kept.map((output) => output.exportName));
  const lost = stack.content.outputs
    .map((output) => output.exportName)
    .filter((name) => name !== undefined && !names.has(name));
  for (const name of lost) {
    const importer = account
      .liveStacks(stack.region)
      .find((other) => other !== stack && other.content.imports.has(name ?? ''));
    if (name !== undefined && importer !== undefined) return { name, importer };
  }
  return undefined;
}

function checkExports(account: Account, stack: Stack, outputs: readonly StackOutput[]): void {
  for (const { exportName } of outputs) {
    const other = exportName === undefined ? undefined : account.findExport(exportName, stack.region)?.stack;
    if (other !== undefined && other !== stack) {
      throw validationError(
        `Export with name ${exportName ?? ''} is already exported by stack ${other.name}.`,
      );
    }
  }
  const lost = findImporter(account, stack, outputs);
  if (lost !== undefined) {
    throw validationError(`Cannot delete export ${lost.name} as it is in use by ${lost.importer.name}.`);
  }
}

function textOf(value: Json, key: string, scope: Scope): string {
  const text = scalarText(evaluate(value, scope));
  if (text === undefined) {
    throw validationError(
      `Template format error: Output ${key} is malformed. The Value field of every Outputs member must evaluate to a String.`,
    );
  }
  return text;
}
