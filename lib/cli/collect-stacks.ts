import { collectCloudFormation, collectTerraform, type Facts } from '../compliance/index.js';
import { DifusorError } from '../errors.js';
import type { Messages } from '../messages/index.js';
import type { SynthesizedServer, SynthesizedStack, SynthesizedTemplate } from './context.js';

/**
 * The facts of what was synthesized, by the collector of its kind.
 * @throws USAGE when stacks of AWS and of servers come together: each is a site of its own
 */
export function collectStacks(stacks: readonly SynthesizedStack[], messages: Messages): Facts {
  const servers = stacks.filter(isServer);
  if (servers.length === 0) return collectCloudFormation(stacks.filter(isTemplate));
  if (servers.length === stacks.length) return collectTerraform(servers);
  throw new DifusorError('USAGE', { reason: messages.text('cli.check.mixed') });
}

function isServer(stack: SynthesizedStack): stack is SynthesizedServer {
  return stack.kind === 'terraform';
}

function isTemplate(stack: SynthesizedStack): stack is SynthesizedTemplate {
  return stack.kind === undefined;
}
