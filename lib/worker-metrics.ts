/** CloudWatch namespace of everything that the worker measures. */
export const METRIC_NAMESPACE = 'Difusor';

/** The one dimension: which site the worker keeps. */
export const SITE_DIMENSION = 'Site';

/** Seconds since the time of the cut that readers get; before the opening 0, after it without a cut since the opening. */
export const CUT_AGE_SECONDS = 'CutAgeSeconds';

/** Seconds for which we have failed to ask, to take or to publish; 0 while it is only the institute that has no newer cut. */
export const PUBLISH_LAG_SECONDS = 'PublishLagSeconds';

/** 1 where the site, seen from outside after a flip, was not the cut that was published, else 0. */
export const OUTSIDE_FAILURES = 'OutsideFailures';

/** 1 where a run gave readers a new cut, else 0. */
export const CUTS_PUBLISHED = 'CutsPublished';

/** 1 where a run was refused or failed, else 0; a source without a new cut is no failure. */
export const SYNC_FAILURES = 'SyncFailures';

/** Bytes sent to the store for a published or held cut; files copied inside the store cost none. */
export const PUBLISHED_BYTES = 'PublishedBytes';

/** Each metric with its CloudWatch unit. */
export const METRIC_UNITS = {
  [CUT_AGE_SECONDS]: 'Seconds',
  [PUBLISH_LAG_SECONDS]: 'Seconds',
  [CUTS_PUBLISHED]: 'Count',
  [SYNC_FAILURES]: 'Count',
  [PUBLISHED_BYTES]: 'Bytes',
  [OUTSIDE_FAILURES]: 'Count',
} as const;

export type MetricName = keyof typeof METRIC_UNITS;
