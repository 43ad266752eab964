import type { WebServerPart } from '../../../facts.js';
import type { Directive } from './parse.js';

/** What a line that is not known as harmless leaves unproven. */
export interface Doubt {
  /** `all` where it may change anything, or keep nginx from starting. */
  readonly parts: readonly WebServerPart[] | 'all';
  readonly line: string;
}

/** What readers get at all. */
export const ANSWER: readonly WebServerPart[] = ['files', 'headers', 'access'];

/** A doubt about a directive, which is told as it is written, without its block. */
export function doubtOn(directive: Pick<Directive, 'name' | 'args'>, parts: Doubt['parts']): Doubt {
  return { parts, line: [directive.name, ...directive.args].join(' ').slice(0, 120) };
}
