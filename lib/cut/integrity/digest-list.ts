import { linesOf } from '../content/csv-text.js';
import { parseDigestLine } from './digest-line.js';
import type { DigestAlgorithm } from './file-digest.js';

/** One line of a list of digests. */
export interface ListedDigest {
  /** Path as the list has it, without a leading `./`, in NFC. */
  readonly path: string;
  /** Lower-case hexadecimal. */
  readonly digest: string;
}

/** A line that is none, with its 1-based number. */
export interface MalformedLine {
  readonly line: number;
}

/**
 * Reads a list, in which each line has a digest and a name; blank lines and those that begin with `#` are passed over.
 */
export function parseDigestList(
  text: string,
  algorithm: DigestAlgorithm,
): readonly ListedDigest[] | MalformedLine {
  const listed: ListedDigest[] = [];
  for (const [index, line] of linesOf(text).entries()) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    const { digest, name } = parseDigestLine(line, algorithm) ?? {};
    if (digest === undefined || name === undefined) return { line: index + 1 };
    listed.push({ path: name.replace(/^(?:\.\/)+/, '').normalize('NFC'), digest });
  }
  return listed;
}
