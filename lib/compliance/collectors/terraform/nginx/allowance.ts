import { isReadersPath } from '../../../web-paths.js';
import { leadsToSite } from './answers.js';
import { conditionDoubts, methodDoubts } from './conditional-blocks.js';
import type { Context } from './conditions.js';
import { ANSWER, doubtOn, type Doubt } from './doubt.js';
import { ALTERING, doubtOf, OF_ALTERING, READ, REPEATABLE } from './known-directives.js';
import { listenDoubts, namesOf, rivalDoubts } from './listens.js';
import type { Around } from './live-root.js';
import { locationDoubts } from './location-doubts.js';
import type { Directive } from './parse.js';
import { readerLimitDoubts } from './reader-limits.js';
import { locationsOf } from './scope.js';
import { everyDirective } from './variables.js';

/** A server, and whether it shows readers something. */
export interface ReadServer extends Around {
  readonly shows: boolean;
}

/** A block in which directives stand. */
interface Place {
  readonly context: Context;
  /** Absent: outside of every server. */
  readonly server: ReadServer | undefined;
  /** Readers ask for what it answers. */
  readonly forReaders: boolean;
}

/** Where settings of an answer stand. */
const ANSWERING: readonly Context[] = ['http', 'server', 'location'];
/** Settings that the servers, and what is in force in each location, are asked for. */
const ASKED = ['add_header', 'access_log', 'error_page', 'limit_conn', 'limit_req', 'try_files'];
const MODULE = /^(?:[\w./-]*\/)?ngx_http_modsecurity_module\.so$/;
/** Variables of nginx's own, by which a `set` changes the request itself. */
const NGINX_OWN =
  /^\$(?:arg|cookie|http|sent_http|ssl|upstream|proxy|geoip)_\w+$|^\$(?:args|binary_remote_addr|document_root|document_uri|host|hostname|https|is_args|limit_rate|modsec\w*|query_string|realpath_root|remote_addr|request_\w+|scheme|server_\w+|status|uri)$/;

/**
 * Every line of a configuration that is not known as harmless where it stands, and what it leaves unproven. What facts
 * tell of a server that shows something is no doubt.
 */
export function doubtsOf(configuration: readonly Directive[], servers: readonly ReadServer[]): Doubt[] {
  const bare = !configuration.some(({ name }) => name === 'http');
  const top: Place = { context: bare ? 'http' : 'main', server: undefined, forReaders: true };
  const blocks = servers.map(({ server }) => server);
  const showing = servers.filter(({ shows }) => shows);
  return [
    ...walk(configuration, top, servers),
    ...rivalDoubts(
      blocks,
      showing.map(({ server }) => server),
    ),
    ...blocks.flatMap(listenDoubts),
    ...showing.flatMap(locationDoubts),
    ...servers.filter(({ shows }) => !shows).flatMap((server) => leadingDoubts(server, showing)),
  ];
}

function walk(directives: readonly Directive[], place: Place, servers: readonly ReadServer[]): Doubt[] {
  return [
    ...twice(directives),
    ...directives.flatMap((directive) => {
      const found = BLOCKS.get(directive.name)?.(directive, place, servers) ?? judged(directive, place);
      return found.filter(({ parts }) => place.forReaders || parts === 'all');
    }),
  ];
}

/** nginx does not start with a setting that stands twice. */
function twice(directives: readonly Directive[]): Doubt[] {
  return directives
    .filter(({ name }, index) => {
      return !REPEATABLE.has(name) && directives.findIndex((other) => other.name === name) !== index;
    })
    .map((directive) => doubtOn(directive, 'all'));
}

type Reader = (directive: Directive, place: Place, servers: readonly ReadServer[]) => Doubt[];

const inside =
  (within: Context, context: Context): Reader =>
  (directive, place, servers) =>
    place.context === within && directive.block !== undefined
      ? walk(directive.block, { ...place, context }, servers)
      : [doubtOn(directive, 'all')];

const only =
  (contexts: readonly Context[], judge: (directive: Directive, place: Place) => Doubt[]): Reader =>
  (directive, place) =>
    contexts.includes(place.context) ? judge(directive, place) : [doubtOn(directive, 'all')];

/** Lines of data say nothing by themselves; without their block nginx does not start. */
function dataOf(directive: Directive): Doubt[] {
  return directive.block === undefined ? [doubtOn(directive, 'all')] : [];
}

function settingOf(directive: Directive): Doubt[] {
  const [variable = '', ...value] = directive.args;
  if (!variable.startsWith('$') || value.length !== 1) return [doubtOn(directive, 'all')];
  return NGINX_OWN.test(variable) ? [doubtOn(directive, [...ANSWER, 'limits'])] : [];
}

