import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DifusorError } from '../errors.js';
import type { SynthesizedStack } from './context.js';
import { CDK_SUFFIX, readCloudFormation } from './read-cloudformation.js';
import { readTerraform, TERRAFORM_SUFFIX } from './read-terraform.js';
import { reasonOf, unreadable } from './template-file.js';

/** Where cdktf puts the folders of its stacks. */
const CDKTF_STACKS = 'stacks';

/**
 * Reads templates, CloudFormation's or Terraform's in JSON: files, or the folders in which the tools leave them, such as
 * cdk.out with `*.template.json` and cdktf.out with `stacks/*` and a `cdk.tf.json` in each.
 * @throws TEMPLATE_UNREADABLE where a path holds none, or something else than a template
 */
export function readTemplates(paths: readonly string[], cwd: string): SynthesizedStack[] {
  return paths
    .flatMap((path) => filesOf(path, resolve(cwd, path)))
    .map((path) => (path.endsWith(TERRAFORM_SUFFIX) ? readTerraform(path) : readCloudFormation(path)));
}

function filesOf(given: string, path: string): string[] {
  try {
    if (!statSync(path).isDirectory()) return [path];
    const stacks = join(path, CDKTF_STACKS);
    const inside = existsSync(stacks) ? readdirSync(stacks).map((name) => join(stacks, name)) : [];
    const found = [path, ...inside.filter((each) => statSync(each).isDirectory())].flatMap(templatesIn);
    if (found.length === 0) throw unreadable(given, `*${CDK_SUFFIX}, *${TERRAFORM_SUFFIX}`);
    return found;
  } catch (error) {
    throw error instanceof DifusorError ? error : unreadable(given, reasonOf(error), error);
  }
}

function templatesIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(CDK_SUFFIX) || name.endsWith(TERRAFORM_SUFFIX))
    .map((name) => join(folder, name));
}
