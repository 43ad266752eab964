import { cutTimeOf, generationOf } from '../../../lib/cut/generation.js';
import { GENERATION } from '../../../lib/edge/pointer.js';
import { thrownBy } from '../../support/thrown.js';

const SHA256 = '1a2b3c4d'.padEnd(64, '0');

describe('generationOf', () => {
  it('names the cut time in UTC to the second, and 8 digits of the digest', () => {
    const generation = generationOf(new Date('2024-06-02T19:00:00.900-06:00'), SHA256);
    expect(generation).toBe('20240603T010000Z-1a2b3c4d');
    expect(generation).toMatch(GENERATION);
  });

  it('sorts as the cuts do', () => {
    const times = ['2024-06-02T23:59:59Z', '2024-06-03T00:00:00Z', '2024-12-01T00:00:00Z'];
    const generations = times.map((time) => generationOf(new Date(time), SHA256));
    expect([...generations].sort()).toEqual(generations);
  });

  it('refuses a digest that is none', () => {
    expect(thrownBy(() => generationOf(new Date(0), 'not-hex'))).toMatchObject({ code: 'INTERNAL' });
  });
});

describe('cutTimeOf', () => {
  it('gives back the instant that went in', () => {
    const cutTime = new Date('2024-06-03T01:20:07Z');
    expect(cutTimeOf(generationOf(cutTime, SHA256))).toEqual(cutTime);
  });

  it('refuses what is no generation', () => {
    expect(thrownBy(() => cutTimeOf('20240603'))).toMatchObject({ code: 'INTERNAL' });
  });
});
