import { isUnresolved, type Fact } from '../../facts.js';
import { at, blocks, isJson } from './json.js';
import type { TerraformResource, TerraformStack } from './stack.js';
import { readText } from './text.js';

/** A file that a stack brings to its host. */
export interface HostFile {
  /** Absolute on the host. */
  readonly path: string;
  readonly content: Fact<string>;
  /** Who brings it. */
  readonly resource: string;
}

/** The files of one host by their path; one that is brought twice with other content can't be known. */
export type HostFiles = ReadonlyMap<string, HostFile>;

/** Files of the user data and of the resources: `terraform_data.input.files` (a map) and provisioners of kind `file`. */
export function readHostFiles(stack: TerraformStack, written: readonly HostFile[]): HostFiles {
  const files = new Map<string, HostFile>();
  for (const file of [...written, ...stack.resources.flatMap((resource) => filesOf(resource, stack))]) {
    const before = files.get(file.path);
    files.set(file.path, before === undefined ? file : merge(before, file));
  }
  return files;
}

/** Files in a folder or below it, sorted by path. */
export function filesBelow(files: HostFiles, folder: string): HostFile[] {
  const start = folder.endsWith('/') ? folder : `${folder}/`;
  return [...files.values()]
    .filter(({ path }) => path === folder || path.startsWith(start))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

function merge(before: HostFile, after: HostFile): HostFile {
  if (isUnresolved(before.content) || before.content === after.content) return before;
  if (isUnresolved(after.content)) return after;
  return { ...after, content: { unresolved: `${after.path}: ${before.resource} ≠ ${after.resource}` } };
}

function filesOf(resource: TerraformResource, stack: TerraformStack): HostFile[] {
  const { id, body } = resource;
  const files = at(body.input, 'files');
  const mapped = Object.entries(isJson(files) ? files : {});
  const sent = blocks(body.provisioner)
    .flatMap(({ file }) => blocks(file))
    .map((file) => [readText(file.destination, stack), file.content ?? { source: file.source }] as const);
  return [...mapped, ...sent].flatMap(([path, content]) => {
    if (typeof path !== 'string' || !path.startsWith('/')) return [];
    return [{ path, content: readText(content, stack) ?? { unresolved: path }, resource: id }];
  });
}
