// The plan of an example, on a host of its own below a temporary folder, open to this machine.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseDocument } from 'yaml';

const require = createRequire(import.meta.url);
const { loadPlan } = require('../../dist/lib/config/index.js');
const EXAMPLE = fileURLToPath(new URL('../../examples/chiapas-metodo-1/difusor.yaml', import.meta.url));

/** As many requests as the benchmark can make: what is measured is not the limit. */
const NO_LIMIT = { requestsPerSecond: 100_000, burst: 100_000 };

/** @param publicKey of who pushes by sftp */
export function benchPlan(scratch, { modSecurity, readers, publicKey }) {
  const document = parseDocument(readFileSync(EXAMPLE, 'utf8'));
  document.setIn(['server', 'folder'], join(scratch, 'srv'));
  document.setIn(
    ['server', 'trusted'],
    readers.map((address) => `${address}/32`),
  );
  document.setIn(['server', 'web'], { rateLimit: NO_LIMIT, modSecurity });
  document.setIn(['server', 'ingest', 'sftp', 'keys'], [publicKey]);
  document.setIn(['server', 'tls'], { acme: { email: 'guardia@example.org' } });
  // ACME proves one host alone.
  document.deleteIn(['server', 'hosts', 1]);
  const file = join(scratch, 'difusor.yaml');
  writeFileSync(file, document.toString());
  return loadPlan(file, { cwd: scratch });
}
