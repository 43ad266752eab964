import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A disk in memory that can be filled to the last byte. */
export class SmallDisk {
  private constructor(readonly path: string) {}

  /** @param options as `mount` takes them, e.g. `size=2m,nr_inodes=400` */
  static mount(path: string, options: string): SmallDisk {
    mkdirSync(path);
    execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', path]);
    return new SmallDisk(path);
  }

  unmount(): void {
    execFileSync('umount', ['--lazy', this.path]);
  }

  /** Takes all bytes but so many. */
  leaveBytes(bytes: number): void {
    const { bavail, bsize } = statfsSync(this.path);
    writeFileSync(join(this.path, 'filler'), Buffer.alloc(Math.max(0, bavail * bsize - bytes)));
  }

  /** Takes all names but so many. */
  leaveNames(count: number): void {
    const fillers = join(this.path, 'fillers');
    mkdirSync(fillers);
    const { ffree } = statfsSync(this.path);
    for (let name = 0; name < ffree - count; name += 1) writeFileSync(join(fillers, `${name}`), '');
  }

  /** Gives back what was taken. */
  free(): void {
    for (const name of readdirSync(this.path).filter((each) => each.startsWith('filler')))
      rmSync(join(this.path, name), { recursive: true });
  }

  /** @returns false where the disk is in use for writing at this very moment */
  tryReadOnly(): boolean {
    try {
      execFileSync('mount', ['-o', 'remount,ro', this.path], { stdio: 'ignore' });
      return true;
    } catch {
      return false;
    }
  }

  writable(): void {
    execFileSync('mount', ['-o', 'remount,rw', this.path]);
  }
}
