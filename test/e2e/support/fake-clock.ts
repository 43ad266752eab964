import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';

/** Variables for a process whose clock is off by so much, e.g. `+1d`; clocks that nobody sets go right. */
export function clockOff(by: string): Readonly<Record<string, string>> {
  return { ...library(), FAKETIME: by };
}

/** A clock that is set while a process runs. */
export class SteppedClock {
  constructor(private readonly file: string) {
    this.set('+0');
  }

  get env(): Readonly<Record<string, string>> {
    return { ...library(), FAKETIME_TIMESTAMP_FILE: this.file, FAKETIME_NO_CACHE: '1' };
  }

  /** @param by how much it is off from now on, e.g. `-1d` */
  set(by: string): void {
    writeFileSync(this.file, `${by}\n`);
  }
}

function library(): Readonly<Record<string, string>> {
  const variables = execFileSync('faketime', ['-f', '+0', 'env'], { encoding: 'utf8' });
  const preload = /^LD_PRELOAD=(.*)$/m.exec(variables)?.[1];
  if (preload === undefined) throw new Error('faketime names no library');
  return { LD_PRELOAD: preload, FAKETIME_DONT_FAKE_MONOTONIC: '1' };
}
