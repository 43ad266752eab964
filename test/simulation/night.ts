import { ERROR_CODES } from '../../lib/errors.js';
import type { SyncOutcome, SyncWorker } from '../../lib/sync/index.js';
import type { WorkerSettings, WorkerWindow } from '../../lib/worker-settings.js';
import { SETTINGS } from '../support/worker-settings.js';
import { changesTimetable, timetable, type Offer } from './institute.js';
import { SimulatedProcess, type Fault, type FaultKind } from './process.js';
import { Random } from './random.js';
import type { Violation } from './watched-site.js';
import { electionOf, World, type Order, type WorldOptions } from './world.js';

const MINUTE_MS = 60_000;
const POLL_MINUTES = 5;
const PERIOD_MINUTES = 20;
/** Polls of two periods. */
const TWO_PERIODS = (2 * PERIOD_MINUTES) / POLL_MINUTES;
const ZONE_MINUTES = -7 * 60;
/** A run of the small site makes about this many calls; a fault may fall on any of them, or on none. */
const MOST_CALLS = 40;
/** As many packages may wait at once. */
const MOST_RUNS = 40;
const INBOX = { kind: 'inbox', path: 'simulated', form: 'archive', complete: { when: 'rename' } } as const;
const ORDERS: readonly Order[] = ['rollback', 'notice-on', 'notice-off', 'close', 'open'];
const FAULTS: readonly FaultKind[] = ['refused', 'landed', 'dies-before', 'dies-after', 'parked'];

/** What one night came to. */
export interface NightReport {
  readonly seed: number;
  readonly violations: readonly Violation[];
  readonly runs: number;
  readonly published: number;
  readonly faults: Readonly<Partial<Record<FaultKind, number>>>;
  /** Everything that happened, for the comparison of two replays. */
  readonly trace: readonly string[];
}

interface Parked {
  readonly process: SimulatedProcess;
  readonly run: Promise<unknown>;
  /** Poll in which it stood still. */
  readonly since: number;
}

/** One night: an institute, a source, a store, an archive, and processes that come and go; all from one seed. */
export class Night {
  readonly #random: Random;
  readonly #world: World;
  readonly #offers: readonly Offer[];
  /** What was offered in the drill weeks before, and lies there still when the election begins. */
  readonly #drilled: readonly Offer[];
  readonly #drill: WorkerWindow | undefined;
  readonly #election: WorkerWindow;
  /** Where packages of changes come, in the nights in which they do. */
  readonly #changes: 'folder' | 'inbox' | undefined;
  readonly #trace: string[] = [];
  readonly #faults: Partial<Record<FaultKind, number>> = {};
  readonly #parked: Parked[] = [];
  #process = new SimulatedProcess();
  #worker: SyncWorker | undefined;
  #poll = 0;
  #published = 0;

