const ROMAN: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100 };

/** Rank of `Anexo-1`: annexes stand after every section. */
const ANNEX = 100_000;

/**
 * Ids follow the call's own numbering, segment by segment: section (roman, arabic; `IV-2` for the second of two
 * sections IV; `0` for the text before the first one; `Anexo-1` for an annex), then letters and numbers. Bullets
 * without a number count from 1, `0` is a section's text before its first item; `m1`, `m2` name a method.
 */
export const CLAUSE_ID = /^(?:[IVXLC]+(?:-\d+)?|\d+|Anexo-\d+)(?:\.(?:[A-Za-z]|\d+|m\d))*$/;

/** Orders clause ids as a reader meets them in the call. */
export function compareClauseIds(a: string, b: string): number {
  const left = a.split('.').map(segmentKey);
  const right = b.split('.').map(segmentKey);
  for (const [index, [number, text]] of left.entries()) {
    const other = right[index];
    if (other === undefined) return 1;
    if (number !== other[0]) return number - other[0];
    if (text !== other[1]) return text < other[1] ? -1 : 1;
  }
  return left.length - right.length;
}

/** Whether `id` is the clause itself or one of the duties that stand below it. */
export function isWithin(id: string, clause: string): boolean {
  return id === clause || id.startsWith(`${clause}.`);
}

function segmentKey(segment: string, index: number): readonly [number, string] {
  const section = index === 0 ? /^([IVXLC]+)(?:-(\d+))?$/.exec(segment) : null;
  const annex = index === 0 ? /^Anexo-(\d+)$/.exec(segment) : null;
  if (annex?.[1] !== undefined) return [ANNEX + Number(annex[1]), ''];
  if (section?.[1] !== undefined) return [romanValue(section[1]) * 100 + Number(section[2] ?? 0), ''];
  return /^\d+$/.test(segment) ? [Number(segment), ''] : [0, segment];
}

function romanValue(numeral: string): number {
  const digits = [...numeral].map((letter) => ROMAN[letter] ?? 0);
  return digits.reduce((sum, digit, index) => sum + (digit < (digits[index + 1] ?? 0) ? -digit : digit), 0);
}
