// A process of its own that publishes cuts in a directory: publishing-process ROOT NAME COUNT
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDifusorError } from '../../lib/errors.js';
import { openDirectorySiteStore } from '../../lib/publish/directory-site-store.js';
import { publishCut } from '../../lib/publish/publish-cut.js';
import { extractedCut } from './cuts.js';

const [root = '', name = '', count = '0'] = process.argv.slice(2);
const FIRST = Date.parse('2024-06-03T03:00:00Z');
const OPTIONS = { cacheControl: [], stablePrefixes: ['/actas/'], hold: false };

async function main(): Promise<void> {
  const store = await openDirectorySiteStore(root);
  const work = mkdtempSync(join(tmpdir(), 'difusor-test-'));
  for (let turn = 0; turn < Number(count); turn += 1) {
    const cutTime = new Date(FIRST + turn * 60_000).toISOString();
    const files = Array.from({ length: 20 }, (_, file) => [
      `json/${file}.json`,
      `${name} ${cutTime} `.repeat(50),
    ]);
    const contents = Object.fromEntries([...files, ['actas/1.jpg', 'image'], ['index.html', cutTime]]);
    const { generation } = (await store.readPointer()).pointer;
    const base = generation === undefined ? undefined : await store.readManifest(generation);
    const cut = extractedCut(
      work,
      cutTime,
      contents,
      base === undefined ? {} : { supersedes: base.generation },
    );
    try {
      const { flip, manifest } = await publishCut(store, cut, { ...OPTIONS, base });
      // What is read here by the parent has been acknowledged.
      if (flip?.moved === true) process.stdout.write(`${manifest.generation}\n`);
    } catch (error) {
      if (!isDifusorError(error, 'CUT_OLDER_THAN_LIVE') && !isDifusorError(error, 'POINTER_MOVED'))
        throw error;
    }
  }
  rmSync(work, { recursive: true });
}

main().catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`);
  process.exitCode = 1;
});
