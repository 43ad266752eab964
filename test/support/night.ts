import { generationOf } from '../../lib/cut/index.js';
import { samplePackage, type SamplePackage } from './sample-package.js';

/** The generation of a sample package, by the instant that its name means. */
export function generationAt(sample: SamplePackage, cutTime: string): string {
  return generationOf(new Date(cutTime), sample.sha256);
}

/** A cut of the rehearsal in the settings, and three of the election's night: before the opening, at it, and after. */
export const REHEARSED = samplePackage({ time: '20270516_2000', counted: 111 });
export const ZEROS = samplePackage({ time: '20270606_1945', counted: 100 });
export const FIRST = samplePackage({ time: '20270606_2000', counted: 312 });
export const SECOND = samplePackage({ time: '20270606_2020', counted: 655 });

export const REHEARSED_ID = generationAt(REHEARSED, '2027-05-17T03:00:00Z');
export const ZEROS_ID = generationAt(ZEROS, '2027-06-07T02:45:00Z');
export const FIRST_ID = generationAt(FIRST, '2027-06-07T03:00:00Z');
export const SECOND_ID = generationAt(SECOND, '2027-06-07T03:20:00Z');
