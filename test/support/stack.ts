import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Bucket, type IBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { DifusorStack } from '../../constructs/stacks/index.js';
import { FEATURE_FLAGS } from '../../constructs/stacks/feature-flags.js';

/** An empty stack of us-east-1 with the app's own feature flags. */
export function emptyStack(region = 'us-east-1'): DifusorStack {
  const app = new App({ context: FEATURE_FLAGS, analyticsReporting: false });
  return new DifusorStack(app, 'Test', { env: { region } });
}

/** The template of a stack after `build` has put something into it. */
export function templateOf(build: (scope: DifusorStack) => unknown): Template {
  const stack = emptyStack();
  build(stack);
  return Template.fromStack(stack);
}

/** Somebody's bucket, for constructs that need one. */
export function someBucket(scope: Construct, id = 'SomeBucket'): IBucket {
  return Bucket.fromBucketName(scope, id, 'some-bucket');
}

/** The one resource of a type: its logical id and its definition. */
export function theResource(
  template: Template,
  type: string,
): { id: string; definition: Record<string, unknown> } {
  const found = Object.entries(template.findResources(type));
  const [first] = found;
  if (first === undefined || found.length !== 1) throw new Error(`${found.length} resources of type ${type}`);
  return { id: first[0], definition: first[1] };
}
