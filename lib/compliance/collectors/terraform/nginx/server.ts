import type { Fact, FactArea, WebServerFact } from '../../../facts.js';
import type { Gaps } from '../gaps.js';
import type { LogRotations } from '../log-rotations.js';
import { doubtsOf, type ReadServer } from './allowance.js';
import { alterationsOf, refusalsOf } from './alterations.js';
import { applicationFirewall, pastFirewall } from './application-firewall.js';
import type { Doubt } from './doubt.js';
import { headersOf } from './headers.js';
import { requestsPerSecond } from './limits.js';
import { listensOf } from './listens.js';
import { isServerFolder, type Around } from './live-root.js';
import { hasEveryAnswer } from './logged.js';
import type { Directive } from './parse.js';
import type { Runtime } from './runtime.js';
import { inForce, locationsOf, namedLocations, valueOf, type Location } from './scope.js';

const PROTOCOLS = ['TLSv1', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3'];

interface Reading {
  readonly runtime: Runtime;
  readonly rotations: LogRotations;
  readonly gaps: Gaps;
}

/** The servers of a configuration that show readers something; one that only leads to another address does not. */
export function webServersOf(configuration: readonly Directive[], reading: Reading): WebServerFact[] {
  const http = configuration.filter(({ name }) => name === 'http').flatMap(({ block }) => block ?? []);
  // A file of nginx's `conf.d` holds servers without the block around them.
  const top = http.length > 0 ? http : configuration;
  const servers = top
    .filter(({ name }) => name === 'server')
    .map(({ block }) => block ?? [])
    .map((server) => ({ server, http: top, root: rootOf(server, top), shows: shows(server, top) }));
  const guarded = servers.filter(({ server, shows: isShown }) => {
    return isShown && applicationFirewall(server, top, reading.runtime) !== undefined;
  });
  report(doubtsOf(configuration, servers), reading);
  report(
    guarded.flatMap(({ server }) => pastFirewall(server, top)),
    reading,
  );
  return servers.filter((one) => one.shows).map((one) => serverOf(one, reading));
}

/** Each doubt is a gap in its own sides of the server, or in all that rests on it. */
function report(doubts: readonly Doubt[], { runtime, gaps }: Reading): void {
  doubts.forEach(({ parts, line }) => {
    const areas: readonly FactArea[] =
      parts === 'all' ? ['webServers', 'frames'] : parts.map((part) => `webServers.${part}` as const);
    gaps.addAll(areas, runtime.resource, `nginx: ${line}`);
  });
}

/** A server shows something where some path of readers is not led away or refused at once. */
function shows(server: readonly Directive[], http: readonly Directive[]): boolean {
  if (
    server.some(
      ({ name, args }) => name === 'return' || (name === 'ssl_reject_handshake' && args[0] === 'on'),
    )
  )
    return false;
  return locationsOf(server, http).some(({ path, own }) => {
    const led = own.some(
      ({ name, args: [status = ''] }) => name === 'return' && /^(?:3\d\d|444)$|^https?:/.test(status),
    );
    return !led && !path.startsWith('/.well-known/') && !path.startsWith('/health');
  });
}

function serverOf(around: ReadServer, reading: Reading): WebServerFact {
  const { server, http, root } = around;
  const { runtime } = reading;
  const locations = locationsOf(server, http);
  const answering = [...locations, ...namedLocations(server, http)];
  const everywhere = locations.find(({ path }) => path === '/*');
  const headers = locations.flatMap((location) => headersOf(location, http));
  return {
    resource: runtime.resource,
    container: runtime.container,
    software: 'nginx',
    domains: server
      .filter(({ name }) => name === 'server_name')
      .flatMap(({ args }) => args)
      .map(nameOf),
    tlsPort: tlsPort(server, runtime),
    minimumTls: minimumTls(inForce([server, http], 'ssl_protocols').at(-1)?.args),
    root: placeOf(everywhere, around, runtime),
    paths: pathsOf(
      locations,
      headers.map(({ path }) => path),
    ),
    headers,
    alters: answering.flatMap((location) => alterationsOf(resolved(location, around), root)),
    turnsAway: answering.flatMap((location) => refusalsOf(location, http)),
    requestsPerSecond: everywhere && requestsPerSecond(everywhere.scope, http),
    applicationFirewall: applicationFirewall(server, http, runtime),
    accessLog: accessLogOf(everywhere, reading, http),
  };
}

/** Where the files are that answer every path without a location of its own. */
function placeOf(
  everywhere: Location | undefined,
  around: Around,
  { place, resource }: Runtime,
): Fact<string> {
  const own = everywhere && valueOf(everywhere.scope, 'root');
  const root = own !== undefined && isServerFolder(own, around) ? around.root : own;
  if (root === undefined || root.includes('$')) return { unresolved: `root ${root ?? ''}`.trim() };
  return place(root) ?? `${resource}:${root}`;
}

function nameOf(name: string): Fact<string> {
  return name.startsWith('~') || name.includes('$') ? { unresolved: name } : name;
}

/** Paths that only a header tells apart come before the location in which they lie. */
function pathsOf(locations: readonly Location[], headed: readonly string[]): string[] {
  const own = locations.map(({ path }) => path);
  const apart = headed.filter((path) => !own.includes(path));
  const isExact = (path: string): boolean => !/^~|\*$/.test(path);
  return [...new Set([...apart.filter(isExact), ...own.filter(isExact), ...apart, ...own])];
}

/** The folder of the server, also where a location names it by a variable that stands for it. */
function rootOf(server: readonly Directive[], http: readonly Directive[]): string | undefined {
  const own = valueOf([server, http], 'root');
  if (own !== undefined) return own.includes('$') ? undefined : own;
  const everywhere = locationsOf(server, http).find(({ path }) => path === '/*');
  const inner = everywhere && valueOf(everywhere.scope, 'root');
  return inner?.includes('$') === true ? undefined : inner;
}

/** A location whose folder is a variable that stands for the server's own, with that folder written out. */
function resolved({ path, scope, own }: Location, around: Around): Location {
  const { root } = around;
  const spell = (level: readonly Directive[]): Directive[] =>
    level.map((directive) => {
      const [value = ''] = directive.args;
      const same = directive.name === 'root' && root !== undefined && isServerFolder(value, around);
      return same ? { ...directive, args: [root] } : directive;
    });
  return { path, scope: scope.map(spell), own: spell(own) };
}

/** Port of the host for HTTPS; readers of IPv4 must reach it. */
function tlsPort(server: readonly Directive[], runtime: Runtime): Fact<number> | undefined {
  const ports = listensOf(server).filter(
    ({ secure, sockets }) => secure && sockets.some((socket) => socket.startsWith('4:')),
  );
  return ports.map(({ port }) => runtime.port(port)).find((port) => port !== undefined);
}

function minimumTls(spoken: readonly string[] | undefined): string | undefined {
  return PROTOCOLS.find((protocol) => spoken?.includes(protocol));
}

function accessLogOf(
  everywhere: Location | undefined,
  { runtime, rotations }: Reading,
  http: readonly Directive[],
): WebServerFact['accessLog'] {
  const logs = everywhere === undefined ? [] : inForce(everywhere.scope, 'access_log');
  const [log] = logs.filter(({ args: [path] }) => path !== 'off');
  // Without the directive nginx logs into its own folder, which dies with a container.
  const [path = ''] = log?.args ?? [];
  if (log === undefined) return undefined;
  const place = path.startsWith('/') ? runtime.place(path) : undefined;
  const partly = log.args.some((arg) => arg.startsWith('if=') && !hasEveryAnswer(arg.slice(3), http));
  if (partly || place === undefined) {
    return { resource: runtime.resource, retentionDays: { unresolved: `access_log ${log.args.join(' ')}` } };
  }
  return { resource: runtime.resource, retentionDays: rotations.daysOf(place) };
}
