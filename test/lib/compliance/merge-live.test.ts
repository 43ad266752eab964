import { liveFactsSchema, mergeLive } from '../../../lib/compliance/index.js';
import { liveFacts, liveHost, port, seen, unaskedFacts, unseen } from './live-builder.js';

const EARLY = '2030-05-19T15:00:00.000Z';
const LATE = '2030-05-19T17:00:00.000Z';

describe('mergeLive', () => {
  it('gives facts of the same shape', () => {
    const merged = mergeLive(liveFacts(), liveFacts());
    expect(merged).toEqual(liveFacts());
    expect(liveFactsSchema.safeParse(merged)).toMatchObject({ success: true });
  });

  test.each([
    ['a measurement over none, though that is later', seen(8, EARLY), unseen('refused', LATE), 8],
    ['a measurement over none, whichever comes first', unseen('refused', LATE), seen(8, EARLY), 8],
    ['the later of two', seen(4, EARLY), seen(8, LATE), 8],
    ['the later of two, whichever comes first', seen(8, LATE), seen(4, EARLY), 8],
  ])('keeps %s', (_what, first, second, value) => {
    const merged = mergeLive(liveFacts({ cores: first }), liveFacts({ cores: second }));
    expect(merged.hosts[0]?.cores).toMatchObject({ value });
  });

  it('keeps what was seen from either side, and of one side what was seen last', () => {
    const ports = [port('untrusted', 22, 'open', EARLY), port('trusted', 22, 'open', EARLY)];
    const later = [port('untrusted', 22, 'silent', LATE)];
    const merged = mergeLive(liveFacts({ ports }), liveFacts({ ports: later }));
    expect(merged.hosts[0]?.ports).toEqual([port('untrusted', 22, 'silent', LATE), ports[1]]);
  });

  it('keeps the hosts of both, by name', () => {
    const other = { ...liveFacts(), hosts: [liveHost({ name: 'dos' })] };
    expect(mergeLive(liveFacts(), other).hosts.map(({ name }) => name)).toEqual(['uno', 'dos']);
  });

  it('keeps what only one of them asked', () => {
    expect(mergeLive(liveFacts(), unaskedFacts())).toMatchObject({
      framing: { value: { allowed: true } },
      expectedCuts: 97,
      hosts: [{ official: { value: 200 } }],
    });
  });
});
