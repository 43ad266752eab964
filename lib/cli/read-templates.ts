import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { EDGE_REGION } from '../edge-region.js';
import { DifusorError } from '../errors.js';
import type { SynthesizedTemplate } from './context.js';

const SUFFIX = '.template.json';

/** CloudFormation takes templates up to 1 MB; more than this is no template of anyone's. */
const MAX_BYTES = 16 * 1024 * 1024;

/**
 * Reads CloudFormation templates: JSON files, or folders such as cdk.out with `*.template.json`.
 *
 * The CDK's `manifest.json` beside them tells the region of each; a template without one is taken for us-east-1, where
 * all of CloudFront can stand.
 * @throws TEMPLATE_UNREADABLE where a path holds none, or something else than a template
 */
export function readTemplates(paths: readonly string[], cwd: string): SynthesizedTemplate[] {
  return paths.flatMap((path) => filesOf(path, resolve(cwd, path))).map(readTemplate);
}

function filesOf(given: string, path: string): string[] {
  try {
    if (!statSync(path).isDirectory()) return [path];
    const found = readdirSync(path).filter((name) => name.endsWith(SUFFIX));
    if (found.length === 0) throw unreadable(given, `*${SUFFIX}`);
    return found.map((name) => join(path, name));
  } catch (error) {
    throw error instanceof DifusorError ? error : unreadable(given, codeOf(error), error);
  }
}

function readTemplate(path: string): SynthesizedTemplate {
  const template = readJson(path);
  if (typeof template !== 'object' || template === null || !('Resources' in template)) {
    throw unreadable(path, 'Resources');
  }
  const name = basename(path)
    .replace(SUFFIX, '')
    .replace(/\.json$/, '');
  return { name, region: regionOf(path), template };
}

/** Region that the assembly's manifest gives to a template's stack. */
function regionOf(path: string): string {
  const manifest = join(dirname(path), 'manifest.json');
  if (!path.endsWith(SUFFIX) || !existsSync(manifest)) return EDGE_REGION;
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

function readJson(path: string): unknown {
  try {
    const found = statSync(path);
    if (!found.isFile()) throw unreadable(path, 'ENOTSUP');
    if (found.size > MAX_BYTES) throw unreadable(path, `> ${MAX_BYTES / 1024 / 1024} MiB`);
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw error instanceof DifusorError ? error : unreadable(path, codeOf(error), error);
  }
}

function unreadable(path: string, reason: string, cause?: unknown): DifusorError {
  return new DifusorError('TEMPLATE_UNREADABLE', { path, reason }, { cause });
}

function codeOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return code ?? message;
}
