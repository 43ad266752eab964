import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DirectoryArchiveStore } from '../../../lib/publish/directory-archive-store.js';
import { describeArchiveStore } from './archive-store.conformance.js';

describeArchiveStore('a directory', {
  open: (directory) => new DirectoryArchiveStore(join(directory, 'archive')),
  content: (directory, path) => {
    const kept = join(directory, 'archive', path);
    return existsSync(kept) ? readFileSync(kept) : undefined;
  },
});
