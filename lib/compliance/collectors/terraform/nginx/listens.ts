import { ANSWER, doubtOn, type Doubt } from './doubt.js';
import type { Directive } from './parse.js';

/** One address on which a server listens. */
export interface Listen {
  /** `4:443` and `6:443`: a port of every address of one family. */
  readonly sockets: readonly string[];
  readonly port: number;
  readonly secure: boolean;
  readonly isDefault: boolean;
}

const OPTIONS =
  /^(?:ssl|http2|default_server|reuseport|bind|deferred|ipv6only=(?:on|off)|backlog=\d{3,}|so_keepalive=\S+|fastopen=\d+)$/;
/** Nobody but the host itself reaches these. */
const INNER = /^(?:unix:|127\.|localhost\b|\[::1\])/;

/** The ports of every address on which a server listens. */
export function listensOf(server: readonly Directive[]): Listen[] {
  const written = server.filter(({ name }) => name === 'listen').map(({ args }) => args);
  return (written.length === 0 ? [['80']] : written).flatMap((args) => listenOf(args) ?? []);
}

function listenOf([address = '', ...options]: readonly string[]): Listen | undefined {
  const [, six, port] = /^(?:(\[::\]):|(?:\*|0\.0\.0\.0):)?(\d+)$/.exec(address) ?? [];
  if (port === undefined) return undefined;
  const families = six === undefined ? ['4'] : options.includes('ipv6only=off') ? ['4', '6'] : ['6'];
  return {
    sockets: families.map((family) => `${family}:${port}`),
    port: Number(port),
    secure: options.includes('ssl'),
    isDefault: options.includes('default_server'),
  };
}

/** Options and addresses of which it is not known that every reader gets through. */
export function listenDoubts(server: readonly Directive[]): Doubt[] {
  return server
    .filter(({ name, args: [address = ''] }) => name === 'listen' && !INNER.test(address))
    .flatMap((directive) => {
      const [address = '', ...options] = directive.args;
      if (listenOf([address]) === undefined) return [doubtOn(directive, 'all')];
      const known = options.every((option) => OPTIONS.test(option));
      return known ? [] : [doubtOn(directive, ['names', ...ANSWER])];
    });
}

/** The names to which a server answers, in small letters. */
export function namesOf(server: readonly Directive[]): string[] {
  const names = server.filter(({ name }) => name === 'server_name').flatMap(({ args }) => args);
  return (names.length === 0 ? [''] : names).map((name) => name.toLowerCase());
}

/**
 * Servers of which it is not plain which one answers: of one port and one name, or with a name that stands for many, or
 * where one is asked over IPv6 alone.
 */
export function rivalDoubts(
  servers: readonly (readonly Directive[])[],
  showing: readonly (readonly Directive[])[],
): Doubt[] {
  const all = servers.map((server) => ({
    names: namesOf(server),
    sockets: listensOf(server).flatMap(({ sockets }) => sockets),
    defaults: listensOf(server).flatMap(({ sockets, isDefault }) => (isDefault ? sockets : [])),
  }));
  const shared = (a: readonly string[], b: readonly string[]): boolean => a.some((one) => b.includes(one));
  const doubts = all.flatMap((one, index) =>
    all.slice(index + 1).flatMap((other) => {
      if (!shared(one.sockets, other.sockets)) return [];
      const many = [...one.names, ...other.names].find((name) => /^[~.]|\*|\$/.test(name));
      const twice = one.names.find((name) => other.names.includes(name)) ?? many;
      if (twice === undefined && !shared(one.defaults, other.defaults)) return [];
      return [doubtOn({ name: 'server_name', args: [twice ?? 'default_server'] }, 'all')];
    }),
  );
  return [...doubts, ...showing.flatMap((server) => oneFamilyDoubts(server, servers))];
}

/** A reader who comes by a family of addresses on which the site does not listen gets another server. */
function oneFamilyDoubts(server: readonly Directive[], servers: readonly (readonly Directive[])[]): Doubt[] {
  const own = listensOf(server).flatMap(({ sockets }) => sockets);
  const others = servers
    .filter((other) => other !== server)
    .flatMap(listensOf)
    .flatMap(({ sockets }) => sockets);
  const ports = own.map((socket) => socket.slice(2));
  return [...new Set(others)]
    .filter((socket) => !own.includes(socket) && ports.includes(socket.slice(2)))
    .map((socket) => doubtOn({ name: 'listen', args: [socket] }, 'all'));
}
