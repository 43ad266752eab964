/** Whether some path matches both CloudFront path patterns (`*` any characters, `?` one). */
export function patternsOverlap(a: string, b: string): boolean {
  const left = normalize(a);
  const right = normalize(b);
  let row = Array.from({ length: right.length + 1 }, (_, column) => /^\**$/.test(right.slice(column)));
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

/** Whether every path of `path` matches the pattern, as far as that shows without solving globs in general. */
export function patternCovers(pattern: string, path: string): boolean {
  const whole = normalize(pattern);
  if (whole === '*' || whole === '/*' || whole === normalize(path)) return true;
  return !/[*?]/.test(path) && patternsOverlap(pattern, path);
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

/** CloudFront takes a pattern without its leading slash as if it had one. */
function normalize(pattern: string): string {
  return /^[/*]/.test(pattern) ? pattern : `/${pattern}`;
}
