/** Edits that still count as a slip of the hand. */
const MAX_EDITS = 2;

/** The one of `known` that `got` was most likely meant to be; `none` where nothing is near. */
export function suggest(got: string, known: readonly string[]): string {
  const plain = simplify(got);
  // A key as long as a line is no slip, and the distance would cost its square.
  if (plain.length > 40) return 'none';
  const ranked = known
    .map((name) => ({ name, edits: distance(plain, simplify(name)) }))
    .sort((a, b) => a.edits - b.edits);
  const [best] = ranked;
  if (best === undefined || best.edits > Math.min(MAX_EDITS, Math.floor(plain.length / 2))) return 'none';
  return best.name;
}

/** `Secret_Name` and `secret-name` are `secretName` to who typed them. */
function simplify(name: string): string {
  return name.toLowerCase().replace(/[-_\s]/g, '');
}

/** Levenshtein distance: insertions, deletions and replacements from one text to the other. */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...from].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...to].entries()) {
      const replaced = (row[j] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(replaced, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}
