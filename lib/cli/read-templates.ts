import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { EDGE_REGION } from '../edge-region.js';
import { DifusorError } from '../errors.js';
import type { SynthesizedTemplate } from './context.js';

const SUFFIX = '.template.json';

/**
 * Reads CloudFormation templates: JSON files, or folders such as cdk.out with `*.template.json`.
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
  const template = parse(path);
  if (typeof template !== 'object' || template === null || !('Resources' in template)) {
    throw unreadable(path, 'Resources');
  }
  return {
    name: basename(path)
      .replace(SUFFIX, '')
      .replace(/\.json$/, ''),
    // A file does not say its region; a stack of one file stands where all of CloudFront can.
    region: EDGE_REGION,
    template,
  };
}

function parse(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw unreadable(path, codeOf(error), error);
  }
}

function unreadable(path: string, reason: string, cause?: unknown): DifusorError {
  return new DifusorError('TEMPLATE_UNREADABLE', { path, reason }, { cause });
}

function codeOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return code ?? message;
}
