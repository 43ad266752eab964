import { DateTime } from 'luxon';
import { DifusorError } from '../errors.js';

/** How the packages of PREP are named. */
export const ARCHIVE_NAME_PATTERN = 'YYYYMMDD_HHMM_PREP…';

/** Minutes that a cut may be ahead of the clock before it counts as one from the future. */
export const FUTURE_TOLERANCE_MINUTES = 5;

const ARCHIVE_NAME = /^(\d{4})(\d{2})(\d{2})_(\d{2})(\d{2})_PREP/;
const MINUTE_MS = 60_000;

/** Where the time of a cut is read. */
export interface CutTimeRule {
  readonly from: 'archive-name' | 'arrival';
  /** IANA zone of the times in archive names. */
  readonly zone: string;
}

/**
 * The instant to which a package's results belong, to the second.
 * @throws CUT_TIME_UNKNOWN when the name does not follow the pattern, or names a time that the zone never had
 * @throws CUT_FROM_THE_FUTURE when it is more than 5 minutes ahead of `arrivedAt`
 */
export function readCutTime(rule: CutTimeRule, name: string, arrivedAt: Date): Date {
  if (rule.from === 'arrival') return new Date(Math.floor(arrivedAt.getTime() / 1000) * 1000);
  const cutTime = fromArchiveName(name, rule.zone);
  const minutes = (cutTime.getTime() - arrivedAt.getTime()) / MINUTE_MS;
  if (minutes <= FUTURE_TOLERANCE_MINUTES) return cutTime;
  throw new DifusorError('CUT_FROM_THE_FUTURE', {
    cutTime: cutTime.toISOString(),
    minutes: Math.ceil(minutes),
  });
}

function fromArchiveName(name: string, zone: string): Date {
  const [year, month, day, hour, minute] = (ARCHIVE_NAME.exec(name) ?? []).slice(1).map(Number);
  const read = DateTime.fromObject({ year, month, day, hour, minute }, { zone });
  // luxon moves a time that a clock change skipped; such a time in a name is somebody's mistake.
  if (year !== undefined && read.isValid && read.hour === hour && read.minute === minute)
    return read.toJSDate();
  throw new DifusorError('CUT_TIME_UNKNOWN', { name, pattern: ARCHIVE_NAME_PATTERN });
}
