// The S3 side: each contender brings the bucket from the first cut to the next one, in turns, in each of the cases.
import { join } from 'node:path';
import { measure } from './measure.mjs';
import { compareWithCut, digestsOf } from './readers.mjs';
import { CASES, changeOf, CUT_TIMES, setCaseTimes } from './site/site.mjs';

/**
 * Milliseconds before each answer: the 50/80/20 for a page of a listing, a write, and a read. A server-side
 * copy and a deletion are writes.
 */
export const LATENCY_MS = { LIST: 50, PUT: 80, COPY: 80, DELETE: 80, GET: 20, HEAD: 20 };

/** Seconds after a cut's time at which its objects are stored. */
const STORED_AFTER = 60;

export class S3Bench {
  #double;
  #site;
  #cuts;

  constructor({ double, site, cuts }) {
    this.#double = double;
    this.#site = site;
    this.#cuts = cuts;
  }

  /** The bucket as each contender's own first run leaves it; that run warms the machine up, and is not timed. */
  async publishFirst(contender) {
    const { ask } = this.#double;
    await ask('latency', {});
    await ask('restore', 'nothing');
    await ask('clock', CUT_TIMES.first + STORED_AFTER);
    const figures = await this.#run(contender, {
      tree: join(this.#site, 'first'),
      cutSeconds: CUT_TIMES.first,
    });
    await ask('snapshot', contender.name);
    await ask('latency', LATENCY_MS);
    await ask('clock', CUT_TIMES.next + STORED_AFTER);
    return figures;
  }

  /** The next cut of a case; the times of its files must be set. */
  async publishNext(contender, caseName) {
    const { ask } = this.#double;
    await ask('restore', contender.name);
    const figures = await this.#run(contender, this.#next(caseName));
    return { ...figures, ...(await this.#readers(contender, caseName)) };
  }

  /** The same cut once more. */
  async publishAgain(contender, caseName) {
    const { ask } = this.#double;
    await ask('snapshot', 'again');
    await ask('restore', 'again');
    return this.#run(contender, this.#next(caseName));
  }

  setTimes(caseName) {
    setCaseTimes(this.#site, caseName, this.#cutsOf(caseName));
  }

  changeOf(caseName) {
    return changeOf(this.#site, caseName, this.#cutsOf(caseName));
  }

  #next(caseName) {
    return { tree: join(this.#site, CASES[caseName].tree), cutSeconds: CUT_TIMES.next };
  }

  #cutsOf(caseName) {
    return this.#cuts[CASES[caseName].tree];
  }

  async #run(contender, task) {
    const figures = await measure(contender.command(task), { env: { HOME: this.#site, ...contender.env } });
    return { ...figures, requests: await this.#double.ask('tally') };
  }

  async #readers(contender, caseName) {
    const { next, deleted } = this.#cutsOf(caseName);
    return compareWithCut({
      bucket: new Map(await this.#double.ask('digests')),
      expected: digestsOf(this.#next(caseName).tree, next.keys()),
      deleted,
      keyOf: await contender.reader(),
    });
  }
}
