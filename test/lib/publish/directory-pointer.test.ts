import {
  mkdirSync,
  readdirSync,
  readlinkSync,
  renameSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Pointer } from '../../../lib/edge/pointer.js';
import { DirectoryPointer } from '../../../lib/publish/directory-pointer.js';
import { useTemporaryDirectory } from '../../support/temporary-directory.js';

const EARLIER = { state: 'live', generation: '20240603T030000Z-00000001' } as const;
const LATER = { state: 'live', generation: '20240603T032000Z-00000002' } as const;

describe('DirectoryPointer', () => {
  const root = useTemporaryDirectory();
  const moves = (): string => join(root(), 'moves');

  const pointer = (): DirectoryPointer => {
    for (const name of ['moves', 'scratch']) mkdirSync(join(root(), name), { recursive: true });
    return new DirectoryPointer(
      { root: root(), moves: moves(), scratch: join(root(), 'scratch') },
      () => new Date('2027-06-07T03:00:00Z'),
    );
  };
  const followed = (): string => readlinkSync(join(root(), 'live'));

  it('keeps each move, numbered', async () => {
    const directory = pointer();
    await directory.move(EARLIER, await directory.read());
    await directory.move(LATER, await directory.read());
    expect(readdirSync(moves()).sort()).toEqual(['00000001.json', '00000002.json']);
    expect((await directory.read()).version).toBe('00000002');
  });

  it('makes no link before the first move', async () => {
    expect((await pointer().read()).pointer).toEqual({ state: 'closed' });
    expect(readdirSync(root()).sort()).toEqual(['moves', 'scratch']);
  });

  it('leads readers through one relative symlink, for each state of the pointer', async () => {
    const directory = pointer();
    const targets: string[] = [];
    for (const to of [EARLIER, { state: 'notice' }, { state: 'closed' }] as const) {
      await directory.move(to, await directory.read());
      targets.push(followed());
    }
    expect(targets).toEqual([`cuts/${EARLIER.generation}`, 'pages/notice', 'pages/closed']);
    expect(readdirSync(join(root(), 'pages')).sort()).toEqual(['closed', 'notice']);
  });

  it('repairs the link of a process that died between its move and the link', async () => {
    const directory = pointer();
    await directory.move(EARLIER, await directory.read());
    writeFileSync(join(moves(), '00000002.json'), JSON.stringify(LATER));
    expect(followed()).toBe(`cuts/${EARLIER.generation}`);
    expect((await directory.read()).pointer).toEqual(LATER);
    expect(followed()).toBe(`cuts/${LATER.generation}`);
  });

  it('brings the link forward again after a paused process set it back', async () => {
    const directory = pointer();
    await directory.move(EARLIER, await directory.read());
    await directory.move(LATER, await directory.read());
    symlinkSync(`cuts/${EARLIER.generation}`, join(root(), 'scratch', 'late'));
    renameSync(join(root(), 'scratch', 'late'), join(root(), 'live'));
    await directory.read();
    expect(followed()).toBe(`cuts/${LATER.generation}`);
  });

  it('knows when it left a cut, by the time of the move, and forgets it when it comes back', async () => {
    const directory = pointer();
    const at = (minute: number): Date => new Date(Date.UTC(2027, 5, 7, 3, minute));
    const moveAt = async (minute: number, to: Pointer): Promise<void> => {
      await directory.move(to, await directory.read());
      const newest = readdirSync(moves()).sort().at(-1) ?? '';
      utimesSync(join(moves(), newest), at(minute), at(minute));
    };
    expect(await directory.departures()).toEqual(new Map());
    await moveAt(0, EARLIER);
    await moveAt(5, { state: 'notice', generation: EARLIER.generation });
    expect(await directory.departures()).toEqual(new Map());
    await moveAt(20, LATER);
    expect(await directory.departures()).toEqual(new Map([[EARLIER.generation, at(20)]]));
    await moveAt(25, EARLIER);
    expect(await directory.departures()).toEqual(new Map([[LATER.generation, at(25)]]));
    await moveAt(30, { state: 'closed' });
    expect((await directory.departures()).get(EARLIER.generation)).toEqual(at(30));
  });

  it('passes over a damaged move when it looks back', async () => {
    const directory = pointer();
    await directory.move(EARLIER, await directory.read());
    writeFileSync(join(moves(), '00000002.json'), '');
    writeFileSync(join(moves(), '00000003.json'), JSON.stringify(LATER));
    expect([...(await directory.departures()).keys()]).toEqual([EARLIER.generation]);
  });

  it('refuses a pointer that nobody of ours has written', async () => {
    const directory = pointer();
    writeFileSync(join(moves(), '00000001.json'), '{"state":"live","generation":"../../etc"}');
    await expect(directory.read()).rejects.toMatchObject({ code: 'POINTER_UNREADABLE' });
  });
});
