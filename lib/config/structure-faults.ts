import { CST, Lexer, Parser } from 'yaml';
import { describe } from './describe.js';
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

/** More than this nobody mends in one go. */
const MAX_FAULTS = 10;

const REFUSED = {
  tag: 'problem.yaml-tag',
  anchor: 'problem.yaml-alias',
  alias: 'problem.yaml-alias',
  'directive-line': 'problem.yaml-directive',
} as const;

/**
 * What must be known before a document is composed: directives, tags, anchors and aliases, which plain configuration
 * does not need, and the depth. The composer calls itself for each level, so that a file of brackets would exhaust
 * the stack; this pass keeps its own.
 */
export function structureFaults(text: string): OffsetFault[] {
  const faults: OffsetFault[] = [];
  const parser = new Parser();
  let content = false;
  for (const lexeme of new Lexer().lex(text)) {
    const { offset } = parser;
    const id = content ? undefined : refusedBy(lexeme);
    if (id !== undefined && faults.length < MAX_FAULTS) {
      faults.push({ id, params: { got: describe(lexeme.trimEnd()) }, offset });
    }
    content = lexeme === CST.SCALAR;
    // The parser moves only as its tokens are taken; of them nothing but its stack counts here.
    Array.from(parser.next(lexeme));
    if (parser.stack.length > MAX_DEPTH) {
      return [{ id: 'problem.yaml-too-deep', params: { maximum: MAX_DEPTH }, offset }];
    }
  }
  return faults;
}

function refusedBy(lexeme: string): (typeof REFUSED)[keyof typeof REFUSED] | undefined {
  const type = CST.tokenType(lexeme);
  return type !== null && type in REFUSED ? REFUSED[type as keyof typeof REFUSED] : undefined;
}
