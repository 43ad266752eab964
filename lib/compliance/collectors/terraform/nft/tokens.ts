/** Text in braces within a rule, e.g. `{ 80, 443 }`, is one token: its own tokens. */
export type NftToken = string | readonly NftToken[];

/** One statement: a rule, a setting, or a block with statements of its own. */
export interface NftStatement {
  readonly words: readonly NftToken[];
  readonly block: readonly NftStatement[] | undefined;
}

const TOKEN = /\\\r?\n|#[^\n]*|[ \t\r]+|(\n|;)|([{},])|("[^"\n]*")|([^\s{},;"#]+)/g;
/** Braces within braces; nobody writes more than two. */
const MAX_BRACES = 16;
const OPENERS = ['table', 'chain', 'set', 'map', 'flowtable', 'counter', 'limit', 'quota', 'ct'];

/** Splits a rule set of nft into statements; `undefined` where its braces do not close. */
export function readStatements(text: string): readonly NftStatement[] | undefined {
  const tokens = [...text.matchAll(TOKEN)].flatMap(([, end, mark, quoted, word]) => {
    const token = end === undefined ? (mark ?? quoted?.slice(1, -1) ?? word) : ';';
    return token === undefined ? [] : [token];
  });
  const reader = new Reader(tokens);
  const statements = reader.statements(0);
  return reader.isDone ? statements : undefined;
}

class Reader {
  #position = 0;
  #unclosed = false;

  constructor(private readonly tokens: readonly string[]) {}

  get isDone(): boolean {
    return !this.#unclosed && this.#position >= this.tokens.length;
  }

  statements(depth: number): NftStatement[] {
    const found: NftStatement[] = [];
    for (let token = this.tokens[this.#position]; token !== undefined; token = this.tokens[this.#position]) {
      if (token === '}') return found;
      if (token === ';') this.#position += 1;
      else found.push(this.statement(depth));
    }
    return found;
  }

  private statement(depth: number): NftStatement {
    const words: NftToken[] = [];
    for (let token = this.tokens[this.#position]; token !== undefined; token = this.tokens[this.#position]) {
      if (token === ';' || token === '}') break;
      this.#position += 1;
      if (token === ',') this.join(words);
      else if (token !== '{') words.push(token);
      else if (opensBlock(words, depth)) return { words, block: this.block(depth) };
      else words.push(this.braces());
    }
    return { words, block: undefined };
  }

  /** `established,related` is one word. */
  private join(words: NftToken[]): void {
    const before = words.pop();
    const after = this.tokens[this.#position] ?? '';
    this.#position += 1;
    words.push(typeof before === 'string' ? `${before},${after}` : after);
  }

  private block(depth: number): NftStatement[] {
    const inner = this.statements(depth + 1);
    if (this.tokens[this.#position] === '}') this.#position += 1;
    else this.#unclosed = true;
    return inner;
  }

  private braces(depth = 0): NftToken[] {
    if (depth > MAX_BRACES) this.#position = this.tokens.length;
    const inner: NftToken[] = [];
    for (let token = this.tokens[this.#position]; token !== undefined; token = this.tokens[this.#position]) {
      this.#position += 1;
      if (token === '}') return inner;
      if (token === '{') inner.push(this.braces(depth + 1));
      else if (token !== ';' && token !== ',') inner.push(token);
    }
    this.#unclosed = true;
    return inner;
  }
}

/** A table stands at the top, and a chain or a set in a table; braces anywhere else are a set within a rule. */
function opensBlock(words: readonly NftToken[], depth: number): boolean {
  const [first = '', second = ''] = words;
  const word = first === 'add' || first === 'create' ? second : first;
  return depth <= 1 && typeof word === 'string' && OPENERS.includes(word);
}
