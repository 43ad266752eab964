import { doubtOn, type Doubt } from './doubt.js';
import type { Directive } from './parse.js';
import { inForce, type Location } from './scope.js';
import { mapOf } from './variables.js';

const SENT = /^[123]\d\d$/;
/** What a line must tell for the statistics that a call wants: who, when, what, and how it was answered. */
const TOLD = [
  /\$(?:binary_)?remote_addr\b/,
  /\$(?:time_iso8601|time_local|msec)\b/,
  /\$(?:request|request_uri|uri)\b/,
  /\$status\b/,
];

/** Whether a log that is kept under a condition has every answer that showed a reader something: by its status alone. */
export function hasEveryAnswer(condition: string, http: readonly Directive[]): boolean {
  const map = mapOf(condition, http);
  if (map?.args[0] !== '$status') return false;
  const lines = (map.block ?? []).map(({ name, args: [value = ''] }) => ({ name, value }));
  const logs = lines.find(({ name }) => name === 'default')?.value ?? '';
  const left = lines.filter(({ name, value }) => name !== 'default' && isEmpty(value));
  return !isEmpty(logs) && left.every(({ name }) => leavesOutErrorsOnly(name));
}

function isEmpty(value: string): boolean {
  return value === '' || value === '0' || value.includes('$');
}

/** A status, or an expression of plain ones; of any other it is not known what it leaves out. */
function leavesOutErrorsOnly(pattern: string): boolean {
  const [, list] = /^~\^\(\?:([\d|]+)\)\$$/.exec(pattern) ?? [];
  const statuses = (list ?? pattern).split('|');
  return statuses.every((status) => /^\d{3}$/.test(status) && !SENT.test(status));
}

/** A location of readers whose log is another than the site's, or whose lines do not tell what is asked of them. */
export function logDoubts(
  { scope, path }: Location,
  everywhere: Location | undefined,
  http: readonly Directive[],
): Doubt[] {
  const logs = inForce(scope, 'access_log');
  const usual = everywhere === undefined ? [] : inForce(everywhere.scope, 'access_log');
  const other = JSON.stringify(logs) !== JSON.stringify(usual);
  return [
    ...(other ? [doubtOn({ name: 'access_log', args: [path] }, ['log'])] : []),
    ...logs
      .filter(({ args: [place, format = 'combined'] }) => place !== 'off' && !isTelling(format, http))
      .map((directive) => doubtOn(directive, ['log'])),
  ];
}

function isTelling(format: string, http: readonly Directive[]): boolean {
  if (format === 'combined' || /^(?:buffer|flush|gzip|if)\b=?/.test(format)) return true;
  const found = http.filter(({ name, args }) => name === 'log_format' && args[0] === format);
  const text = found[0]?.args.slice(1).join('') ?? '';
  return found.length === 1 && TOLD.every((what) => what.test(text));
}