  constructor(
    readonly seed: number,
    directory: string,
    change: Pick<WorldOptions, 'blind' | 'unaware' | 'forgetful' | 'overwriting'> = {},
  ) {
    this.#random = new Random(seed);
    this.#drill = this.#random.chance(0.3)
      ? SETTINGS.windows.find(({ kind }) => kind === 'rehearsal')
      : undefined;
    this.#election = electionOf(SETTINGS.windows);
    this.#changes = this.#random.chance(0.35) ? this.#random.pick(['folder', 'inbox']) : undefined;
    this.#offers = this.offersIn(this.#election, 6);
    this.#drilled = this.#drill === undefined ? [] : this.offersIn(this.#drill, 2);
    const settings: WorkerSettings = {
      ...SETTINGS,
      ...(this.#random.chance(0.5) ? { stablePrefixes: ['/actas/'] } : {}),
      ...(this.#changes === 'inbox' ? { source: INBOX } : {}),
      package: { ...SETTINGS.package, ...this.packaged() },
    };
    const offers = [...this.#drilled, ...this.#offers];
    this.#world = new World({
      settings,
      offers,
      directory,
      changes: this.#changes,
      ...change,
    });
  }

  private packaged(): Partial<WorkerSettings['package']> {
    if (this.#changes === undefined) return { mustContain: ['index.html'] };
    return { mustContain: ['index.html', 'css/sitio.css'], incremental: true };
  }

  private offersIn({ opensAt }: WorkerWindow, periods: number): readonly Offer[] {
    const times = this.#changes === undefined ? timetable : changesTimetable;
    return times(this.#random, {
      opensAt: new Date(opensAt),
      periods,
      periodMinutes: PERIOD_MINUTES,
      zoneMinutes: ZONE_MINUTES,
    });
  }

  async run(): Promise<NightReport> {
    if (this.#drill !== undefined) await this.rehearse(this.#drill);
    await this.play(this.#election, this.#offers);
    await this.quiet();
    return {
      seed: this.seed,
      violations: this.#world.site.violations,
      runs: this.#poll,
      published: this.#published,
      faults: this.#faults,
      trace: this.#trace,
    };
  }

  /** A drill with all its troubles; once its window is over, the next run takes its data away. */
  private async rehearse(drill: WorkerWindow): Promise<void> {
    await this.play(drill, this.#drilled);
    this.newProcess();
    this.#world.now = new Date(drill.until);
    await this.judge(await this.#world.workerOf(this.#process).runOnce());
  }

  private async play({ from }: WorkerWindow, offers: readonly Offer[]): Promise<void> {
    this.#world.now = new Date(from);
    const last = offers.at(-1)?.at ?? this.#world.now;
    for (; this.#world.now <= last; this.tick()) await this.poll();
    await this.release(0);
  }

  private tick(): void {
    this.#world.now = new Date(this.#world.now.getTime() + POLL_MINUTES * MINUTE_MS);
    this.#poll += 1;
  }

  /** One run of the process at hand, or of a new one where that died or stands still. */
  private async poll(): Promise<void> {
    this.#world.sent = [...this.#drilled, ...this.#offers].filter(({ at }) => at <= this.#world.now);
    this.#world.offered = this.#world.sent.at(-1);
    await this.release(TWO_PERIODS);
    if (this.#random.chance(0.05)) await this.#world.order(this.#random.pick(ORDERS));
    this.#process.clockAheadMs = this.clockFault();
    this.#process.beginRun(this.troubles());
    this.#worker ??= this.#world.workerOf(this.#process);
    const stands = standsStill(this.#process);
    const run = this.#worker.runOnce();
    const outcome = await Promise.race([run, stands]);
    if (outcome === 'stands-still') {
      this.#parked.push({ process: this.#process, run, since: this.#poll });
      this.note(outcome);
    } else {
      await this.judge(outcome);
    }
    if (outcome === 'stands-still' || this.#process.dead) this.newProcess();
  }

  /** What goes wrong in a run: in many nothing, in the others one thing or two. */
  private troubles(): readonly Fault[] {
    const count = this.#random.pick([0, 0, 1, 1, 2]);
    return Array.from({ length: count }, () => ({
      call: this.#random.chance(0.25) ? 'flip' : this.#random.integer(1, MOST_CALLS),
      kind: this.#random.pick(FAULTS),
    }));
  }

  /** Milliseconds by which a clock is wrong, for one run: mostly none, else hours or a day. */
  private clockFault(): number {
    const hours = this.#random.pick([-24, -1, 1, 24]);
    return this.#random.chance(0.03) ? hours * 60 * MINUTE_MS : 0;
  }

  private newProcess(): void {
    for (const kind of this.#process.met) this.#faults[kind] = (this.#faults[kind] ?? 0) + 1;
    this.#process = new SimulatedProcess();
    this.#worker = undefined;
  }

  /** Processes that have stood still for so many polls go on, with what they knew. */
  private async release(polls: number): Promise<void> {
    for (;;) {
      const first = this.#parked[0];
      if (first === undefined || this.#poll - first.since < polls) return;
      this.#parked.shift();
      first.process.goOn();
      await first.run;
      this.note('went on');
    }
  }

  /** H5: two periods without trouble, and readers get the newest sound cut that was ever offered. */
  private async quiet(): Promise<void> {
    const newest = this.#offers.filter(({ bad }) => bad === undefined).reduce(newer);
    this.newProcess();
    await this.#world.order('notice-off');
    await this.#world.order('open');
    const worker = this.#world.workerOf(this.#process);
    this.#world.sent = [...this.#drilled, ...this.#offers];
    for (let poll = 0; poll < TWO_PERIODS; poll += 1) {
      this.tick();
      this.#world.offered = newest;
      for (let run = 0; run < MOST_RUNS; run += 1) {
        const outcome = await worker.runOnce();
        await this.judge(outcome);
        if (outcome.more !== true) break;
      }
    }
    await this.#world.assertShown(newest);
    this.#world.assertJournal();
  }

  private async judge(outcome: SyncOutcome): Promise<void> {
    if (this.#process.dead) return this.note('died');
    const generation = 'generation' in outcome ? outcome.generation : undefined;
    this.note(outcome.kind, generation ?? ('error' in outcome ? outcome.error.code : ''));
    if (outcome.kind === 'published') this.#published += 1;
    if (outcome.kind === 'refused' || outcome.kind === 'failed') this.assertCoded(outcome.error.code);
    if (generation !== undefined) this.#world.assertArchived(generation);
    await this.#world.site.assertPresent();
  }

  /** H4: a failure without a code of its own is a defect. */
  private assertCoded(code: string): void {
    if (code === 'INTERNAL' || !ERROR_CODES.some((known) => known === code))
      this.#world.site.violated('H4', `failed with ${code}`);
  }

  private note(...words: readonly string[]): void {
    this.#trace.push([this.#world.now.toISOString(), ...words].join(' '));
  }
}

function newer(one: Offer, other: Offer): Offer {
  return other.cutTime >= one.cutTime ? other : one;
}

/** Resolves once a process stands still; a process that never does leaves it open. */
function standsStill(process: SimulatedProcess): Promise<'stands-still'> {
  return new Promise((resolve) => process.onPark(() => resolve('stands-still')));
}
