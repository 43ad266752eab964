/** CloudWatch namespace of everything that the worker measures. */
export const METRIC_NAMESPACE = 'Difusor';

/** The one dimension: which site the worker keeps. */
export const SITE_DIMENSION = 'Site';

/** Seconds since the time of the cut that readers get; before the opening 0, after it without a cut since the opening. */
export const CUT_AGE_SECONDS = 'CutAgeSeconds';

/** 1 where a run gave readers a new cut, else 0. */
export const CUTS_PUBLISHED = 'CutsPublished';

/** 1 where a run was refused or failed, else 0; a source without a new cut is no failure. */
export const SYNC_FAILURES = 'SyncFailures';

/** Bytes sent to the store for a published or held cut; files copied inside the store cost none. */
export const PUBLISHED_BYTES = 'PublishedBytes';

/** Each metric with its CloudWatch unit. */
export const METRIC_UNITS = {
  [CUT_AGE_SECONDS]: 'Seconds',
  [CUTS_PUBLISHED]: 'Count',
  [SYNC_FAILURES]: 'Count',
  [PUBLISHED_BYTES]: 'Bytes',
} as const;

export type MetricName = keyof typeof METRIC_UNITS;
