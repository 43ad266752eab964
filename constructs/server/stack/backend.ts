import { LocalBackend, S3Backend, type TerraformStack } from 'cdktf';
import type { StatePlan } from '../../../lib/config/index.js';

/** `terraform_data` came with 1.4, the lock in the bucket with 1.10. */
const OLDEST_TERRAFORM = { local: '>= 1.4', s3: '>= 1.10' } as const;

/**
 * Where Terraform keeps this stack's state.
 *
 * A local state lies beside cdk.tf.json: cdktf's own default would write an absolute path of the machine that
 * synthesized.
 */
export function addBackend(stack: TerraformStack, state: StatePlan): void {
  stack.addOverride('terraform.required_version', OLDEST_TERRAFORM[state.kind]);
  if (state.kind === 'local') {
    new LocalBackend(stack, { path: 'terraform.tfstate' });
    return;
  }
  const { bucket, key, region } = state;
  // One key a host: `prep/uno/terraform.tfstate`.
  new S3Backend(stack, {
    bucket,
    key: `${key.replace(/\/$/, '')}/${stack.node.id}/terraform.tfstate`,
    region,
    encrypt: true,
  });
  // A lock in the bucket itself; the bindings are older than it.
  stack.addOverride('terraform.backend.s3.use_lockfile', true);
}
