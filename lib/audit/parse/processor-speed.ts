import type { LiveHostFact } from '../../compliance/index.js';
import { read, unreadable, type Reading } from '../reading.js';

type ProcessorSpeed = Extract<LiveHostFact['processorSpeed'], { value: unknown }>['value'];

/**
 * The clock speed of the processor: the one in the name of its model, else the highest that `lscpu` tells, else the
 * highest of this instant.
 * @param cpuinfo lines `model name` and `cpu MHz` of /proc/cpuinfo
 * @param lscpu what `lscpu` prints; empty where there is none
 */
export function parseProcessorSpeed(cpuinfo: string, lscpu: string): Reading<ProcessorSpeed> {
  const named = numbersOf(cpuinfo, /^model name\s*:.*@\s*([\d.]{1,8})\s*GHz/gim);
  const maximum = numbersOf(lscpu, /^CPU max MHz:\s*([\d.,]{1,12})/gim).map(inGigahertz);
  const current = numbersOf(cpuinfo, /^cpu MHz\s*:\s*([\d.]{1,12})/gim).map(inGigahertz);
  if (named.length > 0) return read({ gigahertz: Math.min(...named), from: 'name' });
  if (maximum.length > 0) return read({ gigahertz: Math.max(...maximum), from: 'maximum' });
  if (current.length > 0) return read({ gigahertz: Math.max(...current), from: 'current' });
  return unreadable('untold', '/proc/cpuinfo, lscpu');
}

function numbersOf(text: string, pattern: RegExp): number[] {
  return [...text.matchAll(pattern)]
    .map(([, digits = '']) => Number(digits.replace(',', '.')))
    .filter((number) => Number.isFinite(number) && number > 0);
}

function inGigahertz(megahertz: number): number {
  return Math.max(1, Math.round(megahertz)) / 1000;
}
