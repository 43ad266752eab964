// Many runs of one contender as one set of figures: medians, and what no run may exceed.
import { median } from '../synth/figures.mjs';

const POINTER = / pointer$/;

/** Medians of times and memory; requests and bytes of the last run, since they do not vary; the most stale of any. */
export function summarize(runs) {
  const last = runs.at(-1);
  const middle = (figure) => median(runs.map((run) => run[figure]));
  return {
    runs: runs.length,
    wall: middle('wall'),
    cpu: middle('cpu'),
    memory: middle('memory'),
    ...(last.requests === undefined ? {} : traffic(last.requests)),
    ...(last.stale === undefined
      ? {}
      : { stale: Math.max(...runs.map(({ stale }) => stale)), left: last.left }),
  };
}

/** Requests by kind and bytes of bodies, those to the KeyValueStore apart and counted with the bytes. */
export function traffic(tally) {
  const kinds = Object.entries(tally);
  const sum = (figure) => kinds.reduce((total, [, counted]) => total + counted[figure], 0);
  const requests = Object.fromEntries(kinds.map(([kind, counted]) => [kind, counted.requests]));
  return { requests, sentBytes: sum('bodyBytes'), headerBytes: sum('headerBytes') };
}

/** Requests that change something, on S3 or the KeyValueStore. */
export function writes({ requests }) {
  const changing = (kind) => /^(?:PUT|COPY|DELETE|POST)/.test(kind.replace(POINTER, ''));
  return Object.entries(requests).reduce((sum, [kind, count]) => sum + (changing(kind) ? count : 0), 0);
}
