/** Month names by their first three letters; `set` is an older form of September. */
const MONTHS = new Map(
  ['ene', 'feb', 'mar', 'abr', 'may', 'jun', 'jul', 'ago', 'sep', 'oct', 'nov', 'dic'].map((name, index) => [
    name,
    index + 1,
  ]),
).set('set', 9);
const MONTH_NAME =
  'ene(?:ro)?|feb(?:rero)?|mar(?:zo)?|abr(?:il)?|may(?:o)?|jun(?:io)?|jul(?:io)?|ago(?:sto)?|' +
  'sep(?:t|tiembre)?|set(?:iembre)?|oct(?:ubre)?|nov(?:iembre)?|dic(?:iembre)?';

/** A few blanks at most: what stands further away belongs to something else. */
const BLANKS = '[ \\t\\u00a0]{1,3}';
const MAYBE_BLANKS = '[ \\t\\u00a0]{0,3}';
/** Minus, hyphens and the dashes that a word processor makes of them. */
const SIGN = '[+\\u2212\\u2010-\\u2013-]';

const FARTHEST_OFFSET_MINUTES = 14 * 60;

const ISO_START = /^\d{4}-/;
const ISO_DATE = /(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})/;
const DAY_FIRST_DATE = /(?<day>\d{1,2})(?<mark>[/-])(?<month>\d{1,2})\k<mark>(?<year>\d{4})/;
const NAMED_DATE = new RegExp(
  `(?<day>\\d{1,2})(?:[/-]|${BLANKS}(?:de${BLANKS})?)(?<name>${MONTH_NAME})\\.?` +
    `(?:[/-]|${BLANKS}(?:del?${BLANKS})?)(?<year>\\d{4})`,
);
const TIME = new RegExp(
  `(?:T|,?${BLANKS}(?:-${BLANKS}|a las${BLANKS})?)` +
    '(?<hour>\\d{1,2}):(?<minute>\\d{2})(?::(?<second>\\d{2})(?:[.,]\\d{1,9})?)?(?![\\d:])',
);
const DATES_WITH_TIME = [ISO_DATE, DAY_FIRST_DATE, NAMED_DATE].map(
  (date) => new RegExp(`(?<![\\w/.-]|\\d:)${date.source}${TIME.source}`, 'giu'),
);
const HALF_OF_DAY = new RegExp(`${MAYBE_BLANKS}(?<half>[ap])\\.?${MAYBE_BLANKS}m(?!\\w)\\.?`, 'iuy');
const HOURS_WORD = new RegExp(`${MAYBE_BLANKS}(?:horas|hrs|hr|hs|h)(?!\\w)\\.?`, 'iuy');
/** `-06:00` right behind a time of ISO 8601; behind another it could be the end of a span of hours. */
const ISO_OFFSET = new RegExp(`(?<sign>${SIGN})(?<hours>\\d{2})(?::?(?<minutes>\\d{2}))?(?![\\d:])`, 'iuy');
const NAMED_OFFSET = new RegExp(
  `${MAYBE_BLANKS}[([]?(?:UTC|GMT)${MAYBE_BLANKS}(?<sign>${SIGN})${MAYBE_BLANKS}` +
    '(?<hours>\\d{1,2})(?::?(?<minutes>\\d{2}))?(?![\\d:])',
  'iuy',
);
const UTC = new RegExp(`${MAYBE_BLANKS}(?:\\((?:UTC|GMT|Z)\\)|(?:UTC|GMT|Z)(?!\\w))`, 'iuy');
/** Where a cell, a line or a text ends, after its closing marks. */
const END = /["')\].]{0,3}[ \t\u00a0]*(?:[,|;\t\r\n]|$)/y;
/** Where a word ends: an offset that was named may have a remark behind it. */
const WORD_END = /["')\].]{0,3}(?:[ \t\u00a0,|;\r\n]|$)/y;

/** A date with its time as a text gives it; nothing says yet that there is such a day. */
export interface WrittenTime {
  /** The words themselves. */
  readonly found: string;
  readonly year: number;
  /** 1 to 12 where it is one; like the others not checked, and NaN where it makes no sense. */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** Minutes east of UTC; absent where the text names none. */
  readonly offsetMinutes?: number;
  /** What follows could change the time (a zone's abbreviation, a word): it may not be taken. */
  readonly unsure: boolean;
}

type Groups = Partial<Record<string, string>>;

/** Every date with a time in a text, in the forms that Mexican institutes use; a day stands before its month. */
export function findWrittenTimes(text: string): readonly WrittenTime[] {
  return DATES_WITH_TIME.flatMap((form) =>
    [...text.matchAll(form)].map((match) => ({ at: match.index, time: written(text, match) })),
  )
    .sort((a, b) => a.at - b.at)
    .map(({ time }) => time);
}

function written(text: string, match: RegExpMatchArray & { index: number }): WrittenTime {
  const groups: Groups = match.groups ?? {};
  const cursor = new Cursor(text, match.index + match[0].length);
  const hour = hourOfDay(Number(groups.hour), cursor.take(HALF_OF_DAY)?.half);
  cursor.take(HOURS_WORD);
  const { offsetMinutes, end } = takeOffset(cursor, ISO_START.test(match[0]));
  const recognized = text.slice(match.index, cursor.at);
  const unsure = cursor.take(end) === undefined;
  return {
    // What follows is shown where it is what stands in the way.
    found: unsure ? lineOf(text.slice(match.index)) : recognized,
    year: Number(groups.year),
    month: monthOf(groups),
    day: Number(groups.day),
    hour,
    minute: Number(groups.minute),
    second: Number(groups.second ?? 0),
    ...(offsetMinutes === undefined ? {} : { offsetMinutes }),
    unsure,
  };
}

/** A line's beginning, as long as a message bears. */
function lineOf(text: string): string {
  return /^[^\r\n]{0,60}/.exec(text)?.[0] ?? '';
}

function monthOf({ month, name = '' }: Groups): number {
  return month === undefined ? (MONTHS.get(name.slice(0, 3).toLowerCase()) ?? NaN) : Number(month);
}

/** 12 a.m. is midnight, 12 p.m. noon. */
function hourOfDay(hour: number, half: string | undefined): number {
  if (half === undefined) return hour;
  if (hour < 1 || hour > 12) return NaN;
  return (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
}

interface TakenOffset {
  readonly offsetMinutes?: number;
  /** What must follow. */
  readonly end: RegExp;
}

function takeOffset(cursor: Cursor, isIso: boolean): TakenOffset {
  const named = cursor.take(NAMED_OFFSET);
  if (named !== undefined) return { offsetMinutes: minutesEast(named), end: WORD_END };
  if (cursor.take(UTC) !== undefined) return { offsetMinutes: 0, end: END };
  const bare = isIso ? cursor.take(ISO_OFFSET) : undefined;
  return bare === undefined ? { end: END } : { offsetMinutes: minutesEast(bare), end: END };
}

/** NaN for an offset that no place on Earth has. */
function minutesEast({ sign, hours, minutes = '0' }: Groups): number {
  const minutesOff = Number(hours) * 60 + Number(minutes);
  if (minutesOff > FARTHEST_OFFSET_MINUTES || Number(minutes) > 59) return NaN;
  return sign === '+' ? minutesOff : -minutesOff;
}

/** Takes one part after the other off a text. */
class Cursor {
  constructor(
    readonly text: string,
    public at: number,
  ) {}

  /** The named groups of a sticky expression that matches here; `undefined` where it does not. */
  take(part: RegExp): Groups | undefined {
    part.lastIndex = this.at;
    const match = part.exec(this.text);
    if (match === null) return undefined;
    this.at = part.lastIndex;
    return match.groups ?? {};
  }
}
