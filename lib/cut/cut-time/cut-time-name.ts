import { readLocalTime } from './cut-time-instant.js';
import { cutTimeUnknown } from './cut-time-unknown.js';

/** How the packages of PREP are named. */
const ARCHIVE_NAME_PATTERN = 'YYYYMMDD_HHMM_PREP…';

const ARCHIVE_NAME = /^(\d{4})(\d{2})(\d{2})_(\d{2})(\d{2})_PREP/;

/**
 * The time in an archive's name, in an IANA zone.
 * @throws CUT_TIME_UNKNOWN when the name does not follow the pattern, or the zone had that time never or twice
 */
export function readArchiveName(name: string, zone: string): Date {
  const match = ARCHIVE_NAME.exec(name);
  if (match === null) throw cutTimeUnknown(name, 'name', ARCHIVE_NAME_PATTERN);
  const [year = NaN, month = NaN, day = NaN, hour = NaN, minute = NaN] = match.slice(1).map(Number);
  const read = readLocalTime({ year, month, day, hour, minute, second: 0 }, zone);
  if (read instanceof Date) return read;
  throw cutTimeUnknown(name, read, ARCHIVE_NAME_PATTERN, match[0]);
}
