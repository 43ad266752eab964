import { DifusorError } from '../../errors.js';
import type { CutTimeSettings } from '../../worker-settings.js';
import { readFileTime } from './cut-time-file.js';
import { readArchiveName } from './cut-time-name.js';
import type { OpenedPackage } from '../archive/opened-package.js';
import { shelfOfPackage } from '../content/package-file-shelf.js';

/** Minutes that a cut may be ahead of the clock before it counts as one from the future. */
export const FUTURE_TOLERANCE_MINUTES = 5;

const MINUTE_MS = 60_000;

/** Where the time of a cut is read, and as what. */
export interface CutTimeRule {
  readonly cutTime: CutTimeSettings;
  /** IANA zone of a time that comes without an offset. */
  readonly zone: string;
}

/**
 * The instant to which a package's results belong, to the second. The package is opened only where the time stands in it.
 * @throws CUT_TIME_UNKNOWN when it can't be told, and rather than guess: two different times, a time that the zone never
 *   had, or had twice and that has no offset
 * @throws CUT_FROM_THE_FUTURE when it is more than 5 minutes ahead of `arrivedAt`; the codes of `open` and of its reader
 */
export async function readCutTime(
  { cutTime, zone }: CutTimeRule,
  name: string,
  open: () => Promise<Pick<OpenedPackage, 'paths' | 'read'>>,
  arrivedAt: Date,
): Promise<Date> {
  if (cutTime.from === 'arrival') return toSecond(arrivedAt);
  const read =
    cutTime.from === 'archive-name'
      ? readArchiveName(name, zone)
      : await readFileTime(cutTime, zone, name, shelfOfPackage(await open()));
  return toSecond(notFromTheFuture(read, arrivedAt));
}

function notFromTheFuture(cutTime: Date, arrivedAt: Date): Date {
  const minutes = (cutTime.getTime() - arrivedAt.getTime()) / MINUTE_MS;
  if (minutes <= FUTURE_TOLERANCE_MINUTES) return cutTime;
  throw new DifusorError('CUT_FROM_THE_FUTURE', {
    cutTime: cutTime.toISOString(),
    minutes: Math.ceil(minutes),
  });
}

function toSecond(instant: Date): Date {
  return new Date(Math.floor(instant.getTime() / 1000) * 1000);
}
