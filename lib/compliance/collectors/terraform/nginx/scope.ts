import type { Directive } from './parse.js';

/** A block of nginx and those around it, the innermost first. */
export type Scope = readonly (readonly Directive[])[];

/** Directives of a name on the innermost level that has any: those below it replace those above. */
export function inForce(scope: Scope, name: string): readonly Directive[] {
  for (const level of scope) {
    const own = level.filter((directive) => directive.name === name);
    if (own.length > 0) return own;
  }
  return [];
}

/** First argument of the directive in force. */
export function valueOf(scope: Scope, name: string): string | undefined {
  return inForce(scope, name).at(-1)?.args[0];
}

/** A location of a server, with the pattern of its paths. */
export interface Location {
  /** `/x`, `/x*`, `~expression` or `~*expression`. */
  readonly path: string;
  readonly scope: Scope;
  readonly own: readonly Directive[];
}

/** All the locations of a server in the order in which they decide, the server itself last for every other path. */
export function locationsOf(server: readonly Directive[], http: readonly Directive[]): Location[] {
  const found = nested(server, [server, http]).filter(({ path }) => !isNamed(path));
  const whole = found.some(({ path }) => path === '/*');
  const rest = whole ? [] : [{ path: '/*', scope: [server, http], own: server, rank: 3 }];
  return [...found, ...rest].sort(byPrecedence);
}

/** Locations of a server that only its other ones lead to: they may answer for any path. */
export function namedLocations(server: readonly Directive[], http: readonly Directive[]): Location[] {
  return nested(server, [server, http])
    .filter(({ path }) => isNamed(path))
    .map((location) => ({ ...location, path: '/*' }));
}

function isNamed(path: string): boolean {
  return path.startsWith('@');
}

interface Ranked extends Location {
  /** 0 exact, 1 prefix that stops the search, 2 expression, 3 prefix. */
  readonly rank: number;
}

/** nginx takes an exact path, then the longest prefix where that says to stop, then expressions as written. */
function byPrecedence(a: Ranked, b: Ranked): number {
  if (a.rank !== b.rank) return a.rank - b.rank;
  return a.rank === 2 ? 0 : b.path.length - a.path.length;
}

function nested(block: readonly Directive[], scope: Scope): Ranked[] {
  return block.flatMap((directive) => {
    if (directive.name !== 'location' || directive.block === undefined) return [];
    const inner = [directive.block, ...scope];
    return [
      { ...patternOf(directive.args), scope: inner, own: directive.block },
      ...nested(directive.block, inner),
    ];
  });
}

function patternOf([first = '/', second]: readonly string[]): { path: string; rank: number } {
  if (first === '=' && second !== undefined) return { path: second, rank: 0 };
  if (first === '^~' && second !== undefined) return { path: `${second}*`, rank: 1 };
  if ((first === '~' || first === '~*') && second !== undefined) return { path: first + second, rank: 2 };
  return first.startsWith('@') ? { path: first, rank: 3 } : { path: `${first}*`, rank: 3 };
}
