import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { diskWriteFailed } from '../../disk/disk-failure.js';

const notesSchema = z.strictObject({
  format: z.literal(1),
  /** Name, state and since when it is so, in milliseconds for which the host was up. */
  quiet: z.array(z.tuple([z.string(), z.string(), z.number().nonnegative()])),
  /** Name and state of files that are in the archive, and that could not be deleted. */
  kept: z.array(z.tuple([z.string(), z.string()])),
});

interface Seen {
  readonly mark: string;
  readonly sinceMs: number;
}

/**
 * What an inbox has to remember between two looks, in a small file, so that a worker started anew for each run knows it
 * too. Time is how long this host has been up: no clock that is set moves it, and after a restart it starts over, which
 * can only make a file seem to have rested for less long than it did.
 */
export class InboxNotes {
  readonly #path: string | undefined;
  readonly #upMs: () => number;
  #stored = '';
  #quiet = new Map<string, Seen>();
  #kept = new Map<string, string>();

  /**
   * @param path of the file; absent, the notes end with their process
   * @param upMs milliseconds for which this host has been up
   */
  constructor(path: string | undefined, upMs: () => number) {
    this.#path = path;
    this.#upMs = upMs;
  }

  /** Takes over what the file says, also by another worker; a file that is not understood says nothing. */
  async load(): Promise<void> {
    if (this.#path === undefined) return;
    this.#stored = await readFile(this.#path, 'utf8').catch(() => '');
    const notes = parse(this.#stored);
    if (notes === undefined) return;
    this.#quiet = new Map(notes.quiet.map(([name, mark, sinceMs]) => [name, { mark, sinceMs }]));
    this.#kept = new Map(notes.kept);
  }

  /** @throws STORE_WRITE_FAILED */
  async save(): Promise<void> {
    const path = this.#path;
    const text = this.#text();
    if (path === undefined || text === this.#stored) return;
    const scratch = `${path}.${process.pid}`;
    try {
      await mkdir(dirname(path), { recursive: true });
      await writeFile(scratch, text);
      await rename(scratch, path);
    } catch (error) {
      await rm(scratch, { force: true }).catch(() => undefined);
      throw diskWriteFailed(path, error);
    }
    this.#stored = text;
  }

  /** Milliseconds for which something has been seen as it is, at the least. */
  quietMs(name: string, mark: string): number {
    const now = this.#upMs();
    const seen = this.#quiet.get(name);
    if (seen?.mark === mark && seen.sinceMs <= now) return now - seen.sinceMs;
    this.#quiet.set(name, { mark, sinceMs: now });
    return 0;
  }

  keep(name: string, mark: string): void {
    this.#kept.set(name, mark);
  }

  isKept(name: string, mark: string): boolean {
    return this.#kept.get(name) === mark;
  }

  /** Forgets every file that is not among these. */
  retain(names: ReadonlySet<string>): void {
    for (const notes of [this.#quiet, this.#kept]) {
      for (const name of notes.keys()) if (!names.has(name)) notes.delete(name);
    }
  }

  #text(): string {
    if (this.#stored === '' && this.#quiet.size + this.#kept.size === 0) return '';
    const quiet = [...this.#quiet].map(([name, { mark, sinceMs }]) => [name, mark, sinceMs]);
    return JSON.stringify({ format: 1, quiet, kept: [...this.#kept] });
  }
}

function parse(text: string): z.infer<typeof notesSchema> | undefined {
  try {
    return notesSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
