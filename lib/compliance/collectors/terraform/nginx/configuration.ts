import { posix } from 'node:path';
import { isUnresolved } from '../../../facts.js';
import { globsOverlap } from '../../../glob.js';
import type { Gaps } from '../gaps.js';
import { parseNginx, type Directive } from './parse.js';
import type { Runtime } from './runtime.js';

/** What every installation brings along and that answers no request. */
const BROUGHT = /(?:^|\/)(?:mime\.types|fastcgi_params|fastcgi\.conf|modules-enabled\/.*|modules\/.*\.conf)$/;
const MAIN = /^\/etc\/(?:.*\/)?nginx\.conf$/;
const MAX_INCLUDES = 8;

/** The configuration of nginx that a runtime reads, with its includes in place; undefined where it has none. */
export function readConfiguration(runtime: Runtime, gaps: Gaps): readonly Directive[] | undefined {
  const main = mainFile(runtime);
  reportFlags(runtime, gaps);
  return main === undefined ? undefined : new Loader(runtime, gaps, posix.dirname(main)).load(main, 0);
}

function mainFile({ files, command }: Runtime): string | undefined {
  const words = command.filter((word) => typeof word === 'string').join(' ');
  const [, given] = /\bnginx\b.*?\s-c\s*(\S+)/.exec(words) ?? [];
  if (given !== undefined) return files.has(given) ? given : undefined;
  return [...files.keys()].find((path) => MAIN.test(path));
}

/** What else nginx is told on its command line, and a second file that might be the one it reads. */
function reportFlags({ files, command, resource }: Runtime, gaps: Gaps): void {
  const words = command.filter((word) => typeof word === 'string').join(' ');
  const [, after = ''] = /\bnginx\b(.*)$/.exec(words) ?? [];
  const flags = after.replace(/-g\s*["']?daemon off;?["']?/g, '').replace(/(?:^|\s)-[ce]\s*\S+/g, '');
  const [odd] = /(?:^|\s)-[gps].*/.exec(flags) ?? [];
  if (odd !== undefined) gaps.addAll(['webServers', 'frames'], resource, `nginx ${odd.trim()}`);
  const mains = [...files.keys()].filter((path) => MAIN.test(path));
  if (mains.length > 1 && !/\s-c\s*\S/.test(after))
    gaps.addAll(['webServers', 'frames'], resource, mains.join(', '));
}

class Loader {
  constructor(
    private readonly runtime: Runtime,
    private readonly gaps: Gaps,
    private readonly folder: string,
  ) {}

  load(path: string, depth: number): readonly Directive[] {
    const file = this.runtime.files.get(path);
    if (file === undefined || isUnresolved(file.content)) return this.hole(path);
    const parsed = parseNginx(file.content);
    return parsed === undefined ? this.hole(path) : this.expand(parsed, depth);
  }

  private hole(path: string): [] {
    const file = this.runtime.files.get(path);
    this.gaps.addAll(['webServers', 'frames'], file?.resource ?? this.runtime.resource, path);
    return [];
  }

  private expand(directives: readonly Directive[], depth: number): Directive[] {
    return directives.flatMap((directive) => {
      const { name, args, block } = directive;
      if (name === 'include') return this.include(args[0] ?? '', depth);
      // The lines of a map or of types are data, which may begin with any word.
      if (block === undefined || ['map', 'geo', 'types', 'split_clients'].includes(name)) return [directive];
      return [{ ...directive, block: this.expand(block, depth) }];
    });
  }

  private include(pattern: string, depth: number): Directive[] {
    const whole = posix.resolve(this.folder, pattern);
    const found = [...this.runtime.files.keys()].filter((path) => globsOverlap(whole, path)).sort();
    if (depth < MAX_INCLUDES && found.length > 0)
      return found.flatMap((path) => [...this.load(path, depth + 1)]);
    if (!BROUGHT.test(whole))
      this.gaps.addAll(['webServers', 'frames'], this.runtime.resource, `include ${pattern}`);
    return [];
  }
}
