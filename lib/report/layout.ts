import { displayWidth, graphemes, graphemeWidth, printable } from './display-width.js';

/** Lines of at most `columns`, broken between words; a longer word (an ARN, a path) is broken where it must. */
export function wrap(text: string, columns: number): string[] {
  const words = printable(text)
    .split(' ')
    .flatMap((word) => chunks(word, columns));
  const lines: string[] = [];
  for (const word of words) {
    const joined = lines.length === 0 ? word : `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && displayWidth(joined) <= columns) lines[lines.length - 1] = joined;
    else lines.push(word);
  }
  return lines;
}

/** Wrapped lines, each indented; `mark` stands in the indentation of the first. */
export function block(text: string, columns: number, indent: number, mark = ''): string[] {
  return wrap(text, columns - indent).map((line, index) => pad(index === 0 ? mark : '', indent) + line);
}

/** The text in exactly `columns`, filled up with spaces. */
export function pad(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - displayWidth(text)));
}

/** The text in at most `columns`, ended at a word where that costs little; what is cut off shows as `…`. */
export function clip(text: string, columns: number): string {
  const clean = printable(text);
  if (displayWidth(clean) <= columns) return clean;
  const [head = ''] = chunks(clean, columns - 1);
  const atWord = head.replace(/\s+\S*$/, '');
  return `${displayWidth(atWord) * 2 > columns ? atWord : head}…`;
}

function chunks(word: string, columns: number): string[] {
  if (displayWidth(word) <= columns) return [word];
  const parts = [''];
  let width = 0;
  for (const grapheme of graphemes(word)) {
    const own = graphemeWidth(grapheme);
    if (width + own > columns && width > 0) {
      parts.push('');
      width = 0;
    }
    parts[parts.length - 1] += grapheme;
    width += own;
  }
  return parts;
}
