import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { openPackage, type ReceivedPackage } from '../../../../lib/cut/index.js';
import { ERROR_CODES } from '../../../../lib/errors.js';
import { sha256 } from '../../../support/cuts.js';
import { HOSTILE_KINDS, type HostileKind } from '../../../support/hostile-packages.js';
import { useTemporaryDirectory } from '../../../support/temporary-directory.js';

// Some packages are large, and many are tried.
jest.setTimeout(600_000);

const directory = useTemporaryDirectory();

type Maker = () => Promise<ReceivedPackage>;

function archive(bytes: Buffer): ReceivedPackage {
  const path = join(directory(), 'package');
  writeFileSync(path, bytes);
  return { form: 'archive', name: 'package', path, bytes: bytes.length, sha256: sha256(bytes) };
}

async function tree(build: NonNullable<HostileKind['tree']>): Promise<ReceivedPackage> {
  const path = join(directory(), 'package');
  mkdirSync(path);
  await build(path);
  return { form: 'tree', name: 'package', path, bytes: 0, sha256: sha256(''), files: [] };
}

/** Each kind in each form that can express it. */
const CASES = HOSTILE_KINDS.flatMap(({ what, code, ...forms }): [string, string, string, Maker][] => {
  const { zip, tar, gzip, tree: build } = forms;
  const packed = gzip ?? (tar === undefined ? undefined : () => gzipSync(tar()));
  const made: [string, Maker | undefined][] = [
    ['zip', zip && (() => Promise.resolve(archive(zip())))],
    ['tar', tar && (() => Promise.resolve(archive(tar())))],
    ['tar.gz', packed && (() => Promise.resolve(archive(packed())))],
    ['tree', build && (() => tree(build))],
  ];
  return made.flatMap(([form, make]) => (make === undefined ? [] : [[what, form, code, make]]));
});

async function refusal(received: ReceivedPackage): Promise<unknown> {
  try {
    const opened = await openPackage(received);
    try {
      await opened.extractTo(join(directory(), 'files'));
      return undefined;
    } finally {
      opened.close();
    }
  } catch (error) {
    return error;
  }
}

/** All that stands in a folder, with the content of its files; a link is not followed, since it may lead anywhere. */
function contents(root: string): Record<string, string> {
  const paths = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isSymbolicLink())
    .map(({ parentPath, name }) => relative(root, join(parentPath, name)));
  const files = paths.filter((path) => statSync(join(root, path), { throwIfNoEntry: false })?.isFile());
  return Object.fromEntries(files.map((path) => [path, readFileSync(join(root, path), 'latin1')]));
}

/** Found only once the data are read, when a part of the package may be in the given directory. */
const FOUND_LATE = [
  'ARCHIVE_ENTRY_CRC_MISMATCH',
  'ARCHIVE_ENTRY_SIZE_MISMATCH',
  'ARCHIVE_ENTRY_DATA_DAMAGED',
];

describe('the archive policy', () => {
  it.each(CASES)('refuses %s in a %s with %s', async (_what, _form, code, make) => {
    const received = await make();
    const before = contents(directory());
    expect(await refusal(received)).toMatchObject({ name: 'DifusorError', code });
    const after = Object.entries(contents(directory())).filter(([path]) => !path.startsWith('files/'));
    expect(Object.fromEntries(after)).toEqual(before);
    if (!FOUND_LATE.includes(code)) expect(existsSync(join(directory(), 'files'))).toBe(false);
  });

  it('has a case for every code by which a package is refused', () => {
    const tried = new Set<string>(HOSTILE_KINDS.map(({ code }) => code));
    // A package that changes under the reader is no form of archive; the readers' own tests have it.
    const elsewhere = ['ARCHIVE_CHANGED'];
    const codes = ERROR_CODES.filter((code) => code.startsWith('ARCHIVE_'));
    expect(codes.filter((code) => !tried.has(code) && !elsewhere.includes(code))).toEqual([]);
  });

  it('knows each kind once', () => {
    const kinds = HOSTILE_KINDS.map(({ what }) => what);
    expect(new Set(kinds).size).toBe(kinds.length);
    expect(kinds.length).toBeGreaterThanOrEqual(63);
  });
});
