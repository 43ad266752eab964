/** One section of a logrotate configuration. */
export interface RotationSection {
  /** Paths of the logs, with wildcards. */
  readonly logs: readonly string[];
  /** Its lines, after those that stand above it for all. */
  readonly settings: readonly string[];
}

const SCRIPT = /^(?:pre|post)rotate$|^(?:first|last)action$|^preremove$/;

/** Reads a configuration of logrotate; `undefined` where it includes others, or where its braces do not fit. */
export function readRotations(text: string): readonly RotationSection[] | undefined {
  const reader = new Reader();
  return linesOf(text).every((line) => reader.take(line)) ? reader.read() : undefined;
}

class Reader {
  readonly #sections: RotationSection[] = [];
  readonly #general: string[] = [];
  #names: string[] = [];
  #own: string[] | undefined;
  #inScript = false;

  /** False where the line has no place. */
  take(line: string): boolean {
    if (this.#inScript) this.#inScript = line !== 'endscript';
    else if (SCRIPT.test(line)) this.#inScript = true;
    else if (line === '{') return this.open();
    else if (line === '}') return this.close();
    else if (this.#own !== undefined) this.#own.push(line);
    else if (/^["'/]/.test(line)) this.#names.push(...pathsOf(line));
    else this.#general.push(line);
    return !/^include\b/.test(line) || this.#inScript;
  }

  read(): readonly RotationSection[] | undefined {
    const isWhole = this.#own === undefined && this.#names.length === 0 && !this.#inScript;
    return isWhole ? this.#sections : undefined;
  }

  private open(): boolean {
    if (this.#own !== undefined || this.#names.length === 0) return false;
    this.#own = [];
    return true;
  }

  private close(): boolean {
    if (this.#own === undefined) return false;
    this.#sections.push({ logs: this.#names, settings: [...this.#general, ...this.#own] });
    this.#names = [];
    this.#own = undefined;
    return true;
  }
}

/** Lines without comments, with each brace that opens a section on a line of its own. */
function linesOf(text: string): string[] {
  return text.split('\n').flatMap((raw) => {
    const line = raw.trim();
    if (line === '' || line.startsWith('#')) return [];
    if (line.endsWith('{')) return [line.slice(0, -1).trim(), '{'].filter((part) => part !== '');
    return [line];
  });
}

function pathsOf(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].flatMap(([, double, single, plain]) => {
    return double ?? single ?? plain ?? [];
  });
}
