import type { PathHeaderFact } from '../../../facts.js';
import { matchesPath } from '../../../web-paths.js';
import type { Directive } from './parse.js';
import { inForce, type Location } from './scope.js';
import { variantsOf, type Variant } from './variables.js';

/** The headers that a location adds: its own, else those around it, since any of its own take the place of all. */
export function headersOf(
  { path, scope, own: location }: Location,
  http: readonly Directive[],
): PathHeaderFact[] {
  const added = inForce(scope, 'add_header').map(({ args: [name = '', value = '', last] }) => ({
    name,
    value,
    onErrors: last === 'always',
    variants: variantsOf(value, http),
  }));
  const other = location.find(({ name }) => name.endsWith('_pass'));
  const foreign = other && { unresolved: `${other.name} ${other.args.join(' ')}` };
  const patterns = added.flatMap(({ variants = [] }) => variants.flatMap(({ pattern }) => pattern ?? []));
  const apart = patterns.filter((pattern) => pattern.startsWith('~') || matchesPath(path, pattern) === true);
  return [...new Set([...apart, path])].flatMap((own) => [
    ...added.flatMap(({ name, value, onErrors, variants }): PathHeaderFact[] => {
      if (variants === undefined) return [{ path: own, name, value: { unresolved: value }, onErrors }];
      const found = variantFor(variants, own);
      return found === '' ? [] : [{ path: own, name, value: found, onErrors }];
    }),
    ...inForce(scope, 'expires').flatMap((directive) => ofExpires(directive, own)),
    ...(foreign === undefined ? [] : [{ path: own, name: foreign, value: foreign, onErrors: false }]),
  ]);
}

/** What a map gives a pattern: its own line, else the first expression that fits, else what it gives all others. */
function variantFor(variants: readonly Variant[], path: string): string {
  const own = variants.find(({ pattern }) => pattern === path);
  const fitting = variants.find(
    ({ pattern }) => pattern?.startsWith('~') === true && matchesPath(pattern, path) === true,
  );
  return (own ?? fitting ?? variants.at(-1))?.value ?? '';
}

/** `expires` writes a Cache-Control of its own, beside any that is added. */
function ofExpires({ args }: Directive, path: string): PathHeaderFact[] {
  const value = args.join(' ');
  if (value === 'off' || value === '') return [];
  const header = value === '-1' || value === 'epoch' ? 'no-cache' : { unresolved: `expires ${value}` };
  return [{ path, name: 'Cache-Control', value: header, onErrors: false }];
}
