const RATE = /^rate\(([1-9]\d*) (minutes?|hours?|days?)\)$/;
const AT = /^at\(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\)$/;
const CRON = /^cron\(([^()]+)\)$/;

/** Months and days of the week may be named by three letters. */
const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const WEEKDAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];

interface CronField {
  readonly min: number;
  readonly max: number;
  /** Names of the numbers from `min` on. */
  readonly names?: readonly string[];
  /** Forms beyond numbers, ranges and steps, e.g. `LW`. */
  readonly special?: RegExp;
}

const CRON_FIELDS: readonly CronField[] = [
  { min: 0, max: 59 },
  { min: 0, max: 23 },
  { min: 1, max: 31, special: /^(L|LW|\d{1,2}W)$/ },
  { min: 1, max: 12, names: MONTHS },
  { min: 1, max: 7, names: WEEKDAYS, special: /^([1-7]?L|[1-7]#[1-5])$/ },
  { min: 1970, max: 2199 },
];

/** Whether EventBridge takes an expression: `rate(…)`, `at(…)` or a `cron(…)` of six fields. */
export function isScheduleExpression(expression: string): boolean {
  if (AT.test(expression)) return !Number.isNaN(Date.parse(`${expression.slice(3, -1)}Z`));
  return RATE.test(expression) || isCron(CRON.exec(expression)?.[1]);
}

/** Whether the zone is one of the IANA database; an abbreviation such as CST is not. */
export function isTimeZone(zone: string): boolean {
  // Intl takes abbreviations such as CST, which the database does not have.
  if (zone !== 'UTC' && !/^[A-Za-z]+\//.test(zone)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

function isCron(body: string | undefined): boolean {
  const fields = body?.trim().split(/\s+/) ?? [];
  const [, , dayOfMonth, , dayOfWeek] = fields;
  // EventBridge wants exactly one of the two days left open.
  if (fields.length !== CRON_FIELDS.length || (dayOfMonth === '?') === (dayOfWeek === '?')) return false;
  return CRON_FIELDS.every((field, index) =>
    isCronField(fields[index] ?? '', field, index === 2 || index === 4),
  );
}

function isCronField(text: string, field: CronField, mayBeOpen: boolean): boolean {
  if (text === '?') return mayBeOpen;
  return text.split(',').every((part) => field.special?.test(part) === true || isCronPart(part, field));
}

function isCronPart(part: string, field: CronField): boolean {
  const [range = '', step, ...rest] = part.split('/');
  if (rest.length > 0 || (step !== undefined && !/^[1-9]\d*$/.test(step))) return false;
  if (range === '*') return true;
  const bounds = range.split('-').map((bound) => cronNumber(bound, field));
  return bounds.length <= 2 && bounds.every((bound) => bound >= field.min && bound <= field.max);
}

function cronNumber(text: string, field: CronField): number {
  const named = field.names?.indexOf(text.toUpperCase()) ?? -1;
  if (named >= 0) return field.min + named;
  return /^\d+$/.test(text) ? Number(text) : Number.NaN;
}
