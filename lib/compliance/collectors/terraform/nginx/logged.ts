import type { Directive } from './parse.js';

const SENT = /^[123]\d\d$/;

/** Whether a log that is kept under a condition has every answer that showed a reader something: by its status alone. */
export function hasEveryAnswer(condition: string, http: readonly Directive[]): boolean {
  const map = http.find(({ name, args }) => name === 'map' && args[1] === condition);
  if (map?.args[0] !== '$status') return false;
  const lines = (map.block ?? []).map(({ name, args: [value = ''] }) => ({ name, value }));
  const logs = lines.find(({ name }) => name === 'default')?.value ?? '';
  const left = lines.filter(({ name, value }) => name !== 'default' && isEmpty(value));
  return !isEmpty(logs) && left.every(({ name }) => leavesOutErrorsOnly(name));
}

function isEmpty(value: string): boolean {
  return value === '' || value === '0';
}

/** A status, or an expression of plain ones; of any other it is not known what it leaves out. */
function leavesOutErrorsOnly(pattern: string): boolean {
  const [, list] = /^~\^\(\?:([\d|]+)\)\$$/.exec(pattern) ?? [];
  const statuses = (list ?? pattern).split('|');
  return statuses.every((status) => /^\d{3}$/.test(status) && !SENT.test(status));
}
