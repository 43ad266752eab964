import { setFlagsFromString } from 'node:v8';

/**
 * Has this process collect its garbage before it asks for more memory. A cut's requests outlive the young generation
 * while they wait for their answers, and V8 by itself lets the old one grow to a multiple of what is in use: with 40,000
 * files twice the memory, for a tenth less work. For an entry point, before its work begins.
 */
export function keepHeapSmall(): void {
  setFlagsFromString('--heap-growing-percent=10');
  setFlagsFromString('--semi-space-growth-factor=1');
}
