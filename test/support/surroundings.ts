/** What a command that only prints needs of the world, and what it printed. */
export function surroundings(cwd: string): {
  readonly context: { readonly cwd: string; readonly out: (text: string) => void };
  readonly lines: () => string[];
} {
  let written = '';
  return {
    context: { cwd, out: (text) => (written += text) },
    lines: () => written.split('\n').slice(0, -1),
  };
}
