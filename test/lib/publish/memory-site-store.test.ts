import { MemorySiteStore } from '../../../lib/publish/memory-site-store.js';
import { describeSiteStore } from './site-store.conformance.js';

const stores = new Map<string, MemorySiteStore>();

function storeOf(directory: string): MemorySiteStore {
  const store = stores.get(directory) ?? new MemorySiteStore();
  stores.set(directory, store);
  return store;
}

describeSiteStore('memory', {
  open: (directory) => Promise.resolve(storeOf(directory)),
  content: (directory, generation, path) =>
    Promise.resolve(storeOf(directory).objects.get(`${generation}/${path}`)?.content.toString()),
});
