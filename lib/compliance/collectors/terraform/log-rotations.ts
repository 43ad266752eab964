import { isUnresolved, type Fact } from '../../facts.js';
import { globsOverlap } from '../../glob.js';
import { onHost, type Container } from './containers.js';
import type { HostFile, HostFiles } from './host-files.js';
import { readRotations } from './logrotate.js';
import { containerRuntime } from './nginx/runtime.js';

/** Days; logrotate's own period where none is given. */
const WEEK = 7;
const DAYS: Readonly<Record<string, number>> = {
  hourly: 1 / 24,
  daily: 1,
  weekly: WEEK,
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
  const read = readRotations(content);
  // What it includes, or what does not fit, may rotate any log.
  if (read === undefined) return [{ places: ['*'], days: { unresolved: path } }];
  return read.map(({ logs, settings }) => ({
    places: logs.flatMap((log) => place(log) ?? []),
    days: daysOf(settings, path),
  }));
}

/** `rotate` counts files: with a size limit they may be gone in an hour, unless their number has no end. */
function daysOf(settings: readonly string[], path: string): Fact<number> {
  const words = settings.map((line) => line.split(/[\s=]+/));
  const last = (name: string): string | undefined => words.filter(([first]) => first === name).at(-1)?.[1];
  const period = words.map(([first = '']) => DAYS[first]).filter((days) => days !== undefined);
  const [count, age] = [last('rotate') ?? '0', last('maxage')];
  if (count !== '-1' && words.some(([first = '']) => ['size', 'maxsize'].includes(first)))
    return { unresolved: `${path}: size` };
  if (!/^-?\d+$/.test(count) || !/^\d+$/.test(age ?? '0')) return { unresolved: `${path}: rotate ${count}` };
  const kept = count === '-1' ? Infinity : Number(count) * (period.at(-1) ?? WEEK);
  return Math.floor(Math.min(kept, age === undefined ? Infinity : Number(age)));
}
