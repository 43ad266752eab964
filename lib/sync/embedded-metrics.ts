import { METRIC_NAMESPACE, METRIC_UNITS, SITE_DIMENSION, type MetricName } from '../worker-metrics.js';

/** What one run measured; a metric that could not be taken is left out. */
export type Measurements = Partial<Readonly<Record<MetricName, number>>>;

/** A line in CloudWatch's Embedded Metric Format: written to standard output it becomes metrics, without any call. */
export function embeddedMetrics(site: string, at: Date, measured: Measurements): string {
  const names = Object.keys(METRIC_UNITS) as MetricName[];
  const metrics = names
    .filter((name) => measured[name] !== undefined)
    .map((name) => ({ Name: name, Unit: METRIC_UNITS[name] }));
  return JSON.stringify({
    _aws: {
      Timestamp: at.getTime(),
      CloudWatchMetrics: [{ Namespace: METRIC_NAMESPACE, Dimensions: [[SITE_DIMENSION]], Metrics: metrics }],
    },
    [SITE_DIMENSION]: site,
    ...measured,
  });
}
