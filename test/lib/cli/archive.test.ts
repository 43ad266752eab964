import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { archiveExtract, archiveList } from '../../../lib/cli/archive.js';
import { treeSha256, type ManifestFile } from '../../../lib/cut/index.js';
import { createMessages } from '../../../lib/messages/index.js';
import { DirectoryArchiveStore } from '../../../lib/publish/index.js';
import { sampleCuts, type SamplePackage } from '../../support/sample-package.js';
import { surroundings } from '../../support/surroundings.js';
import { useTemporaryDirectory } from '../../support/temporary-directory.js';
import { createHash } from 'node:crypto';

const directory = useTemporaryDirectory();
const es = createMessages('es');
const [FIRST, SECOND] = sampleCuts();
const generationOf = (time: string, sha256: string): string => `${time}-${sha256.slice(0, 8)}`;
const EARLIER = generationOf('20240603T020000Z', FIRST.sha256);
const LATER = generationOf('20240603T022000Z', SECOND.sha256);

const at = (...parts: string[]): string => join(directory(), ...parts);
const sha256Of = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

async function keep(generation: string, { name, bytes, sha256 }: SamplePackage): Promise<void> {
  const path = at(name);
  writeFileSync(path, bytes);
  const received = { form: 'archive' as const, name, path, bytes: bytes.length, sha256 };
  await new DirectoryArchiveStore(at('kept')).keep(generation, received);
}

/** Keeps the files of a package as the tree that an institute might have pushed instead. */
async function keepTree({ files }: SamplePackage): Promise<string> {
  const path = at('tree');
  const list: ManifestFile[] = Object.entries(files)
    .map(([name, content]) => ({ path: name, size: content.length, sha256: sha256Of(content) }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(path, name, '..'), { recursive: true });
    writeFileSync(join(path, name), content);
  }
  const sha256 = treeSha256(list);
  const generation = generationOf('20240603T024000Z', sha256);
  const bytes = list.reduce((sum, { size }) => sum + size, 0);
  const received = { form: 'tree' as const, name: 'envio', path, bytes, sha256, files: list };
  await new DirectoryArchiveStore(at('kept')).keep(generation, received);
  return generation;
}

/** Writes over what is kept, as nobody should. */
function tamper(generation: string, ...names: string[]): void {
  const path = at('kept', 'packages', generation, ...names);
  chmodSync(path, 0o600);
  const bytes = readFileSync(path);
  bytes[0] = (bytes[0] ?? 0) ^ 1;
  writeFileSync(path, bytes);
}

function assertFiles(folder: string, { files }: SamplePackage): void {
  for (const [name, content] of Object.entries(files)) {
    expect(readFileSync(join(folder, name)).equals(content)).toBe(true);
  }
  const found = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  expect(found).toHaveLength(Object.keys(files).length);
}

describe('difusor archive list', () => {
  const list = async (options = {}): Promise<{ status: number; lines: string[] }> => {
    const { context, lines } = surroundings(directory());
    const status = await archiveList({ archive: 'kept', ...options }, context, es);
    return { status, lines: lines() };
  };

  it('names each package with the time of its cut and its size, the oldest first', async () => {
    await keep(LATER, SECOND);
    await keep(EARLIER, FIRST);
    const { status, lines } = await list();
    expect(status).toBe(0);
    expect(lines.map((line) => line.split(/ +/))).toEqual([
      [EARLIER, '2024-06-03T02:00:00.000Z', String(FIRST.bytes.length), FIRST.name],
      [LATER, '2024-06-03T02:20:00.000Z', String(SECOND.bytes.length), SECOND.name],
    ]);
  });

  it('reads each anew on demand, a tree too, and says which is no longer what was received', async () => {
    await keep(EARLIER, FIRST);
    await keep(LATER, SECOND);
    const tree = await keepTree(FIRST);
    expect((await list({ verify: true })).status).toBe(0);
    tamper(LATER, SECOND.name);
    tamper(tree, 'envio', 'index.html');
    const { status, lines } = await list({ verify: true });
    expect(status).toBe(1);
    expect(lines[0]).toMatch(new RegExp(`${FIRST.sha256}  íntegro$`));
    expect(lines[1]).toMatch(/ALTERADO$/);
    expect(lines[2]).toMatch(/ALTERADO$/);
  });

  it.each([
    ['a link in a tree', (tree: string) => symlinkSync('/etc/passwd', join(tree, 'envio', 'passwd'))],
    ['a link to nowhere', (tree: string) => symlinkSync('nowhere', join(tree, 'envio', 'x'))],
    ['a file in a tree', (tree: string) => writeFileSync(join(tree, 'envio', 'x'), '')],
    ['a link beside a tree', (tree: string) => symlinkSync('/etc', join(tree, 'otro'))],
  ])('finds that somebody added %s', async (_what, add) => {
    const generation = await keepTree(FIRST);
    expect((await list({ verify: true })).status).toBe(0);
    add(at('kept', 'packages', generation));
    const { status, lines } = await list({ verify: true });
    expect(status).toBe(1);
    expect(lines.at(-1)).toMatch(/ALTERADO$/);
  });

  it('gives a program a line of JSON for each', async () => {
    await keep(EARLIER, FIRST);
    const { lines } = await list({ json: true, verify: true });
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
      {
        generation: EARLIER,
        cutTime: '2024-06-03T02:00:00.000Z',
        bytes: FIRST.bytes.length,
        name: FIRST.name,
        form: 'archive',
        sha256: FIRST.sha256,
        intact: true,
      },
    ]);
  });

  it('says that there is nothing, and takes nothing else for a package', async () => {
    mkdirSync(at('kept', 'packages', 'notes'), { recursive: true });
    writeFileSync(at('kept', 'packages', 'notes', 'x'), '');
    expect(await list()).toEqual({ status: 0, lines: [`No hay ningún paquete en ${at('kept')}.`] });
    expect(await list({ json: true })).toEqual({ status: 0, lines: [] });
  });
});

