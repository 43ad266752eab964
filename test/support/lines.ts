import type { DestinationStream } from 'pino';

/** A destination for a log, and what was written to it, line by line. */
export function linesOf(): { destination: DestinationStream; lines: () => unknown[] } {
  const written: string[] = [];
  return {
    destination: { write: (line) => written.push(line) },
    lines: () => written.map((line) => JSON.parse(line) as unknown),
  };
}
