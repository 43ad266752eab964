import type { Fact, WebServerFact } from '../../../facts.js';
import { isReadersPath } from '../../../web-paths.js';
import { sendsQueriesOn } from './answers.js';
import { doubtOn, type Doubt } from './doubt.js';
import { enforces } from './firewall-rules.js';
import type { Directive } from './parse.js';
import type { Runtime } from './runtime.js';
import { inForce, locationsOf, namedLocations, valueOf, type Location, type Scope } from './scope.js';
import { everyDirective } from './variables.js';

/** ModSecurity, wherever in a server it is on; what it enforces is in the rules that it reads. */
export function applicationFirewall(
  server: readonly Directive[],
  http: readonly Directive[],
  runtime: Runtime,
): WebServerFact['applicationFirewall'] {
  const all = [...http.filter(({ name }) => name !== 'server'), ...everyDirective(server)];
  if (!all.some(({ name, args }) => name === 'modsecurity' && args[0] === 'on')) return undefined;
  return { name: 'ModSecurity', enforced: enforces(rulesOf(all, runtime), runtime) };
}

/** The rules in the order in which they are written; those of a file that is not delivered are a hole. */
function rulesOf(all: readonly Directive[], { files }: Runtime): Fact<string>[] {
  return all.flatMap(({ name, args: [text = ''] }) => {
    if (name === 'modsecurity_rules') return [text];
    return name === 'modsecurity_rules_file' ? [files.get(text)?.content ?? { unresolved: text }] : [];
  });
}

/**
 * Locations of readers that a request with a query reaches past the application firewall. It stands before a location
 * where it is on there, or where all requests with a query go on to one where it is.
 */
export function pastFirewall(server: readonly Directive[], http: readonly Directive[]): Doubt[] {
  const guarded = namedLocations(server, http).filter(({ scope }) => isOn(scope));
  const names = server
    .filter(({ name, block }) => name === 'location' && guarded.some(({ own }) => own === block))
    .map(({ args: [name = ''] }) => name);
  return locationsOf(server, http)
    .filter(({ path, own }) => isReadersPath(path) && !own.some(({ name }) => name === 'return'))
    .filter(({ scope }) => !isOn(scope) && !goesOn(scope, names, http))
    .map(({ path }: Location) => doubtOn({ name: 'modsecurity', args: [path] }, ['firewall']));
}

function isOn(scope: Scope): boolean {
  return valueOf(scope, 'modsecurity') === 'on';
}

/** A file of no name for whoever has a query, so that such a request always ends where the firewall is on. */
function goesOn(scope: Scope, guarded: readonly string[], http: readonly Directive[]): boolean {
  const [order] = inForce(scope, 'try_files');
  const files = order?.args.slice(0, -1) ?? [];
  const evades = files.some(
    (file) => !sendsQueriesOn(/\$\w+\/?$/.exec(file)?.[0].replace(/\/$/, '') ?? '', http),
  );
  return files.length > 0 && !evades && guarded.includes(order?.args.at(-1) ?? '');
}
