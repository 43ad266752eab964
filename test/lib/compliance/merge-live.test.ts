import { liveFactsSchema, mergeLive } from '../../../lib/compliance/index.js';
import {
  awsFacts,
  liveFacts,
  liveFront,
  liveHost,
  livePage,
  port,
  seen,
  unaskedFacts,
  unseen,
} from './live-builder.js';

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

  test.each([
    ['first', [liveFacts(), unaskedFacts()]],
    ['second', [unaskedFacts(), liveFacts()]],
  ] as const)('keeps what only the %s of them asked', (_which, [first, second]) => {
    expect(mergeLive(first, second)).toMatchObject({
      framing: { value: { allowed: true } },
      fronts: { value: [] },
      official: 'https://prep.example.net/',
      expectedCuts: 97,
      hosts: [
        {
          official: { value: 200 },
          web: { redirect: { value: { status: 301 } }, missing: { value: 404 }, page: { value: livePage() } },
        },
      ],
    });
  });

  it('leads where the last look says, and not where a record once led', () => {
    const dead = { address: '2001:db8::9', https: seen<'silent'>('silent', EARLY) };
    const before = liveFacts({}, { fronts: seen([dead], EARLY) });
    const after = liveFacts({}, { fronts: seen([], LATE) });
    expect(mergeLive(before, after).fronts).toEqual(after.fronts);
    expect(mergeLive(after, before).fronts).toEqual(after.fronts);
  });

  it('keeps of an address what was measured where the later look had no way to it', () => {
    const [front] = [liveFront('2001:db8:30::1')];
    const untried = { address: '2001:db8:30::1', https: unseen('refused', LATE) };
    const later = { ...awsFacts(), fronts: seen([untried], LATE) };
    expect(mergeLive(awsFacts([front]), later).fronts).toMatchObject({ value: [front] });
    const known = { ...awsFacts(), fronts: seen([untried], EARLY) };
    expect(mergeLive(known, awsFacts([front])).fronts).toMatchObject({ value: [front] });
  });

  it('takes of an address the later measurement, dead or alive', () => {
    const gone = { address: '2001:db8:30::1', https: seen<'refused'>('refused', LATE) };
    const later = { ...awsFacts(), fronts: seen([gone], LATE) };
    expect(mergeLive(awsFacts([liveFront('2001:db8:30::1')]), later).fronts).toEqual(later.fronts);
  });
});
