import { embeddedMetrics } from '../../../lib/sync/embedded-metrics.js';
import {
  CUT_AGE_SECONDS,
  CUTS_PUBLISHED,
  PUBLISHED_BYTES,
  SYNC_FAILURES,
} from '../../../lib/worker-metrics.js';

const AT = new Date('2027-06-07T03:20:00Z');

describe('embeddedMetrics', () => {
  it('is one line in CloudWatch’s Embedded Metric Format', () => {
    const line = embeddedMetrics('prep.example.mx', AT, {
      [CUT_AGE_SECONDS]: 330,
      [CUTS_PUBLISHED]: 1,
      [SYNC_FAILURES]: 0,
      [PUBLISHED_BYTES]: 1234,
    });
    expect(line).not.toContain('\n');
    expect(JSON.parse(line)).toEqual({
      _aws: {
        Timestamp: AT.getTime(),
        CloudWatchMetrics: [
          {
            Namespace: 'Difusor',
            Dimensions: [['Site']],
            Metrics: [
              { Name: 'CutAgeSeconds', Unit: 'Seconds' },
              { Name: 'CutsPublished', Unit: 'Count' },
              { Name: 'SyncFailures', Unit: 'Count' },
              { Name: 'PublishedBytes', Unit: 'Bytes' },
            ],
          },
        ],
      },
      Site: 'prep.example.mx',
      CutAgeSeconds: 330,
      CutsPublished: 1,
      SyncFailures: 0,
      PublishedBytes: 1234,
    });
  });

  it('declares only what was measured', () => {
    const { _aws: aws, ...rest } = JSON.parse(embeddedMetrics('s', AT, { [SYNC_FAILURES]: 1 })) as {
      _aws: { CloudWatchMetrics: { Metrics: unknown[] }[] };
    };
    expect(aws.CloudWatchMetrics[0]?.Metrics).toEqual([{ Name: 'SyncFailures', Unit: 'Count' }]);
    expect(rest).toEqual({ Site: 's', SyncFailures: 1 });
  });
});
