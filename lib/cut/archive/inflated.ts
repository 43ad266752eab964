import type { Readable, Transform } from 'node:stream';

/**
 * Joins packed bytes to what inflates them, so that a failure of either is told by the second. Unlike in a pipeline,
 * bytes behind the end of the data are left alone: the reader of the archive knows what they mean.
 */
export function inflated<T extends Transform>(packed: Readable, inflate: T): T {
  packed.on('error', (error) => inflate.destroy(error));
  // It may fail before its reader listens, who is told all the same; without this the process would end.
  inflate.on('error', () => undefined);
  inflate.once('close', () => packed.destroy());
  return packed.pipe(inflate);
}
