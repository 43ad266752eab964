import { MemorySiteStore } from '../../../lib/publish/memory-site-store.js';
import { tickingClock } from '../../support/ticking-clock.js';
import { describeSiteStore } from './site-store.conformance.js';

const stores = new Map<string, MemorySiteStore>();

function storeOf(directory: string): MemorySiteStore {
  const store = stores.get(directory) ?? new MemorySiteStore(tickingClock());
  stores.set(directory, store);
  return store;
}

describeSiteStore('memory', {
  open: (directory) => Promise.resolve(storeOf(directory)),
  content: (directory, cut, path) => Promise.resolve(storeOf(directory).contentOf(cut, path)?.toString()),
  sharesStable: true,
  retires: true,
});
