/** Products of lengths beyond this are not worked out: no real pattern is so long. */
const MAX_CELLS = 4_000_000;

/**
 * Whether some text matches both patterns (`*` any characters, `?` one), in time proportional to the product of their
 * lengths; patterns too long to work out count as overlapping.
 */
export function globsOverlap(left: string, right: string): boolean {
  if ((left.length + 1) * (right.length + 1) > MAX_CELLS) return true;
  let row = lastRow(right);
  for (let index = left.length - 1; index >= 0; index -= 1) {
    const below = row;
    row = new Array<boolean>(right.length + 1).fill(false);
    for (let column = right.length; column >= 0; column -= 1) {
      row[column] = meets(left[index] ?? '', right[column], {
        down: below[column] ?? false,
        across: row[column + 1] ?? false,
        both: below[column + 1] ?? false,
      });
    }
  }
  return row[0] ?? false;
}

/** What is left of a pattern matches the empty text only where it is all stars. */
function lastRow(pattern: string): boolean[] {
  const row = new Array<boolean>(pattern.length + 1).fill(true);
  for (let column = pattern.length - 1; column >= 0; column -= 1) {
    row[column] = pattern[column] === '*' && row[column + 1] === true;
  }
  return row;
}

interface Neighbours {
  readonly down: boolean;
  readonly across: boolean;
  readonly both: boolean;
}

function meets(left: string, right: string | undefined, { down, across, both }: Neighbours): boolean {
  if (left === '*') return down || (right !== undefined && across);
  if (right === undefined) return false;
  if (right === '*') return across || down;
  return (left === '?' || right === '?' || left === right) && both;
}
