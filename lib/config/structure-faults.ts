import { Lexer, Parser } from 'yaml';
import type { ValueFault } from './fault.js';

/** A fault at an offset of the text, before the document could be read. */
export interface OffsetFault extends ValueFault {
  /** Characters from the start of the text. */
  readonly offset: number;
  /** The key that is meant; absent: none. */
  readonly key?: string;
}

/** Nested collections and the tokens around them; the schema's deepest value has 9. */
const MAX_DEPTH = 24;

/**
 * What must be known before a document is composed. The composer calls itself for each level, so that a file of
 * brackets would exhaust the stack; this pass keeps its own.
 */
export function structureFaults(text: string): OffsetFault[] {
  const faults: OffsetFault[] = [];
  const parser = new Parser();
  let offset = 0;
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) {
      if (token.type === 'directive') {
        const params = { got: token.source.split(' ')[0] ?? '%' };
        faults.push({ id: 'problem.yaml-directive', params, offset: token.offset });
      }
    }
    if (parser.stack.length > MAX_DEPTH) {
      return [{ id: 'problem.yaml-too-deep', params: { maximum: MAX_DEPTH }, offset }];
    }
    offset = parser.offset;
  }
  return faults;
}
