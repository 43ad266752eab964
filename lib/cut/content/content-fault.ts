import { failureOf } from '../../failure.js';

/** What is wrong with a content that can't be read; the messages name each. */
export type ContentFault = 'duplicate' | 'checksum' | 'json' | 'csv' | 'damaged';

/** An archive inside a package in which something is not as it should be. */
export class DamagedInside extends Error {
  constructor(
    readonly fault: Extract<ContentFault, 'duplicate' | 'checksum'>,
    entry: string,
  ) {
    super(`${fault}: ${entry}`);
    this.name = 'DamagedInside';
  }
}

/** Tells what is wrong by what a reader threw, whose own words are of no language that a person chose. */
export function contentFaultOf(thrown: unknown): ContentFault {
  if (thrown instanceof DamagedInside) return thrown.fault;
  const { name, code } = failureOf(thrown);
  if (name === 'SyntaxError') return 'json';
  return code?.startsWith('CSV_') === true ? 'csv' : 'damaged';
}
