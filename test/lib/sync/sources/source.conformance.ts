import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ErrorCode } from '../../../../lib/errors.js';
import type { ReceivedPackage } from '../../../../lib/cut/index.js';
import type { FetchResult, Source } from '../../../../lib/sync/sources/source.js';
import { sha256 } from '../../../support/cuts.js';
import { everythingOf } from '../../../support/everything-of.js';
import { sampleCuts, type SamplePackage } from '../../../support/sample-package.js';
import { useTemporaryDirectory } from '../../../support/temporary-directory.js';

/** Time that every offered file bears, so that no source can tell two versions by it. */
export const OFFERED_AT = new Date('2024-06-03T03:00:00Z');

/** One institute, and the source that asks it. */
export interface SourceBench {
  readonly source: Source;
  /** Every text that must never show in an error; empty where the source has no credentials. */
  readonly secrets: readonly string[];
  /** Offers one package in the place of what there was, its files dated {@link OFFERED_AT}. */
  offer(sample: SamplePackage): void | Promise<void>;
  /** Offers nothing. */
  withdraw(): void | Promise<void>;
  stop(): void | Promise<void>;
}

/** A way in which an institute fails, and how the source has to name it. */
export interface SourceFault<B extends SourceBench> {
  inject(bench: B): void | Promise<void>;
  readonly code: ErrorCode;
  readonly retryable: boolean;
}

/** What the suite needs of one kind of source. */
export interface SourceHarness<B extends SourceBench> {
  readonly form: ReceivedPackage['form'];
  /** Whether the source says `unchanged` of a version that is known; else it hands it over again. */
  readonly tellsUnchanged: boolean;
  /** @param directory the bench's own, beside those into which the suite fetches */
  start(directory: string): Promise<B>;
  /** Each by its name; injected after a package was offered, and before it is asked for. */
  readonly faults: Readonly<Record<string, SourceFault<B>>>;
}

type Fetched = Extract<FetchResult, { kind: 'package' }>;

