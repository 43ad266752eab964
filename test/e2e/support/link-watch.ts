import { setTimeout as sleep } from 'node:timers/promises';
import type { PublishedSite } from './published-site.js';

const LOOK_EVERY_MS = 2;

/** Looks all along where readers are led. */
export class LinkWatch {
  /** Generations of the cuts in the order in which they were seen. */
  readonly seen: string[] = [];
  readonly #ended: Promise<void>;
  #stop = false;

  constructor(private readonly site: PublishedSite) {
    this.#ended = this.#look();
  }

  /** How often an older cut came after a newer one. */
  get backwards(): number {
    return this.seen.filter((generation, index) => generation < (this.seen[index - 1] ?? '')).length;
  }

  async stop(): Promise<void> {
    this.#stop = true;
    await this.#ended;
  }

  async #look(): Promise<void> {
    while (!this.#stop) {
      const target = this.site.target() ?? '';
      const generation = target.replace(/^cuts\//, '');
      if (target.startsWith('cuts/') && generation !== this.seen.at(-1)) this.seen.push(generation);
      // Whoever does not stop it is not kept from ending.
      await sleep(LOOK_EVERY_MS, undefined, { ref: false });
    }
  }
}
