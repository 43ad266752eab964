import type { WorkerSettings } from '../../lib/worker-settings.js';
import { useTemporaryDirectory } from '../support/temporary-directory.js';
import { SETTINGS } from '../support/worker-settings.js';
import { timetable, type Offer } from './institute.js';
import { SimulatedProcess, type Fault, type FaultKind } from './process.js';
import { Random } from './random.js';
import { electionOf, World } from './world.js';

// Many runs, each with files of its own: long where the machine is busy.
jest.setTimeout(900_000);

const STABLE: readonly (readonly [string, Partial<WorkerSettings>])[] = [
  ['cuts alone', {}],
  ['stable files', { stablePrefixes: ['/actas/'] }],
];
const KINDS: readonly FaultKind[] = ['refused', 'landed', 'dies-before', 'dies-after', 'parked'];
/** More calls than a run makes. */
const BEYOND = 100;

/** Three cuts after the opening; the second meets the fault. */
class Scene {
  readonly world: World;
  readonly cuts: readonly [Offer, Offer, Offer];

  constructor(directory: string, change: Partial<WorkerSettings>) {
    const settings: WorkerSettings = { ...SETTINGS, ...change };
    const window = electionOf(settings.windows);
    const options = { opensAt: new Date(window.opensAt), periods: 4, periodMinutes: 20, zoneMinutes: -420 };
    const sound = timetable(new Random(7), options).filter(
      ({ bad, cutTime }) => bad === undefined && cutTime > options.opensAt,
    );
    const [first, second, third] = sound;
    if (first === undefined || second === undefined || third === undefined) throw new Error('too few cuts');
    this.cuts = [first, second, third];
    this.world = new World({ settings, offers: sound, directory });
  }

  /** One run of a new process, which is offered a cut. */
  async run(cut: Offer, faults: readonly Fault[] = []): Promise<SimulatedProcess> {
    const process = new SimulatedProcess();
    const begun = this.begin(process, cut, faults);
    await begun;
    return process;
  }

  begin(process: SimulatedProcess, cut: Offer, faults: readonly Fault[]): Promise<unknown> {
    this.world.offered = cut;
    this.world.now = new Date(cut.cutTime.getTime() + 6 * 60_000);
    process.beginRun(faults);
    return this.world.workerOf(process).runOnce();
  }
}

describe.each(STABLE)('a fault at every step of a publication, with %s', (_name, change) => {
  const directory = useTemporaryDirectory();

  it.each(KINDS.filter((kind) => kind !== 'parked'))(
    'is mended by the next run when a call %s',
    async (kind) => {
      for (let call = 1; call < BEYOND; call += 1) {
        const { world, cuts, ...scene } = bound(new Scene(directory(), change));
        await scene.run(cuts[0]);
        const { met } = await scene.run(cuts[1], [{ call, kind }]);
        await scene.run(cuts[1]);
        await world.assertShown(cuts[1]);
        world.assertArchived(cuts[1].generation);
        world.assertJournal();
        expect({ call, violations: world.site.violations }).toEqual({ call, violations: [] });
        if (met.length === 0) return expect(call).toBeGreaterThan(15);
      }
      throw new Error('the run never ended');
    },
  );

  it('never puts the older cut of a process that stood still over a newer one', async () => {
    for (let call = 1; call < BEYOND; call += 1) {
      const { world, cuts, ...scene } = bound(new Scene(directory(), change));
      await scene.run(cuts[0]);
      const still = new SimulatedProcess();
      const stands = new Promise<void>((resolve) => still.onPark(resolve));
      const run = scene.begin(still, cuts[1], [{ call, kind: 'parked' }]);
      await Promise.race([stands, run]);
      await scene.run(cuts[1]);
      await scene.run(cuts[2]);
      still.goOn();
      await run;
      await world.assertShown(cuts[2]);
      expect({ call, violations: world.site.violations }).toEqual({ call, violations: [] });
      if (still.met.length === 0) return expect(call).toBeGreaterThan(15);
    }
    throw new Error('the run never ended');
  });
});

function bound(scene: Scene): Pick<Scene, 'world' | 'cuts' | 'run' | 'begin'> {
  const { world, cuts } = scene;
  return { world, cuts, run: scene.run.bind(scene), begin: scene.begin.bind(scene) };
}
