/** What separates cells; the first that fits counts. */
export const DELIMITERS = [',', '|', ';', '\t'] as const;

export type Delimiter = (typeof DELIMITERS)[number];

/** The cells of one line, without their quotes; for lines that begin no cell of several lines. */
export function splitLine(line: string, delimiter: Delimiter): string[] {
  const cells: string[] = [];
  let cell = '';
  let quoted = false;
  for (const character of line) {
    if (character === '"') quoted = !quoted;
    else if (character === delimiter && !quoted) {
      cells.push(cell);
      cell = '';
    } else cell += character;
  }
  return [...cells, cell];
}

/** A cell's content without blanks, and without the `'` that keeps a spreadsheet from making a number of it. */
export function bareCell(cell: string): string {
  return cell.trim().replace(/^'/, '').trim();
}
