import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import type { Source, Validators } from '../../lib/sync/sources/source.js';

/** What a worker takes of a source: the packages that it takes until nothing is new. */
export interface Takings {
  /** Name of each package, and whether another was said to wait. */
  readonly taken: readonly (readonly [name: string, more: boolean | undefined])[];
  /** Of the last. */
  readonly validators: Validators | undefined;
  /** What the source said in the end. */
  readonly end: string;
}

const MOST_PACKAGES = 10;

/** Asks a source again and again, each time knowing what was taken last. */
export async function takeAll(source: Source, directory: string, known?: Validators): Promise<Takings> {
  const taken: [string, boolean | undefined][] = [];
  let validators = known;
  while (taken.length < MOST_PACKAGES) {
    const result = await source.fetch({
      directory: mkdtempSync(join(directory, 'take-')),
      known: validators,
    });
    if (result.kind !== 'package') return { taken, validators, end: result.kind };
    taken.push([result.received.name, result.more]);
    ({ validators } = result);
  }
  throw new Error('the source has no end');
}
