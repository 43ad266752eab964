import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A program that takes rsync's place: it notes its arguments and does what a test's shell script says. */
export class FakeRsync {
  readonly command: string;
  readonly #argumentsFile: string;

  /**
   * @param script in sh, run for each pull; `$into` is the folder that is pulled into, `$run` counts pulls from 1
   * @param version first line of what it prints for `--version`
   */
  constructor(directory: string, script: string, version = 'rsync  version 3.2.7  protocol version 31') {
    this.command = join(directory, 'fake-rsync');
    this.#argumentsFile = join(directory, 'arguments');
    rmSync(this.#argumentsFile, { force: true });
    const lines = [
      '#!/bin/sh',
      `if [ "$1" = --version ]; then echo "${version}"; exit 0; fi`,
      `for into; do echo "$into" >> "${this.#argumentsFile}"; done`,
      `run=$(grep -c '^--recursive$' "${this.#argumentsFile}")`,
      script,
    ];
    writeFileSync(this.command, lines.join('\n'), { mode: 0o755 });
  }

  /** Every argument of every pull. */
  arguments(): string[] {
    if (!existsSync(this.#argumentsFile)) return [];
    return readFileSync(this.#argumentsFile, 'utf8').trimEnd().split('\n');
  }
}