/** The contract of `Source`, held against one kind of source. */
export function describeSource<B extends SourceBench>(kind: string, harness: SourceHarness<B>): void {
  describe(`${kind} as a source`, () => {
    const directory = useTemporaryDirectory();
    const [first, second] = sampleCuts();
    let bench: B;
    let runs = 0;

    beforeEach(async () => {
      const own = join(directory(), 'bench');
      mkdirSync(own);
      bench = await harness.start(own);
    });
    afterEach(() => bench.stop());

    /** What time it is at a source that tells it. */
    const time = (): object => (bench.source.tellsTime === true ? { sourceTime: expect.any(Date) } : {});
    const freshRun = (): string => {
      const run = join(directory(), `run-${(runs += 1)}`);
      mkdirSync(run);
      return run;
    };
    const fetched = async (run = freshRun(), known?: Fetched['validators']): Promise<Fetched> => {
      const result = await bench.source.fetch({ directory: run, known });
      if (result.kind !== 'package') throw new Error(`no package: ${result.kind}`);
      return result;
    };

    it('has nothing to hand over where nothing is offered', async () => {
      await bench.withdraw();
      const run = freshRun();
      expect(await bench.source.fetch({ directory: run })).toEqual({ kind: 'absent', ...time() });
      expect(readdirSync(run)).toEqual([]);
    });

    it('tells in every answer what time it is, or in none', async () => {
      await bench.offer(first);
      const { sourceTime, validators } = await fetched();
      const again = await bench.source.fetch({ directory: freshRun(), known: validators });
      for (const told of [sourceTime, again.sourceTime])
        expect(told !== undefined).toBe(bench.source.tellsTime === true);
    });

    it('hands over the whole package, hashed, inside the directory of the run', async () => {
      await bench.offer(first);
      const run = freshRun();
      expectPackage((await fetched(run)).received, first, run);
    });

    it('writes one thing, and that under the name that it tells', async () => {
      await bench.offer(first);
      const run = freshRun();
      const { received } = await fetched(run);
      expect(readdirSync(run).map((name) => join(run, name))).toEqual([received.path]);
      expect(received.name).toMatch(/^\w[\w.-]*$/);
      expect(readdirSync(directory()).filter((name) => !/^(?:bench|run-\d+)$/.test(name))).toEqual([]);
    });

    it('hands over the same again, however often it is asked', async () => {
      await bench.offer(first);
      const packages = [await fetched(), await fetched(), await fetched()].map(({ received }) => received);
      expect(new Set(packages.map(({ sha256: digest }) => digest)).size).toBe(1);
      expect(new Set(packages.map(({ name }) => name)).size).toBe(1);
    });

    it(`${harness.tellsUnchanged ? 'says unchanged' : 'hands over the same'} of the version that is known`, async () => {
      await bench.offer(first);
      const { received, validators } = await fetched();
      const run = freshRun();
      const again = await bench.source.fetch({ directory: run, known: validators });
      if (harness.tellsUnchanged) {
        expect(again).toEqual({ kind: 'unchanged', ...time() });
        expect(readdirSync(run)).toEqual([]);
      } else {
        expect(again).toMatchObject({ kind: 'package', received: { sha256: received.sha256 } });
      }
    });

    it('sees the next package', async () => {
      await bench.offer(first);
      const { validators } = await fetched();
      await bench.offer(second);
      const run = freshRun();
      expectPackage((await fetched(run, validators)).received, second, run);
    });

    it('sees a package of the same name, size and time with other content', async () => {
      const twin = twinOf(first);
      await bench.offer(first);
      const { received, validators } = await fetched();
      await bench.offer(twin);
      const run = freshRun();
      const changed = await fetched(run, validators);
      expectPackage(changed.received, twin, run);
      expect(changed.received).toMatchObject({ name: received.name, bytes: received.bytes });
    });

    it('sees that what it knew is gone, and that it is back', async () => {
      await bench.offer(first);
      const { validators } = await fetched();
      await bench.withdraw();
      expect(await bench.source.fetch({ directory: freshRun(), known: validators })).toEqual({
        kind: 'absent',
        ...time(),
      });
      await bench.offer(first);
      const run = freshRun();
      expectPackage((await fetched(run)).received, first, run);
    });

    describe.each(Object.entries(harness.faults))('where the institute %s', (_name, fault) => {
      it(`fails with ${fault.code}, hands nothing over, and lets no credential out`, async () => {
        await bench.offer(first);
        await fault.inject(bench);
        const thrown: unknown = await bench.source.fetch({ directory: freshRun() }).then(
          (result) => (result.kind === 'refused' ? result.error : result),
          (error: unknown) => error,
        );
        expect(thrown).toMatchObject({ code: fault.code, retryable: fault.retryable });
        for (const secret of bench.secrets) expect(everythingOf(thrown)).not.toContain(secret);
      });
    });
  });
}

/** A package of the same name and size with another byte in it. */
export function twinOf(sample: SamplePackage): SamplePackage {
  const bytes = flipped(sample.bytes);
  const [path = '', content = Buffer.alloc(0)] = Object.entries(sample.files)[0] ?? [];
  return { ...sample, bytes, sha256: sha256(bytes), files: { ...sample.files, [path]: flipped(content) } };
}

function flipped(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  const last = copy.length - 1;
  copy[last] = (copy[last] ?? 0) ^ 1;
  return copy;
}

function expectPackage(received: ReceivedPackage, sample: SamplePackage, run: string): void {
  expect(received.path).toBe(join(run, received.path.slice(run.length + 1)));
  if (received.form === 'tree') return expectTree(received, sample);
  expect(received).toMatchObject({ bytes: sample.bytes.length, sha256: sample.sha256 });
  expect(readFileSync(received.path).equals(sample.bytes)).toBe(true);
}

function expectTree(received: Extract<ReceivedPackage, { form: 'tree' }>, { files }: SamplePackage): void {
  const expected = Object.entries(files).map(([path, content]) => ({
    path,
    size: content.length,
    sha256: sha256(content),
  }));
  const byPath = (a: { path: string }, b: { path: string }): number => (a.path < b.path ? -1 : 1);
  expect([...received.files]).toEqual(expected.sort(byPath));
  for (const { path } of received.files) {
    expect(readFileSync(join(received.path, path)).equals(files[path] ?? Buffer.alloc(0))).toBe(true);
  }
}
