import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { ARCHIVE_LIMITS } from '../../../../lib/cut/archive/archive-limits.js';
import { openPackage } from '../../../../lib/cut/archive/open-package.js';
import { isDifusorError } from '../../../../lib/errors.js';
import { FUZZ_RUNS } from '../../../support/fuzz-runs.js';
import { receivedArchive } from '../../../support/received.js';
import { samplePackage } from '../../../support/sample-package.js';
import { useTemporaryDirectory } from '../../../support/temporary-directory.js';
import { buildTar } from '../../../support/tar-writer.js';
import { buildZip } from '../../../support/zip-writer.js';

jest.setTimeout(300_000 + FUZZ_RUNS * 40);

const directory = useTemporaryDirectory();
const PARAMETERS = { numRuns: FUZZ_RUNS, seed: 20240602 };
const LIMITS = { ...ARCHIVE_LIMITS, maxBytes: 4 * 1024 * 1024, maxEntries: 200 };

/** What became of a package: its files where it was accepted, nothing where it was refused by a code of the policy. */
async function outcome(bytes: Buffer): Promise<readonly string[] | undefined> {
  const place = mkdtempSync(join(directory(), 'run-'));
  const inside = join(place, 'inside');
  mkdirSync(inside);
  try {
    return await extracted(bytes, inside);
  } catch (error) {
    expect(isDifusorError(error)).toBe(true);
    expect(error).toMatchObject({ code: expect.stringMatching(/^ARCHIVE_/) });
    return undefined;
  } finally {
    expect(readdirSync(place)).toEqual(['inside']);
    expect(readdirSync(inside).filter((name) => name !== 'files' && name !== 'package')).toEqual([]);
    rmSync(place, { recursive: true });
  }
}

async function extracted(bytes: Buffer, inside: string): Promise<readonly string[]> {
  const opened = await openPackage(receivedArchive(inside, bytes), LIMITS);
  try {
    const files = await opened.extractTo(join(inside, 'files'));
    const written = readdirSync(join(inside, 'files'), { recursive: true, withFileTypes: true });
    expect(written.every((entry) => entry.isFile() || entry.isDirectory())).toBe(true);
    expect(written.filter((entry) => entry.isFile())).toHaveLength(files.length);
    return files.map(({ path }) => path);
  } finally {
    opened.close();
  }
}

const SAMPLE = samplePackage({ time: '20240602_2000', counted: 312 });
const ENTRIES = Object.entries(SAMPLE.files).map(([name, content]) => ({ name, content, mode: 0o644 }));
const SOUND: Readonly<Record<string, Buffer>> = {
  zip: buildZip(ENTRIES),
  zip64: buildZip(ENTRIES, { zip64: true, comment: 'corte' }),
  tar: buildTar(ENTRIES),
  'tar.gz': gzipSync(buildTar(ENTRIES)),
  'tar with long names': buildTar(ENTRIES.map((entry) => ({ ...entry, gnuLongName: true }))),
  'tar with pax names': buildTar(
    ENTRIES.map((entry) => ({ ...entry, name: 'x', pax: { path: entry.name } })),
  ),
};

/** Bytes of a sound package in which some are others, some are gone and some are there twice. */
function mutated(sound: Buffer): fc.Arbitrary<Buffer> {
  const at = fc.nat({ max: sound.length - 1 });
  const change = fc.oneof(
    { weight: 4, arbitrary: fc.tuple(fc.constant('set'), at, fc.nat({ max: 255 })) },
    { weight: 1, arbitrary: fc.tuple(fc.constant('cut'), at, fc.nat({ max: 600 })) },
    { weight: 1, arbitrary: fc.tuple(fc.constant('repeat'), at, fc.nat({ max: 600 })) },
    { weight: 1, arbitrary: fc.tuple(fc.constant('end'), at, fc.constant(0)) },
  );
  return fc
    .array(change, { minLength: 1, maxLength: 4 })
    .map((changes) => changes.reduce(applyChange, sound));
}

function applyChange(bytes: Buffer, [what, at, value]: readonly [string, number, number]): Buffer {
  const head = bytes.subarray(0, at);
  if (what === 'end') return Buffer.from(head);
  if (what === 'cut') return Buffer.concat([head, bytes.subarray(at + value)]);
  if (what === 'repeat') return Buffer.concat([head, bytes.subarray(at, at + value), bytes.subarray(at)]);
  return Buffer.concat([head, Buffer.of(value), bytes.subarray(at + 1)]);
}

/** Checked by other means than the policy's own. */
function isAcceptable(path: string): boolean {
  const segments = path.split('/');
  return (
    path === path.normalize('NFC') &&
    !/[\\\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u.test(path) &&
    segments.length <= 16 &&
    segments.every(
      (segment) => !['', '.', '..', '.htaccess'].includes(segment) && Buffer.byteLength(segment) <= 255,
    )
  );
}

const segment = fc.oneof(
  fc.constantFrom(
    '..',
    '.',
    '',
    'a',
    'A',
    'ñ',
    'n\u0303',
    'C:',
    '.htaccess',
    'a\\b',
    '\0',
    '\u202e',
    'x'.repeat(256),
  ),
  fc.string({ unit: 'binary', maxLength: 12 }),
);
const name = fc.array(segment, { minLength: 1, maxLength: 20 }).map((segments) => segments.join('/'));
const names = fc.array(name, { minLength: 1, maxLength: 5 });

describe('a package of any bytes', () => {
  it('is refused by a code, whatever the bytes are', async () => {
    const head = fc.constantFrom(
      '',
      'PK\u0003\u0004',
      'PK\u0005\u0006',
      '\u001f\u008b\u0008\u0000',
      '\0'.repeat(257) + 'ustar',
    );
    const bytes = fc.tuple(head, fc.uint8Array({ maxLength: 2000 }), fc.boolean());
    await fc.assert(
      fc.asyncProperty(bytes, async ([start, rest, packed]) => {
        const whole = Buffer.concat([Buffer.from(start, 'latin1'), rest]);
        expect(await outcome(packed ? gzipSync(whole) : whole)).toBeUndefined();
      }),
      PARAMETERS,
    );
  });

  it.each(Object.entries(SOUND))(
    'is accepted or refused by a code where it was a %s once',
    async (_what, sound) => {
      expect(await outcome(sound)).toHaveLength(ENTRIES.length);
      await fc.assert(
        fc.asyncProperty(mutated(sound), fc.boolean(), async (bytes, packed) => {
          const paths = (await outcome(packed ? gzipSync(bytes, { level: 1 }) : bytes)) ?? [];
          expect(paths.filter((path) => !isAcceptable(path))).toEqual([]);
        }),
        { ...PARAMETERS, numRuns: Math.ceil(FUZZ_RUNS / Object.keys(SOUND).length) },
      );
    },
  );

  it('has acceptable names only, in a zip and in a tar, once it is accepted', async () => {
    let accepted = 0;
    await fc.assert(
      fc.asyncProperty(names, fc.boolean(), async (paths, inTar) => {
        const entries = paths.map((path) => ({ name: path, content: 'x' }));
        const tar = (): Buffer => buildTar(entries.map((entry) => ({ ...entry, pax: { path: entry.name } })));
        const got = await outcome(inTar ? tar() : buildZip(entries));
        if (got === undefined) return;
        accepted += 1;
        expect(got.filter((path) => !isAcceptable(path))).toEqual([]);
        expect(got.length).toBeLessThanOrEqual(paths.length);
      }),
      PARAMETERS,
    );
    expect(accepted).toBeGreaterThan(0);
  });
});
