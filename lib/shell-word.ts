/** A text as one word of a POSIX shell, in which it expands nothing. */
export function shellWord(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
