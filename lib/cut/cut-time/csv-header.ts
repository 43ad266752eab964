import { DELIMITERS, splitLine } from '../content/csv-dialect.js';

/** Fewer filled cells than these may be a title with a comma in it. */
const FEWEST_COLUMNS = 3;

/**
 * The lines above a CSV file's first table. A table begins at a line of three filled cells or more which the next line
 * that is not blank has as many cells as.
 */
export function linesAboveTable(lines: readonly string[]): readonly string[] {
  const filled = lines.filter((line) => line.trim() !== '');
  const start = filled.findIndex((line, index) => beginsTable(line, filled[index + 1]));
  return start === -1 ? filled : filled.slice(0, start);
}

function beginsTable(line: string, next: string | undefined): boolean {
  return DELIMITERS.some((delimiter) => {
    const cells = splitLine(line, delimiter);
    if (cells.filter((cell) => cell.trim() !== '').length < FEWEST_COLUMNS) return false;
    return next === undefined || splitLine(next, delimiter).length === cells.length;
  });
}
