const segmenter = new Intl.Segmenter('es', { granularity: 'grapheme' });

/** Ideographs, kana, hangul, full-width forms and pictures take two columns of a terminal. */
const WIDE =
  /^[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|^[\u{20000}-\u{3fffd}]|^\p{Emoji_Presentation}/u;

/** What a terminal would obey rather than show, and marks that turn the direction of writing. */
const UNPRINTABLE = /[\p{Cc}\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu;

/** Latin text as it is usually written: one column each. Most of what is measured is that, many times over. */
const PLAIN = /^[\u0020-\u007e\u00a1-\u02ff]*$/;

/** Columns that a text takes in a terminal; an accent written apart takes none. */
export function displayWidth(text: string): number {
  if (PLAIN.test(text)) return text.length;
  return graphemes(text).reduce((sum, grapheme) => sum + graphemeWidth(grapheme), 0);
}

/** What a reader sees as one character each. */
export function graphemes(text: string): string[] {
  return [...segmenter.segment(text)].map(({ segment }) => segment);
}

export function graphemeWidth(grapheme: string): number {
  if (/^\p{M}+$/u.test(grapheme)) return 0;
  return WIDE.test(grapheme) || grapheme.includes('\ufe0f') ? 2 : 1;
}

/** A text that cannot steer the terminal, whatever a template's author wrote into it. */
export function printable(text: string): string {
  return text.replace(/\s+/gu, ' ').replace(UNPRINTABLE, '\ufffd').trim();
}
