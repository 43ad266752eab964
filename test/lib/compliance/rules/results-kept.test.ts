import { resultsKept } from '../../../../lib/compliance/rules/results-kept.js';
import { evaluate, texts } from '../evaluate.js';
import { distribution, HOLE, siteBucket } from '../facts-builder.js';

const HOLD = { holdUntil: { at: '2030-06-12T23:59:59-07:00', clause: 'I' } };
const expiring = (days: number | typeof HOLE, prefix: string | typeof HOLE = 'cuts/') => ({
  buckets: [siteBucket({ expiration: [{ prefix, days }] })],
});

describe('results-kept', () => {
  test('is met where nothing expires', () => {
    expect(texts(evaluate(resultsKept, {}, HOLD))).toEqual(['results-kept.for-good']);
  });

  test('wants a day more than from the opening to the end of the publication', () => {
    // From 20:00 on 2 June to the end of 12 June are 10 days and 4 hours.
    expect(evaluate(resultsKept, expiring(12), HOLD)).toMatchObject({
      outcome: 'met',
      evidence: [{ params: { needed: 12 } }],
    });
    expect(evaluate(resultsKept, expiring(11), HOLD)).toMatchObject({
      outcome: 'breached',
      evidence: [{ params: { days: 11, needed: 12, folder: 'cuts/' }, resource: 'site/Bucket' }],
    });
  });

  test('counts to the last cut where the call does not say until when results stay', () => {
    expect(evaluate(resultsKept, expiring(2)).outcome).toBe('met');
    expect(evaluate(resultsKept, expiring(1)).outcome).toBe('breached');
  });

  test('does not apply where the call gives neither', () => {
    expect(texts(evaluate(resultsKept, expiring(1), { closing: null }))).toEqual(['results-kept.silent']);
  });

  test('judges a rule whose folder it can not read as one of the whole site', () => {
    expect(evaluate(resultsKept, expiring(1, HOLE), HOLD)).toMatchObject({
      outcome: 'breached',
      evidence: [{ params: { folder: '?' } }],
    });
  });

  test('lets a bucket expire that is not served', () => {
    const log = siteBucket({ resource: 'site/Logs', expiration: [{ prefix: '', days: 1 }] });
    expect(evaluate(resultsKept, { buckets: [siteBucket(), log] }, HOLD).outcome).toBe('met');
  });

  test('is undetermined where the days can not be read, and where the bucket can not', () => {
    expect(evaluate(resultsKept, expiring(HOLE), HOLD).outcome).toBe('undetermined');
    const origin = { id: 'site', kind: 's3', bucket: HOLE, originAccessControl: true } as const;
    const distributions = [distribution({ origins: [origin] })];
    expect(evaluate(resultsKept, { distributions }, HOLD).outcome).toBe('undetermined');
  });

  test('is breached where the bucket is not of the stacks, and without a distribution', () => {
    expect(texts(evaluate(resultsKept, { buckets: [] }, HOLD))).toEqual(['no-bucket']);
    expect(texts(evaluate(resultsKept, { distributions: [] }, HOLD))).toEqual(['no-site']);
  });
});
