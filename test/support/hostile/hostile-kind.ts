import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ErrorCode } from '../../../lib/errors.js';
import { buildTar, type TarSpec } from '../tar-writer.js';
import { buildZip, type ZipSpec } from '../zip-writer.js';

/** Makes a hostile tree below a folder that is there. */
export type TreeBuilder = (root: string) => void | Promise<void>;

/** One kind of hostile package: in each form that can express it, and the code by which it is refused. */
export interface HostileKind {
  readonly what: string;
  readonly code: ErrorCode;
  readonly zip?: () => Buffer;
  readonly tar?: () => Buffer;
  /** A gzip that holds something else than the tar above. */
  readonly gzip?: () => Buffer;
  readonly tree?: TreeBuilder;
}

export const zipOf = (...entries: ZipSpec[]): Buffer => buildZip(entries);
export const tarOf = (...entries: TarSpec[]): Buffer => buildTar(entries);
export const deep = (depth: number): string =>
  Array.from({ length: depth }, (_, index) => `${index}`).join('/');

/** Files of these names, after one good file. */
export function named(
  what: string,
  code: ErrorCode,
  names: readonly (string | Buffer)[],
  inTree = false,
): HostileKind {
  const entries = ['good', ...names].map((name) => ({ name, content: 'x' }));
  const tree: TreeBuilder = (root) => {
    for (const name of names) writeNamed(root, name);
  };
  return {
    what,
    code,
    zip: () => zipOf(...entries),
    tar: () => tarOf(...entries),
    ...(inTree ? { tree } : {}),
  };
}

export function writeNamed(root: string, name: string | Buffer): void {
  const folders = typeof name === 'string' ? name.split('/').slice(0, -1).join('/') : '';
  mkdirSync(join(root, folders), { recursive: true });
  writeFileSync(Buffer.concat([Buffer.from(`${root}/`), Buffer.from(name)]), 'x');
}

/** An entry of this Unix mode in a zip, of this type in a tar. */
export function special(
  what: string,
  code: ErrorCode,
  mode: number,
  type: string,
  tree?: TreeBuilder,
): HostileKind {
  const content = { name: 'a', content: '/etc/passwd' };
  return {
    what,
    code,
    zip: () => zipOf({ ...content, mode }),
    tar: () => tarOf({ name: 'a', type, linkName: '/etc/passwd' }),
    ...(tree === undefined ? {} : { tree }),
  };
}

export function flipped(bytes: Buffer, at: number): Buffer {
  const damaged = Buffer.from(bytes);
  damaged.writeUInt8(damaged.readUInt8(at) ^ 0xff, at);
  return damaged;
}

/** Text that is worth compressing and does not vanish by it. */
export const TEXT = Buffer.from(Array.from({ length: 400 }, (_, index) => `acta ${index * 7919}\n`).join(''));
