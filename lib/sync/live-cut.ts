import type { CutManifest } from '../cut/index.js';
import { CLOSED, type Pointer } from '../edge/pointer.js';
import type { WorkerWindow } from '../worker-settings.js';
import { mayShow, originByTime } from './rehearsal.js';
import type { SyncContext } from './sync-context.js';

/** What readers are sent to when a run begins. */
export interface LiveCut {
  readonly pointer: Pointer;
  /** Absent where no cut is named, or its manifest is lost. */
  readonly manifest: CutManifest | undefined;
}

/** The cut that a pointer names. */
export function namedGeneration(pointer: Pointer): string | undefined {
  return pointer.state === 'closed' ? undefined : pointer.generation;
}

/**
 * Reads the live cut, and takes away one that readers must not get now: the data of a rehearsal that is over.
 * @throws POINTER_MOVED when another process moved the pointer meanwhile; STORE_READ_FAILED, STORE_WRITE_FAILED
 */
export async function readLiveCut(context: SyncContext, window: WorkerWindow | undefined): Promise<LiveCut> {
  const { store, settings, log } = context;
  const seen = await store.readPointer();
  const generation = namedGeneration(seen.pointer);
  if (generation === undefined) return { pointer: seen.pointer, manifest: undefined };
  const manifest = await store.readManifest(generation);
  if (manifest === undefined) log.warn({ generation }, 'live cut without manifest');
  const origin = manifest ?? originByTime(generation, settings.windows, undefined);
  if (mayShow(origin, window)) return { pointer: seen.pointer, manifest };
  const pointer: Pointer = seen.pointer.state === 'notice' ? { state: 'notice' } : CLOSED;
  await store.movePointer(pointer, seen);
  log.warn({ generation, window: origin.window }, 'rehearsal cut taken away');
  return { pointer, manifest: undefined };
}
