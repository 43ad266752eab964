import { StringDecoder } from 'node:string_decoder';
import { parseManifest, parseManifestFiles, type CutManifest, type ManifestFile } from './manifest.js';

const LIST = '"files":[';
/** Between two files. Within a text every quote has a backslash before it: it never stands there. */
const BETWEEN = '},{"path":';

/**
 * Reads a stored manifest part by part: neither its text, of megabytes, nor a second list of its files is ever in memory
 * whole. One whose keys stand in another order than `formatManifest` writes them is read all the same, only not in parts.
 */
class ManifestReading {
  readonly #decoder = new StringDecoder('utf8');
  readonly #files: ManifestFile[] = [];
  /** Up to the list of files; `undefined` until that has come. */
  #head: string | undefined;
  #rest = '';
  #failed = false;

  add(part: Uint8Array): void {
    if (this.#failed) return;
    this.#rest += this.#decoder.write(part);
    if (this.#head === undefined) this.takeHead();
    if (this.#head !== undefined) this.takeFiles();
  }

  /** What was read; `undefined` for anything that is no manifest. */
  end(): CutManifest | undefined {
    this.#rest += this.#decoder.end();
    if (this.#failed) return undefined;
    const manifest = parseManifest((this.#head ?? '') + this.#rest);
    if (manifest === undefined || this.#files.length === 0) return manifest;
    for (const file of manifest.files) this.#files.push(file);
    return { ...manifest, files: this.#files };
  }

  private takeHead(): void {
    const at = this.#rest.indexOf(LIST);
    if (at < 0) return;
    this.#head = this.#rest.slice(0, at + LIST.length);
    this.#rest = this.#rest.slice(at + LIST.length);
  }

  private takeFiles(): void {
    const end = this.#rest.lastIndexOf(BETWEEN);
    if (end < 0) return;
    const files = parseManifestFiles(`[${this.#rest.slice(0, end + 1)}]`);
    this.#rest = this.#rest.slice(end + 2);
    if (files === undefined) this.#failed = true;
    else for (const file of files) this.#files.push(file);
  }
}

/** Reads a manifest from its parts; `undefined` for anything that is not one. */
export async function manifestFrom(
  parts: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<CutManifest | undefined> {
  const reading = new ManifestReading();
  for await (const part of parts) reading.add(part);
  return reading.end();
}
