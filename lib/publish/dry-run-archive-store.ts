import type { ReceivedPackage } from '../cut/index.js';
import { archivedAs, type ArchiveStore } from './archive-store.js';

/** An archive that keeps nothing, and says where it would. */
export class DryRunArchiveStore implements ArchiveStore {
  keep(generation: string, received: ReceivedPackage): Promise<string> {
    return Promise.resolve(archivedAs(generation, received));
  }
}
