import { verifyLines } from '../../../lib/journal/index.js';
import { S3OrderJournal } from '../../../lib/cli/s3-order-journal.js';
import { EARLIER, EVENTS } from '../../support/journal-events.js';
import { S3Double } from '../../support/s3-double.js';

const NOW = new Date('2027-06-07T03:05:00.000Z');
const ORDER = EVENTS.find(({ event }) => event === 'operated')!;

describe('S3OrderJournal', () => {
  const s3 = new S3Double();
  let journal: S3OrderJournal;

  beforeEach(async () => {
    await s3.start();
    s3.objects.clear();
    s3.requests.length = 0;
    journal = new S3OrderJournal({ s3: s3.client(), bucket: 'site', clock: () => NOW });
  });
  afterEach(() => s3.stop());
  const keys = (): string[] => [...s3.objects.keys()];

  it('writes one object for a commit: the entries, chained', async () => {
    await journal.record(ORDER);
    await journal.record({ event: 'taken-away', generation: EARLIER });
    expect(keys()).toEqual([]);
    await journal.commit();
    expect(keys()).toEqual([
      expect.stringMatching(/^site\/state\/orders\/2027-06-07T03:05:00\.000Z-[0-9a-f-]{36}\.jsonl$/),
    ]);
    const { content, contentType } = s3.objects.get(keys()[0] ?? '')!;
    const lines = content.toString().trimEnd().split('\n');
    expect(contentType).toBe('application/jsonl');
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ ...ORDER, at: NOW.toISOString() });
    expect(verifyLines(lines)).toMatchObject({ entries: 2, breaks: [] });
  });

  it('begins anew after a commit, and replaces none that is there', async () => {
    for (let order = 0; order < 2; order += 1) {
      await journal.record(ORDER);
      await journal.commit();
    }
    expect(new Set(keys()).size).toBe(2);
    for (const { content } of s3.objects.values()) {
      expect(content.toString().trimEnd().split('\n')).toHaveLength(1);
    }
  });

  it('asks nothing of the bucket where there is nothing to write', async () => {
    await journal.commit();
    expect(s3.requests).toEqual([]);
    expect(await journal.arrivalsOf()).toEqual(new Map());
  });

  it('says so where the bucket refuses it, and keeps what it had to write', async () => {
    s3.failures.push({ method: 'PUT', key: /orders/, status: 403, code: 'AccessDenied' });
    await journal.record(ORDER);
    await expect(journal.commit()).rejects.toMatchObject({
      code: 'JOURNAL_WRITE_FAILED',
      params: { path: expect.stringContaining('state/orders/') as string, reason: 'AccessDenied' },
      retryable: true,
    });
    await journal.commit();
    expect(keys()).toHaveLength(1);
  });
});
