import { ANSWER, doubtOn, type Doubt } from './doubt.js';
import type { Directive } from './parse.js';
import type { Location } from './scope.js';
import { inForce } from './scope.js';
import { lookUp, mapOf } from './variables.js';

const REDIRECT = /^30[1278]$/;
const ERROR = /^[45]\d\d$/;

/** A redirect in a location of readers leads away; an answer or a refusal there is told by facts. */
export function answerDoubts({ own }: Location): Doubt[] {
  return own
    .filter(({ name, args: [status = ''] }) => name === 'return' && !/^[245]\d\d$/.test(status))
    .map((directive) => doubtOn(directive, ANSWER));
}

/** Whether a server leads a reader to the same path of the site over HTTPS. */
export function leadsToSite({ name, args }: Directive, names: readonly string[]): boolean {
  const [status = '', target = '', more] = args;
  if (name !== 'return' || more !== undefined || !REDIRECT.test(status)) return false;
  const [, host = ''] = /^https:\/\/([\w.$-]+)\$request_uri$/.exec(target) ?? [];
  return host === '$host' || host === '$server_name' || names.includes(host.toLowerCase());
}

/** A `try_files` that may show another file than the one asked for. */
export function tryFilesDoubts(
  { scope }: Location,
  named: readonly string[],
  http: readonly Directive[],
): Doubt[] {
  return inForce(scope, 'try_files')
    .filter(({ args }) => {
      const last = args.at(-1) ?? '';
      const files = args.slice(0, -1);
      return files.some((file) => !isOwnFile(file, http)) || !isKnownEnd(last, named);
    })
    .map((directive) => doubtOn(directive, ANSWER));
}

/** The file that was asked for, or the folder of that name; what follows may only keep requests with a query away. */
function isOwnFile(file: string, http: readonly Directive[]): boolean {
  const match = /^\$uri(\$\w+)?\/?$/.exec(file);
  return match !== null && (match[1] === undefined || sendsQueriesOn(match[1], http));
}

/** Whether a variable is nothing for a request without a query, and for any other the name of no file. */
export function sendsQueriesOn(variable: string, http: readonly Directive[]): boolean {
  const map = mapOf(variable, http);
  if (map === undefined || !['$is_args', '$args'].includes(map.args[0] ?? '')) return false;
  const otherwise = lookUp({ ...map, block: map.block?.filter(({ name }) => name === 'default') }, '?') ?? '';
  return lookUp(map, '') === '' && map.block?.length === 2 && /^\/\.[\w-]+(?:\/[\w-]+)*$/.test(otherwise);
}

/** An error, a location that is judged itself, or the file again; a page in its place is told by facts. */
function isKnownEnd(last: string, named: readonly string[]): boolean {
  if (last.startsWith('=')) return ERROR.test(last.slice(1));
  if (last.startsWith('@')) return named.includes(last);
  return last === '$uri' || last === '$document_uri' || /^\/[\w./-]*$/.test(last);
}

/** An `error_page` for anything but an error, or that leads elsewhere than to a page or location of the server. */
export function errorPageDoubts({ scope }: Location, named: readonly string[]): Doubt[] {
  return inForce(scope, 'error_page')
    .filter(({ args }) => {
      const target = args.at(-1) ?? '';
      const codes = args.slice(0, -1).filter((word) => !word.startsWith('='));
      const known = /^\/[\w./-]*$/.test(target) || named.includes(target);
      return !known || codes.length === 0 || codes.some((code) => !ERROR.test(code));
    })
    .map((directive) => doubtOn(directive, ANSWER));
}
