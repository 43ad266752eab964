// Numbers and bytes that a text decides: the same seed makes the same site on every machine.
import { createCipheriv, createHash } from 'node:crypto';

/** A source of numbers in [0, 1) (mulberry32), started by a text. */
export function randomFrom(text) {
  let state = createHash('md5').update(text).digest().readUInt32LE(0);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A whole number from `from` to `to`, both included. */
export function between(random, from, to) {
  return from + Math.floor(random() * (to - from + 1));
}

/** Bytes that no compressor makes smaller. */
export function noise(text, size) {
  const key = createHash('md5').update(text).digest();
  return createCipheriv('aes-128-ctr', key, Buffer.alloc(16)).update(Buffer.alloc(size));
}

/** The same items in an order that the text decides (Fisher-Yates). */
export function shuffled(items, text) {
  const random = randomFrom(text);
  const mixed = [...items];
  for (let index = mixed.length - 1; index > 0; index -= 1) {
    const other = between(random, 0, index);
    [mixed[index], mixed[other]] = [mixed[other], mixed[index]];
  }
  return mixed;
}
