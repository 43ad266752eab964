/**
 * Tools for testing stacks without an AWS account: a stand-in for AWS's control plane on loopback, a runner for the
 * real CDK CLI, and templates that a snapshot can hold.
 *
 * The stand-in proves that the CDK CLI and the templates fit together: that assets are published, that every
 * function resolves, that types, properties and attributes are those that AWS publishes, that names don't collide,
 * that a failure rolls back, and that what must outlive a stack does. What it does not prove, because it makes
 * nothing:
 *
 * - that the data plane works: no request reaches a distribution, a bucket's website, a function or a firewall;
 * - that the account may do it: no IAM policy, quota, price or region's lack of a service is looked at;
 * - that a certificate is issued, a DNS record answers, a mail is confirmed or an address is really reserved:
 *   ids, names and addresses are made up in the services' form, the address out of a block kept for documentation;
 * - each service's own rules, but for the few that it plays: web ACL scopes, priorities, actions and log
 *   destinations, aliases and certificates, origins, cache policies, edge functions, schedules, and the code and
 *   variables of functions; where a service's words are not known, the reason is paraphrased;
 * - the time that anything takes, and what is seen halfway: an operation is over when its call returns;
 * - replacement because of a nested property, or where AWS says only that it may happen; drift, imports, nested
 *   stacks, transforms, stack policies, hooks, snapshots, `--no-rollback`, multipart uploads;
 * - custom resources: they succeed without running, and answer any attribute;
 * - dynamic references (`{{resolve:…}}`): they stay as they are, so that no secret is ever needed.
 */
export { runCdk, type CdkResult, type RunCdkOptions } from './cdk-cli.js';
export { startCloudFormationStandIn } from './cloudformation/server.js';
export type {
  CloudFormationStandIn,
  CloudFormationStandInOptions,
  ResolvedValue,
  RetainedResource,
  StandInResource,
  StandInStack,
} from './cloudformation/stand-in.js';
export { normalizeTemplate } from './normalize-template.js';
