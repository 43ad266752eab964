import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPackage } from '../../../lib/cut/index.js';

const FOLDER = join(__dirname, '../../../examples/bcs/paquetes');
const names = readdirSync(FOLDER).sort();

describe('the bundled packages', () => {
  it('are two cuts of one night', () => {
    expect(names).toEqual(['20270606_2000_PREP_BCS.zip', '20270606_2020_PREP_BCS.zip']);
  });

  test.each(names)('%s passes the archive policy and says whose cut it is', async (name) => {
    const path = join(FOLDER, name);
    const sha256 = createHash('sha256').update(readFileSync(path)).digest('hex');
    const received = { form: 'archive' as const, name, path, bytes: statSync(path).size, sha256 };
    const directory = mkdtempSync(join(tmpdir(), 'difusor-'));
    const opened = await openPackage(received);
    const files = await opened.extractTo(join(directory, 'cut'));
    opened.close();
    expect(files.map((file) => file.path)).toEqual(expect.arrayContaining(['index.html', 'json/main.json']));
  });
});
