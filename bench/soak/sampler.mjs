import { readdirSync, readFileSync } from 'node:fs';

/** Looks at a process once a second: resident memory in KiB, open descriptors. */
export class Sampler {
  samples = [];
  #timer;

  constructor(pid) {
    const startedAt = performance.now();
    this.#timer = setInterval(() => {
      const minutes = (performance.now() - startedAt) / 60_000;
      const found = look(pid);
      if (found !== undefined) this.samples.push({ minutes, ...found });
    }, 1000);
  }

  stop() {
    clearInterval(this.#timer);
  }
}

/** `undefined` once the process is gone. */
function look(pid) {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const rssKib = Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]);
    return { rssKib, descriptors: readdirSync(`/proc/${pid}/fd`).length };
  } catch {
    return undefined;
  }
}
