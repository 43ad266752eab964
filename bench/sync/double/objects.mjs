// The bucket of the S3 double: what it holds of each object, and snapshots that cost nothing.
import { createHash } from 'node:crypto';

/** Bytes up to which content is kept; of bigger objects only the digests are, and nobody here reads them back. */
const KEPT_BYTES = 64 * 1024;
const KEPT_HEADERS =
  /^(?:x-amz-meta-.*|content-(?:type|encoding|disposition|language)|cache-control|expires)$/;

export class Objects {
  #objects = new Map();
  #sorted;
  #snapshots = new Map();
  /** Seconds since 1970: the time of whatever is stored from now on. */
  clock = 0;

  get(key) {
    return this.#objects.get(key);
  }

  put(key, content, headers) {
    const json = headers['content-type'] === 'application/json';
    return this.#set(key, {
      content: json || content.length <= KEPT_BYTES ? content : undefined,
      size: content.length,
      md5: createHash('md5').update(content).digest('hex'),
      sha256: createHash('sha256').update(content).digest('hex'),
      headers: storedHeaders(headers),
      modified: this.clock,
    });
  }

  copy(from, key, headers) {
    return this.#set(key, {
      ...from,
      headers: headers === undefined ? from.headers : storedHeaders(headers),
      modified: this.clock,
    });
  }

  delete(key) {
    if (this.#objects.delete(key)) this.#sorted = undefined;
  }

  /** Keys in the order of their UTF-8 bytes, as S3 lists them. */
  keys() {
    this.#sorted ??= [...this.#objects.keys()].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
    return this.#sorted;
  }

  /** Lower-case hexadecimal SHA-256 of each object. */
  digests() {
    return [...this.#objects].map(([key, { sha256 }]) => [key, sha256]);
  }

  snapshot(name) {
    this.#snapshots.set(name, new Map(this.#objects));
  }

  /** Nothing where no snapshot has the name. */
  restore(name) {
    this.#objects = new Map(this.#snapshots.get(name));
    this.#sorted = undefined;
  }

  #set(key, object) {
    if (!this.#objects.has(key)) this.#sorted = undefined;
    this.#objects.set(key, object);
    return object;
  }
}

function storedHeaders(headers) {
  const kept = Object.entries(headers).filter(([name]) => KEPT_HEADERS.test(name));
  // How the body travelled is no property of the object.
  const settled = kept.map(([name, value]) => [name, value.replace(/^aws-chunked,?\s*/, '')]);
  return Object.fromEntries(settled.filter(([, value]) => value !== ''));
}
