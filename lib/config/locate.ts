import { isMap, isNode, isScalar, isSeq, type Document, type LineCounter } from 'yaml';
import type { FaultPath } from './fault.js';

/** 1-based line and column in the file. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Finds where a path stands in the file; a missing key is told at the deepest parent that is there. */
export type Locate = (path: FaultPath, at?: 'key') => Place;

/** How to find the places of one document. */
export function createLocate(document: Document.Parsed, lines: LineCounter): Locate {
  return (path, at) => placeOf(lines, offsetOf(document.contents, path, at));
}

/** The place of an offset; the first one for an empty file. */
export function placeOf(lines: LineCounter, offset: number): Place {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(line, 1), column: Math.max(col, 1) };
}

function offsetOf(contents: unknown, path: FaultPath, at: 'key' | undefined): number {
  let node = contents;
  let offset = startOf(contents) ?? 0;
  for (const [index, step] of path.entries()) {
    const next = stepInto(node, step);
    if (next === undefined) return offset;
    const last = index === path.length - 1;
    offset = (last && at === undefined ? startOf(next.node) : startOf(next.marker)) ?? offset;
    node = next.node;
  }
  return offset;
}

interface Step {
  /** The key of an entry, or the item itself. */
  readonly marker: unknown;
  readonly node: unknown;
}

function stepInto(node: unknown, step: string | number): Step | undefined {
  if (isMap(node)) {
    // Of a key that stands twice, the last one is the value that was checked.
    const pair = node.items.findLast(({ key }) => isScalar(key) && String(key.value) === String(step));
    return pair === undefined ? undefined : { marker: pair.key, node: pair.value };
  }
  const item = isSeq(node) ? node.items[Number(step)] : undefined;
  return item === undefined ? undefined : { marker: item, node: item };
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined;
}
