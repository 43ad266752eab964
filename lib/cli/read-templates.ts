import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { DifusorError } from '../errors.js';
import type { SynthesizedTemplate } from './context.js';

const SUFFIX = '.template.json';

/** Region of a template read from a file: the file does not say, and CloudFront's own region is the strictest. */
const REGION_OF_A_FILE = 'us-east-1';

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
    region: REGION_OF_A_FILE,
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
