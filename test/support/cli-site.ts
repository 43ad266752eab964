import { join } from 'node:path';
import type { CliContext } from '../../lib/cli/index.js';
import { openDirectorySiteStore } from '../../lib/publish/index.js';
import { cli, type CliRun } from './cli.js';
import { EXAMPLE } from './example-plan.js';
import { notesOf, putNotes } from './noted.js';

const PACKAGES = join(__dirname, '../../examples/bcs/paquetes');

/** The sample cuts of 20:00 and 20:20. */
export const CUT_2000 = join(PACKAGES, '20270606_2000_PREP_BCS.zip');
export const CUT_2020 = join(PACKAGES, '20270606_2020_PREP_BCS.zip');

/** A site in a folder, and the commands about it at times of a test's choice. */
export class CliSite {
  constructor(
    readonly folder: string,
    private readonly config: string = EXAMPLE,
  ) {}

  get directory(): string {
    return join(this.folder, 'site');
  }

  get archive(): string {
    return join(this.folder, 'kept');
  }

  /** Puts notes of the worker's there. */
  async note(state: object): Promise<void> {
    await putNotes(await openDirectorySiteStore(this.directory), JSON.stringify({ format: 1, ...state }));
  }

  /** The worker's notes. */
  async noted(): Promise<unknown> {
    return JSON.parse((await notesOf(await openDirectorySiteStore(this.directory))) ?? '{}');
  }

  /** A command about the site, at `now`, an instant or a time of election night such as `20:05`. */
  run(now: string, argv: readonly string[], overrides: Partial<CliContext> = {}): Promise<CliRun> {
    const at = /^\d\d:\d\d$/.test(now) ? `2027-06-06T${now}:00-07:00` : now;
    const site = ['--config', this.config, '--directory', this.directory];
    return cli([...argv, ...site], { now: () => new Date(at), ...overrides });
  }

  /** Makes the site with nothing in it, by a run outside of all windows. */
  found(): Promise<CliRun> {
    return this.publish('2027-04-01T12:00:00-07:00', CUT_2000);
  }

  /** Publishes a package at hand. */
  publish(now: string, path: string, ...more: readonly string[]): Promise<CliRun> {
    return this.run(now, ['sync', '--archive', this.archive, '--package', path, ...more]);
  }
}
