import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { InboxSourceOptions } from '../../lib/sync/sources/inbox-options.js';

type Location = InboxSourceOptions['location'];

/** A folder into which an institute pushes, with the host around it. */
export class Inbox {
  readonly path: string;
  /** Milliseconds for which the host has been up. */
  upMs = 1_000_000;
  readonly #root: string;

  constructor(root: string) {
    this.#root = root;
    this.path = join(root, 'inbox');
    mkdirSync(this.path);
  }

  /** Writes a file, and the folders above it. */
  push(name: string | Buffer, content: string | Buffer, at?: Date): void {
    const path = Buffer.concat([Buffer.from(`${this.path}/`), Buffer.from(name)]);
    if (typeof name === 'string') mkdirSync(dirname(join(this.path, name)), { recursive: true });
    writeFileSync(path, content);
    if (at !== undefined) utimesSync(path, at, at);
  }

  empty(): void {
    for (const name of this.names()) rmSync(join(this.path, name), { recursive: true });
  }

  names(): string[] {
    return readdirSync(this.path).sort();
  }

  /** A fresh directory for one run. */
  run(): string {
    return mkdtempSync(join(this.#root, 'run-'));
  }

  options(
    complete: Location['complete'],
    form: Location['form'] = 'archive',
    more: Partial<InboxSourceOptions> = {},
  ): InboxSourceOptions {
    return {
      location: { kind: 'inbox', path: this.path, form, complete },
      package: { maxBytes: 10 * 1024 * 1024 },
      cacheDirectory: join(this.#root, 'cache'),
      upMs: () => this.upMs,
      ...more,
    };
  }
}

/** Runs a call as an account without the rights of root, where the tests have these. */
export async function withoutRoot<T>(call: () => Promise<T>): Promise<T> {
  if (process.getuid?.() !== 0 || process.seteuid === undefined) return call();
  process.seteuid(65534);
  try {
    return await call();
  } finally {
    process.seteuid(0);
  }
}
