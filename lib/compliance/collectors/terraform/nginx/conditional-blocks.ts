import { ANSWER, doubtOn, type Doubt } from './doubt.js';
import { isPlainCopy, type Around } from './live-root.js';
import type { Directive } from './parse.js';
import { isOfTheRequest, lookUp, mapOf } from './variables.js';

const READING = ['GET', 'HEAD'];
const REFUSAL = /^[45]\d\d$/;

/** An `if` of which it is not known that it changes nothing for a reader, or that facts tell what it does. */
export function conditionDoubts(directive: Directive, around: Around): Doubt[] {
  const { args, block = [] } = directive;
  const condition = args.join(' ');
  const refuses = (block ?? []).every(
    (inner) => inner.name === 'return' && REFUSAL.test(inner.args[0] ?? ''),
  );
  if (refuses && leavesReadersAlone(condition, around.http)) return [];
  if (refuses && !isOfTheRequest(condition, around.http)) return [];
  if (isPlainCopy(directive, around)) return [];
  return [doubtOn(directive, [...ANSWER, 'bodies', 'freshness'])];
}

/** A condition that no request of a reader meets: by a map of the methods, or by their names. */
function leavesReadersAlone(condition: string, http: readonly Directive[]): boolean {
  if (/^\(\$request_method !~ \^\((?:\?:)?GET\|HEAD(?:\|OPTIONS)?\)\$\)$/.test(condition)) return true;
  const [, variable = ''] = /^\((\$\w+)\)$/.exec(condition) ?? [];
  const map = mapOf(variable, http);
  if (map?.args[0] !== '$request_method') return false;
  return READING.every((method) => ['', '0'].includes(lookUp(map, method) ?? '?'));
}

/** A `limit_except` that lets readers in, and does nothing but keep others out. */
export function methodDoubts(directive: Directive): Doubt[] {
  const { args, block = [] } = directive;
  const keepsOut = (block ?? []).every(({ name, args: words }) => {
    return (name === 'deny' && words.join(' ') === 'all') || name === 'allow';
  });
  return args.includes('GET') && keepsOut ? [] : [doubtOn(directive, ANSWER)];
}
