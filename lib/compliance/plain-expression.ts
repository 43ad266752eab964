/** Longest expression that is tried; no path that a rule asks for is long. */
const MAX_EXPRESSION = 200;

/**
 * What means the same to PCRE and to JavaScript: plain characters, escaped marks, classes, groups without a name,
 * look-aheads, repetitions. All else, e.g. `\A`, `(?i)` or a named group, is not tried.
 */
const PLAIN =
  /^(?:[^\\()[\]{}*+?]|\\[^\w\s]|\\[dDwWsSb]|\((?:\?[:=!]|(?!\?))|\)|\[\^?(?:[^\\[\]]|\\[^\w\s]|\\[dws])+\]|[*+?]|\{\d+(?:,\d*)?\})*$/;

/** A regular expression of a web server; `undefined` where it may mean something else to it, or can't be tried. */
export function plainExpression(text: string, ignoresCase: boolean): RegExp | undefined {
  if (text.length > MAX_EXPRESSION || !PLAIN.test(text)) return undefined;
  try {
    return new RegExp(text, ignoresCase ? 'i' : '');
  } catch {
    return undefined;
  }
}
