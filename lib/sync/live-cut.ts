import type { CutManifest } from '../cut/index.js';
import { CLOSED, type Pointer } from '../edge/pointer.js';
import type { WorkerWindow } from '../worker-settings.js';
import { mayShow, originByTime } from './rehearsal.js';
import type { SyncContext } from './sync-context.js';
import { writeDownTakingAway } from './write-down.js';

/** What readers are sent to when a run begins. */
export interface LiveCut {
  readonly pointer: Pointer;
  /** Absent where no cut is named, or its manifest is lost. */
  readonly manifest: CutManifest | undefined;
}

/**
 * Reads the live cut, and takes away one that readers must not get now: the data of a rehearsal that is over.
 * @throws POINTER_MOVED when another process moved the pointer meanwhile; STORE_READ_FAILED, STORE_WRITE_FAILED
 */
export async function readLiveCut(context: SyncContext, window: WorkerWindow | undefined): Promise<LiveCut> {
  const { store, settings, log } = context;
  const seen = await store.readPointer();
  const { generation } = seen.pointer;
  if (generation === undefined) return { pointer: seen.pointer, manifest: undefined };
  const manifest = await store.readManifest(generation);
  if (manifest === undefined) log.warn({ generation }, 'live cut without manifest');
  const origin = manifest ?? originByTime(generation, settings.windows);
  if (mayShow(origin, window)) return { pointer: seen.pointer, manifest };
  const pointer = withoutCut(seen.pointer);
  await store.movePointer(pointer, seen);
  log.warn({ generation, window: origin.window }, 'rehearsal cut taken away');
  await writeDownTakingAway(context, generation);
  return { pointer, manifest: undefined };
}

/** What a person set stays; the cut that it named, and the bar to older ones, go. */
function withoutCut(pointer: Pointer): Pointer {
  if (pointer.state === 'notice') return { state: 'notice' };
  return pointer.state === 'closed' && pointer.held === true ? { state: 'closed', held: true } : CLOSED;
}
