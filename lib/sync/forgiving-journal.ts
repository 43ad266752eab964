import { failureOf } from '../failure.js';
import { isDifusorError } from '../errors.js';
import type { Journal } from '../journal/index.js';
import type { SyncLog } from './sync-log.js';

/**
 * A journal whose failures are logged and go no further: on election night the cut goes before its record, which the
 * log holds as well.
 */
export function forgivingJournal(journal: Journal, log: SyncLog): Journal {
  const forgive = async <T>(call: () => Promise<T>, otherwise: T): Promise<T> => {
    try {
      return await call();
    } catch (error) {
      const code = isDifusorError(error) ? error.code : 'INTERNAL';
      log.error({ code, reason: failureOf(error).message }, 'journal not written');
      return otherwise;
    }
  };
  return {
    record: (event) => forgive(() => journal.record(event), undefined),
    commit: () => forgive(() => journal.commit(), undefined),
    arrivalsOf: (generation, place) => forgive(() => journal.arrivalsOf(generation, place), new Map()),
    lastGap: () => forgive(() => journal.lastGap(), undefined),
    receivedAs: (sha256) => forgive(() => journal.receivedAs(sha256), undefined),
  };
}
