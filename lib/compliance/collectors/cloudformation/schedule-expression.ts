import type { Fact } from '../../facts.js';

const UNIT_MINUTES: Readonly<Record<string, number>> = { minute: 1, hour: 60, day: 1440 };

/**
 * Longest wait between two starts of a schedule expression, in minutes; unresolved for one that has no steady rate
 * (once, or at certain hours and days only), and `Infinity` for one that never starts.
 */
export function longestWaitMinutes(expression: string): Fact<number> {
  const rate = /^rate\(\s*(\d+)\s+(minute|hour|day)s?\s*\)$/.exec(expression.trim());
  if (rate !== null) return Number(rate[1]) * (UNIT_MINUTES[rate[2] ?? ''] ?? 1) || Infinity;
  const cron = /^cron\(\s*(\S+)\s+(\S+)\s+(\S+)\s+(\S+)\s+(\S+)\s+(\S+)\s*\)$/.exec(expression.trim());
  if (cron === null) return { unresolved: expression };
  const [minuteField = '', ...others] = cron.slice(1);
  const minutes = minutesOf(minuteField);
  const steady = minutes.length > 0 && others.every((field) => /^(?:\*|\?|\*\/1)$/.test(field));
  return steady ? longestGap(minutes) : { unresolved: expression };
}

/** Minutes of the hour that a cron field names, sorted; none where the field can't be read. */
function minutesOf(field: string): readonly number[] {
  const lists = field.split(',').map((item) => {
    const [, from, to, step] = /^(\*|\d+)(?:-(\d+))?(?:\/(\d+))?$/.exec(item) ?? [];
    if (from === undefined) return [];
    const first = from === '*' ? 0 : Number(from);
    const last = to === undefined ? (from === '*' || step !== undefined ? 59 : first) : Number(to);
    const pace = Math.max(1, Number(step ?? 1));
    return Array.from({ length: 60 }, (_, minute) => minute).filter((minute) => {
      return minute >= first && minute <= last && (minute - first) % pace === 0;
    });
  });
  if (lists.some((list) => list.length === 0)) return [];
  return [...new Set(lists.flat())].sort((a, b) => a - b);
}

function longestGap(minutes: readonly number[]): number {
  const waits = minutes.map((minute, index) => (minutes[index + 1] ?? (minutes[0] ?? 0) + 60) - minute);
  return Math.max(...waits);
}
