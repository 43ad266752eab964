import { fileMark, nameAsText, type DeclaredDigest, type HeldDirectory } from '../../cut/index.js';
import { DifusorError } from '../../errors.js';
import type { SourceSettings } from '../../worker-settings.js';
import { isArchiveName } from './archive-name.js';
import { tryLstat, tryReadSmall } from './inbox-files.js';
import { isPackageName } from './inbox-names.js';
import type { InboxNotes } from './inbox-notes.js';
import { sidecarName } from './sidecar.js';

export type InboxSettings = Extract<SourceSettings, { kind: 'inbox' }>;

export interface SurveyRules {
  readonly complete: InboxSettings['complete'];
  readonly sidecar?: DeclaredDigest['algorithm'] | undefined;
  /** The present in nanoseconds, by the clock that dates files; a change after it is not believed. */
  readonly nowNs?: bigint | undefined;
}

/** A package that waits in an inbox. */
export interface InboxFile {
  /** Bytes of its name, one character each. */
  readonly name: string;
  /** Its state, as `fileMark` tells it. */
  readonly mark: string;
}

export interface InboxSurvey {
  /** Whole packages, the oldest by name first. */
  readonly ready: readonly InboxFile[];
  /** Packages whose push is not over, or whose sidecar has not come, is empty or can't be read. */
  readonly unfinished: number;
  /** Name of the oldest of these that is named like a package; a note that somebody left holds nothing back. */
  readonly firstUnfinished: string | undefined;
  /** Packages that are in the archive, and that could not be deleted. */
  readonly kept: number;
  /** Names of packages that are links, pipes, folders: never opened. */
  readonly odd: readonly string[];
}

type Verdict = 'ready' | 'unfinished' | 'kept' | 'odd' | 'gone';

/** Names beyond this make an inbox that nobody can work through in a night. */
const MOST_NAMES = 100_000;
const LOOKS_AT_ONCE = 64;
const NS_PER_MS = 1_000_000n;

/**
 * Looks through an inbox and opens nothing in it but sidecars.
 * @throws ARCHIVE_TOO_MANY_ENTRIES, or the system's error
 */
export async function surveyInbox(
  inbox: HeldDirectory,
  notes: InboxNotes,
  rules: SurveyRules,
): Promise<InboxSurvey> {
  const names = await namesIn(inbox);
  notes.retain(names);
  const marker = rules.complete.when === 'marker' ? rules.complete.marker : undefined;
  const candidates = [...names].filter((name) => isPackageName(name, marker)).sort();
  const look = new Look(inbox, names, notes, rules);
  const found: { readonly file: InboxFile; readonly verdict: Verdict }[] = [];
  for (let from = 0; from < candidates.length; from += LOOKS_AT_ONCE) {
    const some = candidates.slice(from, from + LOOKS_AT_ONCE);
    found.push(...(await Promise.all(some.map((name) => look.at(name)))));
  }
  const of = (wanted: Verdict): InboxFile[] =>
    found.filter(({ verdict }) => verdict === wanted).map(({ file }) => file);
  return {
    ready: of('ready'),
    unfinished: of('unfinished').length,
    firstUnfinished: of('unfinished').find(({ name }) => isArchiveName(name))?.name,
    kept: of('kept').length,
    odd: of('odd').map(({ name }) => nameAsText(name)),
  };
}

async function namesIn(inbox: HeldDirectory): Promise<Set<string>> {
  const names = new Set<string>();
  for await (const name of inbox.names()) {
    if (names.add(name).size > MOST_NAMES) {
      throw new DifusorError('ARCHIVE_TOO_MANY_ENTRIES', { limit: MOST_NAMES });
    }
  }
  return names;
}

class Look {
  constructor(
    private readonly inbox: HeldDirectory,
    private readonly names: ReadonlySet<string>,
    private readonly notes: InboxNotes,
    private readonly rules: SurveyRules,
  ) {}

  async at(name: string): Promise<{ file: InboxFile; verdict: Verdict }> {
    const stat = await tryLstat(this.inbox, name);
    if (stat === undefined) return { file: { name, mark: '' }, verdict: 'gone' };
    const mark = fileMark(stat);
    if (!stat.isFile()) {
      return { file: { name, mark }, verdict: isArchiveName(name) ? 'odd' : 'gone' };
    }
    if (this.notes.isKept(name, mark)) return { file: { name, mark }, verdict: 'kept' };
    const complete = await this.#isComplete(name, mark, stat.ctimeNs);
    const whole = complete && (await this.#hasSidecar(name));
    return { file: { name, mark }, verdict: whole ? 'ready' : 'unfinished' };
  }

  /** The sidecar may come after its package, and the package is not judged without it. */
  async #hasSidecar(name: string): Promise<boolean> {
    const { sidecar } = this.rules;
    if (sidecar === undefined) return true;
    const beside = sidecarName(name, sidecar);
    return this.names.has(beside) && ((await tryReadSmall(this.inbox, beside, 1)) ?? '') !== '';
  }

  async #isComplete(name: string, mark: string, changedNs: bigint): Promise<boolean> {
    const { complete, nowNs } = this.rules;
    if (complete.when === 'rename') return true;
    if (complete.when === 'quiet') return this.notes.quietMs(name, mark) >= complete.seconds * 1000;
    const marker = await tryLstat(this.inbox, markerName(name, complete.marker));
    if (marker?.isFile() !== true) return false;
    // A marker older than its package is of the push before this one.
    const believed = nowNs === undefined || changedNs <= nowNs + NS_PER_MS;
    return changedNs <= marker.ctimeNs || !believed;
  }
}

/** Bytes of the name of a package's marker, one character each. */
export function markerName(name: string, marker: string): string {
  return name + Buffer.from(marker).toString('latin1');
}
