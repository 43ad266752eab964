import { Stack, Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** A finding of cdk-nag's AwsSolutions pack that a construct does not mend, and why. */
export interface Acknowledgement {
  /** Rule of the pack, e.g. `S5`, with the finding in brackets where the rule reports several: `IAM5[Resource::*]`. */
  readonly rule: string;
  readonly reason: string;
}

/**
 * Acknowledges findings on a construct and all below it.
 * A test proves that each one is still needed: take it away and the finding must come back.
 */
export function acknowledge(scope: IConstruct, ...acknowledgements: readonly Acknowledgement[]): void {
  const rules = acknowledgements.map(({ rule, reason }) => ({ id: `AwsSolutions-${rule}`, reason }));
  Validations.of(scope).acknowledge(...rules);
}

/**
 * Acknowledges that a policy names all objects under a prefix, which the pack takes for a wildcard.
 * @param arns ARNs that end in `/*`
 */
export function acknowledgePrefixes(scope: IConstruct, arns: readonly string[], reason: string): void {
  const stack = Stack.of(scope);
  acknowledge(
    scope,
    ...arns.map((arn) => ({ rule: `IAM5[Resource::${flatten(stack.resolve(arn))}]`, reason })),
  );
}

/** An ARN as the pack writes it into a finding: `<LogicalId.Arn>/prefix/*`. */
function flatten(value: unknown): string {
  if (typeof value === 'string') return value;
  const { 'Fn::Join': join, 'Fn::GetAtt': attribute, Ref: ref } = value as Intrinsic;
  if (join !== undefined) return join[1].map(flatten).join(join[0]);
  if (attribute !== undefined) return `<${attribute.join('.')}>`;
  return `<${String(ref)}>`;
}

interface Intrinsic {
  readonly 'Fn::Join'?: readonly [string, readonly unknown[]];
  readonly 'Fn::GetAtt'?: readonly string[];
  readonly Ref?: string;
}
