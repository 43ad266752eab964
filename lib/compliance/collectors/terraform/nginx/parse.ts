/** One directive of nginx, with the block that it opens. */
export interface Directive {
  readonly name: string;
  readonly args: readonly string[];
  readonly block: readonly Directive[] | undefined;
}

const TOKEN =
  /\s+|#[^\n]*|([{};])|"((?:[^"\\]|\\[\s\S])*)"|'((?:[^'\\]|\\[\s\S])*)'|((?:\$\{\w+\}|[^\s{};"'#\\]|\\[\s\S])(?:\$\{\w+\}|[^\s{};"'\\]|\\[\s\S])*)/g;
const MAX_LEVELS = 16;

/** Splits a configuration of nginx into directives; `undefined` where its braces or its semicolons do not fit. */
export function parseNginx(text: string): readonly Directive[] | undefined {
  const tokens = tokensOf(text);
  if (tokens === undefined) return undefined;
  const top: Directive[] = [];
  const open: { list: Directive[]; words: string[] }[] = [{ list: top, words: [] }];
  for (const { mark, word } of tokens) {
    const level = open.at(-1);
    if (level === undefined || open.length > MAX_LEVELS) return undefined;
    if (mark === undefined) level.words.push(word);
    else if (!MARKS[mark](open, level)) return undefined;
  }
  return open.length === 1 && open[0]?.words.length === 0 ? top : undefined;
}

interface Level {
  readonly list: Directive[];
  words: string[];
}

type Mark = '{' | '}' | ';';

/** What each mark does; false where it has no place. */
const MARKS: Readonly<Record<Mark, (open: Level[], level: Level) => boolean>> = {
  ';': (_, level) => {
    const [name, ...args] = level.words;
    level.words = [];
    if (name !== undefined) level.list.push({ name, args, block: undefined });
    return true;
  },
  '{': (open, level) => {
    const [name, ...args] = level.words;
    level.words = [];
    if (name === undefined) return false;
    const block: Directive[] = [];
    level.list.push({ name, args, block });
    open.push({ list: block, words: [] });
    return true;
  },
  '}': (open, level) => {
    if (level.words.length > 0 || open.length === 1) return false;
    open.pop();
    return true;
  },
};

function tokensOf(text: string): { mark: Mark | undefined; word: string }[] | undefined {
  const tokens: { mark: Mark | undefined; word: string }[] = [];
  let position = 0;
  for (const match of text.matchAll(TOKEN)) {
    const [all, mark, double, single, plain] = match;
    if (match.index !== position) return undefined;
    position += all.length;
    if (mark !== undefined) tokens.push({ mark: mark as Mark, word: '' });
    const word = unescaped(double ?? single) ?? plain;
    if (word !== undefined) tokens.push({ mark: undefined, word });
  }
  return position === text.length ? tokens : undefined;
}

function unescaped(quoted: string | undefined): string | undefined {
  return quoted?.replace(/\\(["'\\])/g, '$1');
}
