import { readFileSync } from 'node:fs';

/** A block of a Markdown file between two fences. */
export interface FencedBlock {
  /** What stands behind the first fence, e.g. `sh`. */
  readonly language: string;
  readonly text: string;
}

/** The fenced blocks of a Markdown file, in order. */
export function fencedBlocks(path: string): readonly FencedBlock[] {
  const found = readFileSync(path, 'utf8').matchAll(/^```(\w*)\n(.*?)^```$/gms);
  return [...found].map(([, language = '', text = '']) => ({ language, text }));
}
