import { NothingDone, writtenDown } from '../../../lib/cli/written-order.js';
import { DifusorError } from '../../../lib/errors.js';
import { MemoryJournal, OPERATIONS, type Journal } from '../../../lib/journal/index.js';
import type { PointerChange } from '../../../lib/publish/index.js';

const ID = '20270607T030000Z-1a2b3c4d';
const LED: PointerChange = { from: { state: 'closed' }, to: { state: 'live', generation: ID }, moved: true };
const LOCKED = new DifusorError('JOURNAL_LOCKED', { path: 'journal' });
const ORDER = { operation: 'rollback', reason: 'por orden' } as const;

describe('writtenDown', () => {
  let steps: string[];
  beforeEach(() => {
    steps = [];
  });
  const move =
    (change = LED) =>
    (): Promise<PointerChange> => {
      steps.push('move');
      return Promise.resolve(change);
    };
  const opening = (journal: Journal) => (): Promise<Journal> => {
    steps.push('open');
    return Promise.resolve(journal);
  };

  it('opens the journal before it moves anything', async () => {
    const journal = new MemoryJournal(() => new Date(0));
    expect(await writtenDown(ORDER, opening(journal), move())).toEqual({ change: LED });
    expect(steps).toEqual(['open', 'move']);
    expect(journal.events).toEqual([{ event: 'operated', ...ORDER, from: undefined, to: ID }]);
  });

  it('writes nothing down where nothing moved', async () => {
    const journal = new MemoryJournal(() => new Date(0));
    await writtenDown(ORDER, opening(journal), move({ ...LED, moved: false }));
    expect(journal.events).toEqual([]);
  });

  it.each(OPERATIONS)(
    'without a journal carries out what hides results and nothing else: %s',
    async (operation) => {
      const order = writtenDown({ ...ORDER, operation }, () => Promise.reject(LOCKED), move());
      if (operation === 'close' || operation === 'notice-on') {
        expect(await order).toEqual({ change: LED, unwritten: LOCKED });
      } else {
        await expect(order).rejects.toBeInstanceOf(NothingDone);
        await expect(order).rejects.toMatchObject({ cause: LOCKED });
      }
      expect(steps).toEqual(operation === 'close' || operation === 'notice-on' ? ['move'] : []);
    },
  );

  it('tells that a journal which opened did not take the order', async () => {
    const journal = new MemoryJournal(() => new Date(0));
    journal.commit = () => Promise.reject(LOCKED);
    expect(await writtenDown(ORDER, opening(journal), move())).toEqual({ change: LED, unwritten: LOCKED });
  });

  it('lets through why nothing moved', async () => {
    const failure = new DifusorError('NOTHING_TO_ROLL_BACK');
    const order = writtenDown(ORDER, opening(new MemoryJournal(() => new Date(0))), () =>
      Promise.reject(failure),
    );
    await expect(order).rejects.toBe(failure);
  });
});
