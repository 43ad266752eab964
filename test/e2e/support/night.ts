import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DateTime } from 'luxon';
import { verifyJournal } from '../../../lib/journal/index.js';
import type { CloudDouble } from './cloud-double.js';
import { exampleConfig } from './example-config.js';
import { DifusorProcess, type Ended, type ProcessOptions } from './difusor-process.js';
import { NightCuts, type NightCut } from './night-cuts.js';
import { PublishedSite } from './published-site.js';

const MINUTE_MS = 60 * 1000;
const HOUR_MS = 60 * MINUTE_MS;

export interface NightOptions {
  /**
   * Hours since the opening; a negative one lies ahead.
   * @default 40: cuts of as many minutes may be made
   */
  readonly hoursSinceOpening?: number;
  /**
   * Folder of the site, where it is to stand on a disk of its own.
   * @default `site`, beside the others
   */
  readonly site?: string;
  /**
   * Folder of the archive.
   * @default `archive`, beside the others
   */
  readonly archive?: string;
  /**
   * Address at which the site is served.
   * @default that of the example, which no test reaches: only watching processes look there
   */
  readonly publicUrl?: string;
}

/** An election night around the present, for real processes: a configuration, an inbox, a site, an archive. */
export class Night {
  readonly cuts: NightCuts;
  readonly site: PublishedSite;
  readonly inbox: string;
  readonly archive: string;
  readonly opensAt: Date;
  readonly publicUrl: string | undefined;
  readonly #pushed: NightCut[] = [];

  constructor(
    readonly folder: string,
    options: NightOptions = {},
  ) {
    const { hoursSinceOpening = 40, site = join(folder, 'site'), publicUrl } = options;
    this.publicUrl = publicUrl;
    this.opensAt = fullMinute(new Date(Date.now() - hoursSinceOpening * HOUR_MS));
    this.cuts = new NightCuts(this.opensAt);
    this.inbox = join(folder, 'inbox');
    this.archive = options.archive ?? join(folder, 'archive');
    this.site = new PublishedSite(site, this.cuts);
    mkdirSync(this.inbox);
    exampleConfig(folder, 'difusor', {
      source: { kind: 'inbox', path: this.inbox, complete: 'rename' },
      package: { cutTime: 'archive-name', mustContain: ['index.html', 'json/main.json'] },
      stable: [],
      ...(publicUrl === undefined ? {} : { publicUrl }),
      dates: datesAround(this.opensAt),
    });
  }

  /** Puts a cut into the inbox as an institute does: under another name first. */
  push(number: number): NightCut {
    const cut = this.cuts.at(number);
    const path = join(this.inbox, cut.name);
    writeFileSync(`${path}.part`, cut.bytes);
    renameSync(`${path}.part`, path);
    this.#pushed.push(cut);
    return cut;
  }

  /** Begins `difusor sync` on the site, once unless told otherwise. */
  start(args: readonly string[] = [], options: Partial<ProcessOptions> = {}): DifusorProcess {
    const where = ['--directory', this.site.root, '--archive', this.archive];
    return new DifusorProcess(['sync', ...where, ...args], { cwd: this.folder, ...options });
  }

  /** Begins `difusor sync` on a stack's bucket instead. */
  startOnCloud(cloud: CloudDouble, args: readonly string[] = []): DifusorProcess {
    const where = [...cloud.options, '--archive', this.archive];
    return new DifusorProcess(['sync', ...where, ...args], { cwd: this.folder, env: cloud.env });
  }

  /** One `difusor sync` to its end. */
  sync(args: readonly string[] = [], options: Partial<ProcessOptions> = {}): Promise<Ended> {
    return this.start(args, options).ended;
  }

  /** Another command on the site's folder. */
  run(...args: readonly string[]): Promise<Ended> {
    return new DifusorProcess([...args, '--directory', this.site.root], { cwd: this.folder }).ended;
  }

  /** Packages that are neither in the inbox nor, byte for byte, in the archive. */
  lost(): readonly string[] {
    return this.#pushed
      .filter((cut) => !this.isWaiting(cut) && !this.isArchived(cut))
      .map(({ name }) => name);
  }

  /** Whether a package is kept, as a cut or as evidence. */
  isArchived({ name, bytes }: NightCut): boolean {
    const packages = join(this.archive, 'packages');
    const generations = existsSync(packages) ? readdirSync(packages) : [];
    return generations.some((generation) => holds(join(packages, generation, name), bytes));
  }

  private isWaiting({ name, bytes }: NightCut): boolean {
    return holds(join(this.inbox, name), bytes);
  }

  /** Places where the journal does not hold; a torn last line, as a crash leaves it, is none. */
  async journalBreaks(): Promise<readonly string[]> {
    const path = join(this.site.root, 'state', 'journal.jsonl');
    if (!existsSync(path)) return [];
    const { breaks } = await verifyJournal(path);
    return breaks.map(({ line, reason }) => `${line}: ${reason}`);
  }

  /** All that must hold at any instant, whatever happened to the processes. */
  async broken(): Promise<readonly string[]> {
    const lost = this.lost().map((name) => `lost: ${name}`);
    const back = this.site.wentBack() ? ['the pointer went back'] : [];
    const journal = (await this.journalBreaks()).map((place) => `journal ${place}`);
    return [...this.site.faults(), ...lost, ...back, ...journal];
  }
}

function holds(path: string, bytes: Buffer): boolean {
  try {
    return readFileSync(path).equals(bytes);
  } catch {
    return false;
  }
}

function fullMinute(at: Date): Date {
  return new Date(Math.floor(at.getTime() / MINUTE_MS) * MINUTE_MS);
}

function datesAround(opensAt: Date): object {
  const opening = DateTime.fromJSDate(opensAt, { zone: 'America/Mazatlan' });
  const iso = (at: DateTime): string => at.toFormat("yyyy-MM-dd'T'HH:mm:ssZZ");
  return {
    electionDay: opening.toISODate(),
    opening: iso(opening),
    closing: iso(opening.plus({ days: 5 })),
    holdUntil: iso(opening.plus({ days: 15 })),
    statistics: { from: opening.toISODate(), to: opening.plus({ days: 10 }).toISODate() },
  };
}
