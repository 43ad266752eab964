import type { AwsPlan } from '../../lib/config/index.js';

const DAY_MS = 86_400_000;
const DAY_HOURS = 24;

/** Days after the end of the publication in which a cut still stands: time to write the report, and to notice. */
const MARGIN_DAYS = 7;

/**
 * Days after which a cut may leave the site's bucket; `undefined` where it has to stay.
 *
 * A rule of S3 knows an object's age and not which cut is live. The live one may be the last for days, so none may be
 * younger than the time from the first start of the worker to the day until which the call wants results in view. Where
 * nobody asked for a retention, or the call names no such day, nothing leaves.
 * @see bcs-2024 V.a.2
 */
export function cutLifeDays({ convocatoria, worker }: AwsPlan): number | undefined {
  const { holdUntil } = convocatoria;
  const { windows, retentionHours } = worker;
  if (retentionHours === undefined || holdUntil === null) return undefined;
  const from = Math.min(...windows.map((window) => Date.parse(window.from)));
  const until = Math.max(Date.parse(holdUntil.at), ...windows.map((window) => Date.parse(window.until)));
  const inView = Math.ceil((until - from) / DAY_MS) + MARGIN_DAYS;
  return Math.max(inView, Math.ceil(retentionHours / DAY_HOURS));
}
