import { createHash } from 'node:crypto';
import fc from 'fast-check';
import {
  assertFits,
  chainLine,
  eventOf,
  GENESIS,
  MAX_LINE_BYTES,
  readLine,
} from '../../../lib/journal/journal-entry.js';
import { FUZZ_RUNS } from '../../support/fuzz-runs.js';
import { EVENTS, LATER } from '../../support/journal-events.js';

jest.setTimeout(300_000 + 20 * FUZZ_RUNS);

const AT = new Date('2024-06-03T03:00:00.250Z');
const [FIRST] = EVENTS.map((event) => chainLine({ event, at: AT }, GENESIS).line);

describe('chainLine', () => {
  it('numbers, dates and chains, and hashes the line as it is without the hash', () => {
    const head = { seq: 41, hash: 'c'.repeat(64) };
    const { line, seq, hash } = chainLine(
      { event: { event: 'taken-away', generation: LATER }, at: AT },
      head,
    );
    expect(seq).toBe(42);
    const body = `{"seq":42,"at":"2024-06-03T03:00:00.250Z","event":"taken-away","generation":"${LATER}","prev":"${head.hash}"}`;
    expect(hash).toBe(createHash('sha256').update(body).digest('hex'));
    expect(line).toBe(`${body.slice(0, -1)},"hash":"${hash}"}`);
  });
});

describe('readLine', () => {
  test.each(EVENTS.map((event) => [event.event, event] as const))(
    'gives a %s back as it was',
    (_name, event) => {
      const { entry } = readLine(Buffer.from(chainLine({ event, at: AT }, GENESIS).line));
      expect(entry).toMatchObject({ seq: 1, at: AT.toISOString(), prev: GENESIS.hash });
      expect(entry === undefined ? undefined : eventOf(entry)).toEqual(event);
    },
  );

  it('keeps the chain of a version that knows more events', () => {
    const body = `{"seq":1,"at":"2027-06-06T00:00:00Z","event":"sung","song":"x","prev":"${GENESIS.hash}"}`;
    const hash = createHash('sha256').update(body).digest('hex');
    const { entry } = readLine(Buffer.from(`${body.slice(0, -1)},"hash":"${hash}"}`));
    expect(entry).toMatchObject({ event: 'sung' });
    expect(entry === undefined ? null : eventOf(entry)).toBeUndefined();
  });

  it('finds any byte that was changed', () => {
    const line = Buffer.from(FIRST ?? '');
    const change = fc.record({
      at: fc.nat({ max: line.length - 1 }),
      to: fc.integer({ min: 0, max: 255 }),
    });
    fc.assert(
      fc.property(change, ({ at, to }) => {
        fc.pre(line[at] !== to);
        const changed = Buffer.from(line);
        changed[at] = to;
        expect(readLine(changed).entry).toBeUndefined();
      }),
      { numRuns: FUZZ_RUNS, seed: 7 },
    );
  });

  it('takes any bytes, and throws nothing', () => {
    const json = fc.json().map((text) => Buffer.from(text));
    const bytes = fc.uint8Array({ maxLength: 300 }).map((array) => Buffer.from(array));
    fc.assert(
      fc.property(fc.oneof(json, bytes), (line) => {
        expect(readLine(line)).toEqual({ fault: 'unreadable' });
      }),
      { numRuns: FUZZ_RUNS, seed: 7 },
    );
  });

  it('tells a changed entry from what is none', () => {
    expect(readLine(Buffer.from((FIRST ?? '').replace('prep.example', 'prep.elsewh')))).toEqual({
      fault: 'hash',
    });
    expect(readLine(Buffer.from('{}'))).toEqual({ fault: 'unreadable' });
  });
});

describe('assertFits', () => {
  it('refuses an event that could not be read again', () => {
    const event = {
      event: 'failed',
      code: 'INTERNAL',
      params: { reason: 'x'.repeat(MAX_LINE_BYTES) },
    } as const;
    expect(() => assertFits(event)).toThrow(expect.objectContaining({ code: 'INTERNAL' }));
    expect(() => assertFits({ ...event, params: { reason: 'x'.repeat(1000) } })).not.toThrow();
  });
});
