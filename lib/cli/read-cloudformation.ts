import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { EDGE_REGION } from '../edge-region.js';
import type { SynthesizedTemplate } from './context.js';
import { readJson, unreadable } from './template-file.js';

/** How the CDK ends the names of its templates. */
export const CDK_SUFFIX = '.template.json';

/**
 * Reads one CloudFormation template.
 *
 * The CDK's `manifest.json` beside it tells its region; a template without one is taken for us-east-1, where all of
 * CloudFront can stand.
 * @throws TEMPLATE_UNREADABLE where the file holds none
 */
export function readCloudFormation(path: string): SynthesizedTemplate {
  const template = readJson(path);
  if (typeof template !== 'object' || template === null || !('Resources' in template)) {
    throw unreadable(path, 'Resources');
  }
  const name = basename(path)
    .replace(CDK_SUFFIX, '')
    .replace(/\.json$/, '');
  return { name, region: regionOf(path), template };
}

/** Region that the assembly's manifest gives to a template's stack. */
function regionOf(path: string): string {
  const manifest = join(dirname(path), 'manifest.json');
  if (!path.endsWith(CDK_SUFFIX) || !existsSync(manifest)) return EDGE_REGION;
  const artifacts = Object.values((readJson(manifest) as Manifest | null)?.artifacts ?? {});
  const stack = artifacts.find((artifact) => artifact?.properties?.templateFile === basename(path));
  const region = /^aws:\/\/[^/]+\/([a-z0-9-]+)$/.exec(stack?.environment ?? '')?.[1];
  return region === undefined || region === 'unknown-region' ? EDGE_REGION : region;
}

interface Manifest {
  readonly artifacts?: Readonly<Record<string, Artifact | null>>;
}

interface Artifact {
  readonly environment?: string;
  readonly properties?: { readonly templateFile?: string };
}
