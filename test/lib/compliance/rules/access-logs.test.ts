import { accessLogs } from '../../../../lib/compliance/rules/access-logs.js';
import { evaluate, texts } from '../evaluate.js';
import { distribution, HOLE } from '../facts-builder.js';

const [LOG] = distribution().accessLogs;

describe('access-logs', () => {
  test('is met where logs are kept for good', () => {
    expect(texts(evaluate(accessLogs))).toEqual(['access-logs.for-good']);
  });

  test('wants 30 days more than from the opening to the end of the statistics', () => {
    const kept = (retentionDays: number) =>
      evaluate(accessLogs, { distributions: [distribution({ accessLogs: [{ ...LOG!, retentionDays }] })] });
    // From 20:00 on 2 June to the end of 12 June are 10 days and 4 hours.
    expect(kept(41)).toMatchObject({ outcome: 'met', evidence: [{ params: { days: 41, needed: 41 } }] });
    expect(kept(40).outcome).toBe('breached');
  });

  test('is met by one good delivery of several', () => {
    const logs = [{ ...LOG!, retentionDays: 1 }, LOG!];
    expect(evaluate(accessLogs, { distributions: [distribution({ accessLogs: logs })] }).outcome).toBe('met');
  });

  test('is breached without logs, and without a distribution', () => {
    expect(texts(evaluate(accessLogs, { distributions: [distribution({ accessLogs: [] })] }))).toEqual([
      'access-logs.none',
    ]);
    expect(texts(evaluate(accessLogs, { distributions: [] }))).toEqual(['no-site']);
  });

  test('does not apply where the call asks for no statistics', () => {
    expect(evaluate(accessLogs, {}, { statistics: null }).outcome).toBe('not-applicable');
  });

  test('is undetermined where the retention can not be read', () => {
    const logs = [{ ...LOG!, retentionDays: HOLE }];
    expect(evaluate(accessLogs, { distributions: [distribution({ accessLogs: logs })] }).outcome).toBe(
      'undetermined',
    );
  });
});
