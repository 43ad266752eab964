import { isUnresolved, type Fact } from '../../facts.js';
import { globsOverlap } from '../../glob.js';
import { onHost, type Container } from './containers.js';
import type { HostFile, HostFiles } from './host-files.js';
import { containerRuntime } from './nginx/runtime.js';

const DAYS: Readonly<Record<string, number>> = {
  hourly: 1 / 24,
  daily: 1,
  weekly: 7,
  monthly: 28,
  yearly: 365,
};

interface Rotation {
  /** Places of the logs, with wildcards. */
  readonly places: readonly string[];
  readonly days: Fact<number>;
}

/** What rotates logs away, and after how many days. */
export class LogRotations {
  private constructor(private readonly rotations: readonly Rotation[]) {}

  /** Reads every delivered configuration of logrotate, on the host and in containers. */
  static read(stack: string, files: HostFiles, containers: readonly Container[]): LogRotations {
    const onItsHost = [...files.values()].filter(({ path }) => path.startsWith('/etc/logrotate'));
    const inContainers = containers.flatMap((container) => {
      const seen = [...containerRuntime(container, files).files];
      return seen
        .filter(([path]) => path.includes('logrotate'))
        .flatMap(([, file]) => rotationsOf(file, (path) => onHost(container, path)));
    });
    return new LogRotations([
      ...onItsHost.flatMap((file) => rotationsOf(file, (path) => `${stack}:${path}`)),
      ...inContainers,
    ]);
  }

  /** Days after which a log at a place is deleted; absent: never. */
  daysOf(place: string): Fact<number> | undefined {
    const own = this.rotations.filter(({ places }) => places.some((pattern) => globsOverlap(pattern, place)));
    const hole = own.map(({ days }) => days).find(isUnresolved);
    if (hole !== undefined || own.length === 0) return hole;
    return Math.min(...own.map(({ days }) => Number(days)));
  }
}

function rotationsOf({ content, path }: HostFile, place: (path: string) => string | undefined): Rotation[] {
  if (isUnresolved(content)) return [{ places: ['*'], days: content }];
  const plain = content.replace(/^\s*#.*$/gm, '');
  const general = plain.replace(/^[^\n]*\{[^}]*\}/gm, '');
  return [...plain.matchAll(/^\s*((?:"[^"\n]+"|\/\S+)(?:\s+(?:"[^"\n]+"|\/\S+))*)\s*\{([^}]*)\}/gm)].map(
    ([, names = '', body = '']) => ({
      places: names.split(/\s+/).flatMap((name) => place(name.replace(/"/g, '')) ?? []),
      days: daysOf(`${general}\n${body}`, path),
    }),
  );
}

/** `rotate` counts files: with a size limit they may be gone in an hour. */
function daysOf(settings: string, path: string): Fact<number> {
  const last = (pattern: RegExp): string | undefined => [...settings.matchAll(pattern)].at(-1)?.[1];
  const count = last(/^\s*rotate\s+(-?\d+)\s*$/gm);
  const period = last(/^\s*(hourly|daily|weekly|monthly|yearly)\s*$/gm) ?? 'weekly';
  const age = last(/^\s*maxage\s+(\d+)\s*$/gm);
  if (/^\s*(?:size|maxsize)\s/m.test(settings)) return { unresolved: `${path}: size` };
  const kept = count === '-1' ? Infinity : Number(count ?? 0) * (DAYS[period] ?? 7);
  const days = Math.min(kept, age === undefined ? Infinity : Number(age));
  return Math.floor(days);
}
