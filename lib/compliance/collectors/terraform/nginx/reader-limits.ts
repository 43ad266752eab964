import { doubtOn, type Doubt } from './doubt.js';
import { isPerAddress, requestsPerSecond } from './limits.js';
import type { Directive } from './parse.js';
import { inForce, type Location, type Scope } from './scope.js';

/** What a page with its pictures and tables asks for at once. */
const AT_ONCE = 20;
const CONNECTIONS = 10;

/** Limits in force that turn a plain reader away, or that nobody can tell how they count. */
export function readerLimitDoubts(
  location: Location,
  everywhere: Location | undefined,
  http: readonly Directive[],
): Doubt[] {
  const { scope, path, own } = location;
  const limited = own.some(({ name }) => name === 'limit_req');
  const other = everywhere !== undefined && limited && differ(scope, everywhere.scope, http);
  return [
    ...(other ? [doubtOn({ name: 'limit_req', args: [path] }, ['limits', 'access'])] : []),
    ...inForce(scope, 'limit_req').flatMap((directive) => requestDoubts(directive)),
    ...inForce(scope, 'limit_conn').flatMap((directive) => connectionDoubts(directive, http)),
  ];
}

function differ(one: Scope, other: Scope, http: readonly Directive[]): boolean {
  return JSON.stringify(requestsPerSecond(one, http)) !== JSON.stringify(requestsPerSecond(other, http));
}

function requestDoubts(directive: Directive): Doubt[] {
  const known = directive.args.every((arg) => /^(?:zone=\w+|burst=\d+|nodelay|delay=\d+)$/.test(arg));
  if (!known) return [doubtOn(directive, ['limits', 'access'])];
  const [, burst = '0'] = /\bburst=(\d+)/.exec(directive.args.join(' ')) ?? [];
  return Number(burst) < AT_ONCE ? [doubtOn(directive, ['access'])] : [];
}

function connectionDoubts(directive: Directive, http: readonly Directive[]): Doubt[] {
  const [zone = '', count = ''] = directive.args;
  const made = http.find(
    ({ name, args }) => name === 'limit_conn_zone' && args[1]?.split(':')[0] === `zone=${zone}`,
  );
  const known = made !== undefined && isPerAddress(made.args[0] ?? '', http) === true;
  return known && /^\d+$/.test(count) && Number(count) >= CONNECTIONS ? [] : [doubtOn(directive, ['access'])];
}
