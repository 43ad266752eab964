import type { CutManifest, ReceivedPackage } from '../cut/index.js';
import type { DifusorError } from '../errors.js';
import type { JournalEvent } from '../journal/index.js';
import type { FlipReport } from '../publish/index.js';
import type { Sighting } from './outside/look-from-outside.js';
import type { FetchedPackage } from './sources/source.js';
import type { SyncContext } from './sync-context.js';
import type { SyncNotes } from './sync-notes.js';
import type { Gap } from './sync-state.js';

/** Writes an event down for good. */
async function writeDown({ journal }: SyncContext, event: JournalEvent): Promise<void> {
  await journal.record(event);
  await journal.commit();
}

/** A source that offers one bad package all night leaves one line, not one for each run. */
export async function writeDownRefusal(
  context: SyncContext,
  notes: SyncNotes,
  { received: { sha256 }, validators }: Pick<FetchedPackage, 'received'> & Partial<FetchedPackage>,
  { code, params }: DifusorError,
): Promise<void> {
  const { refused, evidence, gap } = notes.state;
  const told = [...(gap?.missing ?? []), ...(refused === undefined ? [] : [refused])];
  if (told.some((each) => each.sha256 === sha256 && each.code === code)) return;
  const generation = evidence?.sha256 === sha256 ? { generation: evidence.generation } : {};
  await writeDown(context, { event: 'refused', code, params: { ...params }, ...generation });
  await notes.note({ refused: { sha256, code, validators } });
}

/** The first failure of a streak, and each that is another than the one before. */
export async function writeDownFailure(context: SyncContext, { code, params }: DifusorError): Promise<void> {
  await writeDown(context, { event: 'failed', code, params: { ...params } });
}

/** What a look from outside came to. */
export async function writeDownSighting(
  context: SyncContext,
  { generation }: Pick<CutManifest, 'generation'>,
  sighting: Sighting,
): Promise<void> {
  const { files } = sighting;
  const fault =
    sighting.kind === 'seen' ? {} : { code: sighting.error.code, params: { ...sighting.error.params } };
  await writeDown(context, { event: 'seen', generation, files, ...fault });
}

/** A package that is new here; the same one may be offered again and again. */
export async function writeDownReception(
  { journal, source }: SyncContext,
  notes: SyncNotes,
  { name, sha256, bytes }: ReceivedPackage,
  generation: string,
): Promise<void> {
  const { package: taken, refused, gap } = notes.state;
  const known = [taken, refused, ...(gap?.missing ?? [])];
  if (known.some((each) => each?.sha256 === sha256)) return;
  await journal.record({ event: 'received', generation, package: name, sha256, bytes, source: source.host });
}

/** Why a cut waits; written once for a cut. */
export async function writeDownHold(
  context: SyncContext,
  notes: SyncNotes,
  generation: string,
  reason: 'before-opening' | 'rehearsal',
): Promise<void> {
  const fate = reason === 'rehearsal' ? 'rehearsal' : 'held';
  const { package: taken } = notes.state;
  if (taken?.generation === generation && taken.fate === fate) return;
  await writeDown(context, { event: 'held', generation, reason });
}

/** A package of changes waits for one that is missing; written once for a package. */
export async function writeDownWait(
  context: SyncContext,
  notes: SyncNotes,
  sha256: string,
  generation: string,
): Promise<void> {
  if (notes.state.gap?.missing.some((each) => each.sha256 === sha256) === true) return;
  await writeDown(context, { event: 'held', generation, reason: 'gap' });
}

/** Which packages of changes are missing now. */
export async function writeDownGap(context: SyncContext, { window, over, missing }: Gap): Promise<void> {
  await writeDown(context, {
    event: 'gap',
    window,
    over,
    missing: missing.map(({ name, sha256, generation, code, accepted }) => ({
      package: name,
      sha256,
      generation,
      code,
      accepted,
    })),
  });
}

/** Readers were led to a cut. */
export async function writeDownFlip(
  context: SyncContext,
  { generation, rehearsal }: Pick<CutManifest, 'generation' | 'rehearsal'>,
  { pointer }: FlipReport,
  from: string | undefined,
): Promise<void> {
  await writeDown(context, { event: 'flipped', generation, from, shown: pointer.state, rehearsal });
}

/** Readers no longer get the data of a rehearsal. */
export async function writeDownTakingAway(context: SyncContext, generation: string): Promise<void> {
  await writeDown(context, { event: 'taken-away', generation });
}
