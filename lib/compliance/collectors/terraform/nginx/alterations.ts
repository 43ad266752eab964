import type { WebServerFact } from '../../../facts.js';
import { isReadersPath } from '../../../web-paths.js';
import { ALTERING, TURNING_AWAY } from './known-directives.js';
import type { Directive } from './parse.js';
import { inForce, valueOf, type Location } from './scope.js';
import { isOfTheRequest } from './variables.js';

type Change = WebServerFact['alters'][number];

/** Ways in which a location lets something else answer than the file that was published. */
export function alterationsOf({ path, scope, own }: Location, servedFrom: string | undefined): Change[] {
  if (!isReadersPath(path)) return [];
  const filters = [...new Set(scope.flat().map(({ name }) => name))]
    .filter((name) => ALTERING.test(name))
    .filter((name) => inForce(scope, name).some(({ args: [value] }) => value !== 'off'));
  const elsewhere = own.filter(({ name }) => name === 'alias').map(({ args }) => `alias ${args.join(' ')}`);
  const answers = own.filter(isAnswer).map(({ args }) => `return ${args.join(' ')}`);
  const root = valueOf(scope, 'root');
  const other = own.some(({ name }) => name === 'root') && root !== undefined && root !== servedFrom;
  return [
    ...filters,
    ...elsewhere,
    ...answers,
    ...(other ? [`root ${root}`] : []),
    ...inForce(scope, 'try_files').flatMap(fallback),
    ...inForce(scope, 'error_page').flatMap(replacedError),
  ].map((by) => ({ path, by }));
}

/** An answer of 200 with a text of its own; a redirect leads on and says nothing. */
function isAnswer({ name, args: [status = ''] }: Directive): boolean {
  return name === 'return' && /^2\d\d$/.test(status);
}

/** The last of `try_files` answers where no file is there. */
function fallback({ args }: Directive): string[] {
  const last = args.at(-1) ?? '';
  return /^[=@]/.test(last) || /^\$(?:uri|document_uri)/.test(last) ? [] : [`try_files ${last}`];
}

/** `error_page 404 =200 /x` makes an error look like a page; what a named location answers is judged there. */
function replacedError({ args }: Directive): string[] {
  if (args.at(-1)?.startsWith('@') === true && !args.some((word) => /^=2\d\d$/.test(word))) return [];
  return args.some((word) => /^=(?:2\d\d)?$/.test(word)) ? [`error_page ${args.join(' ')}`] : [];
}

/** Ways in which a location turns readers away. */
export function refusalsOf({ path, scope, own }: Location, http: readonly Directive[]): Change[] {
  if (!isReadersPath(path)) return [];
  const gates = TURNING_AWAY.filter((name) => {
    return inForce(scope, name).some(({ args: [value] }) => value !== 'off' && value !== 'optional');
  });
  const denials = inForce(scope, 'deny').map(({ args }) => `deny ${args.join(' ')}`);
  const refusals = own.filter(isRefusal).map(({ args }) => `return ${args.join(' ')}`);
  const conditions = scope.flat().filter(({ name, args, block = [] }) => {
    if (name !== 'if' || isOfTheRequest(args.join(' '), http)) return false;
    return (block ?? []).some(
      (inner) => isRefusal(inner) || inner.name === 'deny' || inner.name === 'rewrite',
    );
  });
  return [...gates, ...denials, ...refusals, ...conditions.map(({ args }) => `if ${args.join(' ')}`)].map(
    (by) => ({
      path,
      by,
    }),
  );
}

function isRefusal({ name, args: [status = ''] }: Directive): boolean {
  return name === 'return' && /^[45]\d\d$/.test(status);
}
