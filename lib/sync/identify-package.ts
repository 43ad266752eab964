import { cutTimeOf, generationOf, readCutTime, type ReceivedPackage } from '../cut/index.js';
import type { LiveCut } from './live-cut.js';
import type { PackageReading } from './package-reading.js';
import type { SyncContext } from './sync-context.js';
import type { SyncNotes } from './sync-notes.js';

/** What a package is, told before it is expanded. */
export interface IdentifiedPackage {
  readonly generation: string;
  readonly cutTime: Date;
}

/**
 * Tells a package's cut time and generation, and keeps the package in the archive, whatever becomes of it.
 * @throws CUT_TIME_UNKNOWN, CUT_FROM_THE_FUTURE and, where the time stands inside, the codes of `openPackage`, once it is
 *   archived under the time at which it arrived; STORE_WRITE_FAILED when the archive fails
 */
export async function identifyPackage(
  context: SyncContext,
  reading: PackageReading,
  live: LiveCut,
  notes: SyncNotes,
): Promise<IdentifiedPackage> {
  const { received } = reading;
  const arrivedAt = context.clockWitness.present(context.clock());
  let cutTime: Date;
  try {
    cutTime = await cutTimeOfPackage(context, reading, arrivedAt, live, notes);
  } catch (error) {
    await keepEvidence(context, received, arrivedAt, notes);
    throw error;
  }
  const generation = generationOf(cutTime, received.sha256);
  await context.archive.keep(generation, received);
  return { generation, cutTime };
}

async function cutTimeOfPackage(
  { settings, journal }: SyncContext,
  reading: PackageReading,
  arrivedAt: Date,
  live: LiveCut,
  notes: SyncNotes,
): Promise<Date> {
  const { cutTime } = settings.package;
  const { received } = reading;
  if (cutTime.from === 'arrival') {
    const first = arrivedAs(received, live, notes) ?? (await journal.receivedAs(received.sha256));
    if (first !== undefined) return cutTimeOf(first);
  }
  return readCutTime({ cutTime, zone: settings.zone }, received.name, () => reading.open(), arrivedAt);
}

/** The generation of the same bytes where they came before: they are the same cut, however often they arrive. */
function arrivedAs(
  { sha256 }: ReceivedPackage,
  { manifest }: LiveCut,
  { state }: SyncNotes,
): string | undefined {
  if (manifest?.packageSha256 === sha256) return manifest.generation;
  return state.package?.sha256 === sha256 ? state.package.generation : undefined;
}

/** Keeps what has no cut time; a source that offers it all night leaves one copy, not one for each run. */
export async function keepEvidence(
  { archive }: SyncContext,
  received: ReceivedPackage,
  arrivedAt: Date,
  notes: SyncNotes,
): Promise<void> {
  const { sha256 } = received;
  if (notes.state.evidence?.sha256 === sha256) return;
  const generation = generationOf(arrivedAt, sha256);
  await archive.keep(generation, received);
  await notes.note({ evidence: { sha256, generation } });
}