/** Directives that open a block, or that hang on what stands around them. */
const BLOCKS = new Map<string, Reader>(
  Object.entries({
    http: inside('main', 'http'),
    events: inside('main', 'events'),
    server: (directive, place, servers) => {
      const server = servers.find((one) => one.server === directive.block);
      if (place.context !== 'http' || directive.block === undefined) return [doubtOn(directive, 'all')];
      return walk(directive.block, { ...place, context: 'server', server }, servers);
    },
    location: (directive, place, servers) => {
      const { args, block } = directive;
      if (place.context !== 'server' || block === undefined)
        return [doubtOn(directive, ['bodies', 'limits', 'log', 'firewall', 'freshness', ...ANSWER])];
      return walk(block, { ...place, context: 'location', forReaders: isForReaders(args) }, servers);
    },
    if: only(['server', 'location'], (directive, { server }) => [
      ...unknownIn(directive.block),
      ...(server === undefined ? [] : conditionDoubts(directive, server)),
    ]),
    limit_except: only(['location'], (directive) => [
      ...unknownIn(directive.block),
      ...methodDoubts(directive),
    ]),
    map: only(['http'], dataOf),
    geo: only(['http'], dataOf),
    split_clients: only(['http'], dataOf),
    upstream: only(['http'], dataOf),
    types: only(['http', 'server', 'location'], dataOf),
    load_module: only(['main'], (directive) =>
      MODULE.test(directive.args[0] ?? '') ? [] : [doubtOn(directive, 'all')],
    ),
    env: only(['main'], (directive) =>
      /^(?:TZ|LANG|LC_\w+)(?:=\S*)?$/.test(directive.args[0] ?? '') ? [] : [doubtOn(directive, 'all')],
    ),
    listen: only(['server'], () => []),
    return: only(['server', 'location'], () => []),
    set: only(['server', 'location'], settingOf),
  } satisfies Record<string, Reader>),
);

/** Which of its names a location bears. */
function isForReaders([first = '/', second]: readonly string[]): boolean {
  if (first === '=' && second !== undefined) return isReadersPath(second);
  if (first === '^~' && second !== undefined) return isReadersPath(`${second}*`);
  if (first.startsWith('~') && second !== undefined) return isReadersPath(first + second);
  return first.startsWith('@') || isReadersPath(`${first}*`);
}

/** Whatever a condition says, a directive that nobody knows may do anything. */
function unknownIn(block: readonly Directive[] | undefined): Doubt[] {
  return everyDirective(block ?? [])
    .filter(
      ({ name }) =>
        ![
          'return',
          'set',
          'deny',
          'allow',
          'rewrite',
          'break',
          'add_header',
          'access_log',
          'root',
          'expires',
        ].includes(name),
    )
    .flatMap((directive) => {
      const parts =
        doubtOf(directive.name, directive.args, 'location') ?? doubtOf(directive.name, directive.args, 'if');
      if (parts === undefined && !ALTERING.test(directive.name)) return [doubtOn(directive, 'all')];
      return parts === undefined || parts.length === 0 ? [] : [doubtOn(directive, parts)];
    });
}

/** Words without which nginx does not start. */
function leastWords(name: string): number {
  if (['add_header', 'error_page', 'limit_conn', 'try_files'].includes(name)) return 2;
  return ['empty_gif', 'flv', 'mp4', 'internal', 'break', 'stub_status'].includes(name) ? 0 : 1;
}

function isMisshapen({ name, args, block }: Directive): boolean {
  return block !== undefined || args.length < leastWords(name);
}

function judged(directive: Directive, place: Place): Doubt[] {
  const { name, args } = directive;
  if (isMisshapen(directive)) return [doubtOn(directive, 'all')];
  if (ANSWERING.includes(place.context) && (ASKED.includes(name) || isTold(name))) {
    return place.server?.shows === false && isTold(name) ? [doubtOn(directive, ANSWER)] : [];
  }
  const parts = doubtOf(name, args, place.context) ?? 'all';
  return parts.length === 0 ? [] : [doubtOn(directive, parts)];
}

/** What facts tell of a server. */
function isTold(name: string): boolean {
  return ALTERING.test(name) || OF_ALTERING.test(name) || READ.includes(name);
}

/** A server that shows nothing must lead readers to the one that does, if it bears its name, or let it be. */
function leadingDoubts({ server, http }: ReadServer, showing: readonly ReadServer[]): Doubt[] {
  const names = showing.flatMap((one) => namesOf(one.server));
  const foreign = namesOf(server).every((name) => name === '_' || (name !== '' && !names.includes(name)));
  const limits = locationsOf(server, http).flatMap((location) =>
    readerLimitDoubts(location, undefined, http),
  );
  const answers = server
    .flatMap((directive) => {
      const { name, args, block } = directive;
      if (name === 'location' && !isForReaders(args)) return [];
      return name === 'location' ? (block ?? []) : [directive];
    })
    .filter((directive) => directive.name === 'return' && !leadsToSite(directive, names))
    .filter(({ args: [status = ''] }) => !(foreign && /^4\d\d$/.test(status)))
    .map((directive) => doubtOn(directive, [...ANSWER, 'names']));
  return [...answers, ...limits];
}