describe('difusor archive extract', () => {
  const extract = async (generation: string, to: string): Promise<string[]> => {
    const { context, lines } = surroundings(directory());
    expect(await archiveExtract(generation, { archive: 'kept', to }, context, es)).toBe(0);
    return lines();
  };

  beforeEach(() => keep(EARLIER, FIRST));

  it('writes the files of a package as the institute sent them', async () => {
    const lines = await extract(EARLIER, 'out/cut');
    assertFiles(at('out', 'cut'), FIRST);
    expect(lines[0]).toContain(`${FIRST.name} en ${at('out', 'cut')}`);
    expect(readdirSync(at('out'))).toEqual(['cut']);
  });

  it('writes the files of a tree, and shares none with the evidence', async () => {
    const generation = await keepTree(SECOND);
    await extract(generation, 'out');
    assertFiles(at('out'), SECOND);
    chmodSync(at('out', 'index.html'), 0o600);
    writeFileSync(at('out', 'index.html'), 'mine');
    const { context } = surroundings(directory());
    expect(await archiveList({ archive: 'kept', verify: true }, context, es)).toBe(0);
  });

  it.each([
    ['the archive itself', 'kept'],
    ['a new folder in it', 'kept/packages/nuevo/aquí'],
    ['a link into it', 'link/nuevo'],
  ])('writes nothing among the evidence: %s', async (_what, to) => {
    symlinkSync(at('kept'), at('link'));
    const before = readdirSync(at('kept'), { recursive: true });
    await expect(extract(EARLIER, to)).rejects.toMatchObject({
      code: 'USAGE',
      params: { reason: expect.stringContaining('evidencia') as string },
    });
    expect(readdirSync(at('kept'), { recursive: true })).toEqual(before);
  });

  it('takes a folder beside the archive whose name begins like it', async () => {
    await extract(EARLIER, 'kept-2');
    assertFiles(at('kept-2'), FIRST);
  });

  it('takes an empty folder, and none with something in it', async () => {
    mkdirSync(at('out'));
    await extract(EARLIER, 'out');
    await expect(extract(EARLIER, 'out')).rejects.toMatchObject({ code: 'USAGE' });
    assertFiles(at('out'), FIRST);
  });

  it('writes nothing of a package that is no longer what was received', async () => {
    tamper(EARLIER, FIRST.name);
    const generation = await keepTree(SECOND);
    tamper(generation, 'envio', 'index.html');
    for (const each of [EARLIER, generation]) {
      await expect(extract(each, 'out')).rejects.toMatchObject({ code: 'INTEGRITY_DIGEST_MISMATCH' });
    }
    expect(existsSync(at('out'))).toBe(false);
    expect(readdirSync(directory()).filter((name) => name.startsWith('out'))).toEqual([]);
  });

  it('writes nothing of a package that was refused', async () => {
    const bytes = Buffer.from('<html>502</html>');
    const refused = { name: 'x.zip', bytes, sha256: sha256Of(bytes), files: {} };
    await keep(generationOf('20240603T030000Z', refused.sha256), refused);
    const extracting = extract(generationOf('20240603T030000Z', refused.sha256), 'out');
    await expect(extracting).rejects.toMatchObject({ code: expect.stringMatching(/^ARCHIVE_/) });
    expect(existsSync(at('out'))).toBe(false);
  });

  test.each(['20240603T020000Z-00000000', '../../kept'])('knows no package of %s', async (generation) => {
    await expect(extract(generation, 'out')).rejects.toMatchObject({ code: 'USAGE' });
  });

  it('fails with a code where the folder can’t be made', async () => {
    writeFileSync(at('taken'), '');
    await expect(extract(EARLIER, 'taken/out')).rejects.toMatchObject({ code: 'STORE_WRITE_FAILED' });
  });
});
