import type { Fact, WebServerFact } from '../../../facts.js';
import type { Gaps } from '../gaps.js';
import type { LogRotations } from '../log-rotations.js';
import { alterationsOf, refusalsOf } from './alterations.js';
import { applicationFirewall } from './application-firewall.js';
import { headersOf } from './headers.js';
import { ALTERING, HARMLESS, OF_ALTERING } from './known-directives.js';
import { requestsPerSecond } from './limits.js';
import { hasEveryAnswer } from './logged.js';
import type { Directive } from './parse.js';
import type { Runtime } from './runtime.js';
import { inForce, locationsOf, namedLocations, valueOf, type Location } from './scope.js';

const ROOTS = ['$realpath_root', '$document_root'];
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
  reportUnknown(configuration, reading);
  return top
    .filter(({ name }) => name === 'server')
    .map(({ block }) => block ?? [])
    .filter((server) => shows(server, top))
    .map((server) => serverOf(server, top, reading));
}

/** A server shows something where some path of readers is not led away or refused at once. */
function shows(server: readonly Directive[], http: readonly Directive[]): boolean {
  if (server.some(({ name }) => name === 'return' || name === 'ssl_reject_handshake')) return false;
  return locationsOf(server, http).some(({ path, own }) => {
    const led = own.some(
      ({ name, args: [status = ''] }) => name === 'return' && /^(?:3\d\d|444)$|^https?:/.test(status),
    );
    return !led && !path.startsWith('/.well-known/') && !path.startsWith('/health');
  });
}

function serverOf(server: readonly Directive[], http: readonly Directive[], reading: Reading): WebServerFact {
  const { runtime } = reading;
  const locations = locationsOf(server, http);
  const answering = [...locations, ...namedLocations(server, http)];
  const root = rootOf(server, http);
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
    root:
      root === undefined ? { unresolved: 'root' } : (runtime.place(root) ?? `${runtime.resource}:${root}`),
    paths: pathsOf(
      locations,
      headers.map(({ path }) => path),
    ),
    headers,
    alters: answering.flatMap((location) => alterationsOf(resolved(location, root, http), root)),
    turnsAway: answering.flatMap((location) => refusalsOf(location, http)),
    requestsPerSecond: everywhere && requestsPerSecond(everywhere.scope, http),
    applicationFirewall: applicationFirewall(server, http, runtime),
    accessLog: accessLogOf(everywhere, reading, http),
  };
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
function resolved(
  { path, scope, own }: Location,
  root: string | undefined,
  http: readonly Directive[],
): Location {
  const settings = scope.flat().filter(({ name }) => name === 'set');
  const spell = (level: readonly Directive[]): Directive[] =>
    level.map((directive) => {
      const [value = ''] = directive.args;
      const same = directive.name === 'root' && root !== undefined && isRoot(value, settings, http);
      return same ? { ...directive, args: [root] } : directive;
    });
  return { path, scope: scope.map(spell), own: spell(own) };
}

/** Whether a variable stands for the folder of the server, resolved or not, however it was passed on. */
function isRoot(
  value: string,
  settings: readonly Directive[],
  http: readonly Directive[],
  depth = 0,
): boolean {
  if (ROOTS.includes(value)) return true;
  if (!value.startsWith('$') || depth > ROOTS.length) return false;
  const source = setTo(value, settings) ?? passedOn(value, http);
  return source !== undefined && isRoot(source, settings, http, depth + 1);
}

function setTo(variable: string, settings: readonly Directive[]): string | undefined {
  return settings.find(({ args }) => args[0] === variable)?.args[1];
}

/** The variable that a map gives on as it is, apart from its default. */
function passedOn(variable: string, http: readonly Directive[]): string | undefined {
  const map = http.find(({ name, args }) => name === 'map' && args[1] === variable);
  const values = (map?.block ?? []).filter(({ name }) => name !== 'default').map(({ args }) => args[0]);
  const source = map?.args[0];
  return values.length > 0 && values.every((one) => one === source) ? source : undefined;
}

function tlsPort(server: readonly Directive[], runtime: Runtime): Fact<number> | undefined {
  const secure = server.filter(
    ({ name, args }) => name === 'listen' && (args.includes('ssl') || args.includes('quic')),
  );
  const ports = secure.map(({ args: [address = ''] }) => Number(/(\d+)$/.exec(address)?.[1] ?? 80));
  return ports.map((port) => runtime.port(port)).find((port) => port !== undefined);
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

function reportUnknown(directives: readonly Directive[], reading: Reading): void {
  const data = ['map', 'geo', 'types', 'split_clients', 'upstream', 'events', 'set'];
  for (const { name, block } of directives) {
    if (!HARMLESS.has(name) && !ALTERING.test(name) && !OF_ALTERING.test(name) && name !== 'upstream') {
      reading.gaps.addAll(['webServers', 'frames'], reading.runtime.resource, `nginx: ${name}`);
    }
    if (block !== undefined && !data.includes(name)) reportUnknown(block, reading);
  }
}
