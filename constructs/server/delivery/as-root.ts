/** A POSIX command for root: as it is, else through sudo, which may ask for nothing. */
export function asRoot(command: string): string {
  return `if [ "$(id -u)" = 0 ]; then ${command}; else sudo -n ${command}; fi`;
}

/** A shell function that runs its arguments as root. */
export const AS_ROOT = `as_root() { ${asRoot('"$@"')}; }`;
