import { isReadersPath } from '../../../web-paths.js';
import { answerDoubts, errorPageDoubts, tryFilesDoubts } from './answers.js';
import { ANSWER, doubtOn, type Doubt } from './doubt.js';
import { isLiveLink, isPlainCopy, isServerFolder, type Around } from './live-root.js';
import { logDoubts } from './logged.js';
import { mediaTypeDoubts } from './media-types.js';
import { readerLimitDoubts } from './reader-limits.js';
import { responseHeaderDoubts } from './response-headers.js';
import { inForce, locationsOf, namedLocations, valueOf, type Location } from './scope.js';

/** What the locations of readers leave unproven, each with all that is in force there. */
export function locationDoubts(around: Around): Doubt[] {
  const { server, http, root } = around;
  const locations = locationsOf(server, http).filter(({ path }) => isReadersPath(path));
  const everywhere = locations.find(({ path }) => path === '/*');
  const named = namedLocations(server, http);
  const names = server
    .flatMap(({ name, args }) => (name === 'location' ? (args[0] ?? '') : ''))
    .filter(isName);
  return [
    ...[...locations, ...named].flatMap((location) => [
      ...answerDoubts(location),
      ...tryFilesDoubts(location, names, http),
      ...errorPageDoubts(location, names),
      ...rootDoubts(location, around),
      ...rewriteDoubts(location),
      ...mediaTypeDoubts(location.scope),
      ...responseHeaderDoubts(location.scope, root),
      ...readerLimitDoubts(location, everywhere, http),
      ...logDoubts(location, everywhere, http),
    ]),
    ...named.flatMap(ownHeaderDoubts),
    ...apartHeaderDoubts(locations),
  ];
}

const isName = (pattern: string): boolean => pattern.startsWith('@');

/** What answers in the place of a file. */
const INSTEAD = /^(?:return|alias|\w+_pass)$/;

/** Whether the folder is the server's own, and what nginx keeps of a link that a worker turns. */
function rootDoubts({ scope, own }: Location, around: Around): Doubt[] {
  if (own.some(({ name }) => INSTEAD.test(name))) return [];
  const [directive] = inForce(scope, 'root');
  const value = directive?.args[0] ?? '';
  if (directive === undefined) return [];
  if (value.includes('$')) {
    return isServerFolder(value, around) ? twinDoubts(scope, around) : [doubtOn(directive, ANSWER)];
  }
  if (!isLiveLink(value)) return [];
  const kept = inForce(scope, 'open_file_cache').filter(({ args: [most] }) => most !== 'off');
  return [...kept.map((cache) => doubtOn(cache, ['freshness'])), ...twinDoubts(scope, around)];
}

/** A package's own `.gz` beside a file may hold something else, and must then not be sent for it. */
function twinDoubts(scope: Location['scope'], around: Around): Doubt[] {
  if (valueOf(scope, 'gzip_static') !== 'on') return [];
  if (around.server.some((directive) => isPlainCopy(directive, around))) return [];
  return inForce(scope, 'gzip_static').map((directive) => doubtOn(directive, ['bodies', 'freshness']));
}

/** A path that is rewritten has the headers of another, and may lead out of the site. */
function rewriteDoubts({ scope }: Location): Doubt[] {
  return inForce(scope, 'rewrite').map((directive) => doubtOn(directive, ['headers', 'access']));
}

/** What another location leads to would answer with other headers than the path itself. */
function ownHeaderDoubts({ own }: Location): Doubt[] {
  return own
    .filter(({ name }) => name === 'add_header' || name === 'expires')
    .map((directive) => doubtOn(directive, ['headers']));
}

/** Where a header hangs on the path by a map, it can be told for a path only as long as every location has the same. */
function apartHeaderDoubts(locations: readonly Location[]): Doubt[] {
  const headers = locations.map(({ scope }) => [
    ...inForce(scope, 'add_header'),
    ...inForce(scope, 'expires'),
  ]);
  const mapped = headers.flat().find(({ args }) => args.some((arg) => arg.includes('$')));
  const [first] = headers;
  const same = headers.every((one) => JSON.stringify(one) === JSON.stringify(first));
  return mapped === undefined || same ? [] : [doubtOn(mapped, ['headers'])];
}
