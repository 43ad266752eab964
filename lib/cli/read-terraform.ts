import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { SynthesizedServer } from './context.js';
import { readJson, readText, unreadable } from './template-file.js';

/** How Terraform ends the names of its files in JSON. */
export const TERRAFORM_SUFFIX = '.tf.json';

/** Name of the file that cdktf writes, which stands in a folder with the stack's name. */
const CDKTF_FILE = 'cdk.tf.json';

/** The user data of a new host, beside the stack that goes on it. */
const USER_DATA = 'user-data.yaml';

/**
 * Reads one Terraform stack in JSON, with the user data of its host where it lies beside it.
 * @throws TEMPLATE_UNREADABLE where the file holds none
 */
export function readTerraform(path: string): SynthesizedServer {
  const template = readJson(path);
  if (typeof template !== 'object' || template === null || !('resource' in template)) {
    throw unreadable(path, 'resource');
  }
  const userData = join(dirname(path), USER_DATA);
  return {
    name: basename(path) === CDKTF_FILE ? basename(dirname(path)) : basename(path, TERRAFORM_SUFFIX),
    kind: 'terraform',
    template,
    ...(existsSync(userData) ? { cloudInit: readText(userData) } : {}),
  };
}
