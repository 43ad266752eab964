import type { z } from 'zod';
import type { Convocatoria } from '../convocatorias/index.js';
import type { MessageParams } from '../errors.js';
import type { MessageId } from '../messages/index.js';
import type { FactArea, Facts } from './facts.js';

/** One observation behind a verdict: a text, and the resource that shows it. */
export interface Evidence {
  readonly text: MessageId;
  readonly params?: MessageParams;
  readonly resource?: string;
}

/** What a rule can say of a clause; waivers and evidence on file are the judge's affair. */
export interface Finding {
  /** `manual`: no template can show it; a person has to. */
  readonly outcome: 'met' | 'breached' | 'undetermined' | 'not-applicable' | 'manual';
  readonly evidence: readonly Evidence[];
}

/** What a rule knows beside the facts. */
export interface RuleContext {
  readonly convocatoria: Convocatoria;
  /** Public name of the site. */
  readonly domain: string;
  /** Digests of edge functions whose code is known; absent: the code is not compared. */
  readonly trustedEdgeDigests?: readonly string[];
}

/** One check, named by at least one clause of a call. */
export interface Rule<P = unknown> {
  readonly id: string;
  /** How it judges, for `difusor explain`. */
  readonly how: MessageId;
  /** The facts that it rests on; where one of them has a gap, the judge answers `undetermined`. */
  readonly reads: readonly FactArea[];
  /**
   * Rules of templates whose clauses it also looks at, on the running system; it takes the same params as they do.
   * @default none
   */
  readonly confirms?: readonly string[];
  /** Shape of the params that a clause may give. */
  readonly params: z.ZodType<P>;
  evaluate(facts: Facts, context: RuleContext, params: P): Finding;
}

export const met = (...evidence: Evidence[]): Finding => ({ outcome: 'met', evidence });
export const breached = (...evidence: Evidence[]): Finding => ({ outcome: 'breached', evidence });
export const undetermined = (...evidence: Evidence[]): Finding => ({ outcome: 'undetermined', evidence });
export const manual = (...evidence: Evidence[]): Finding => ({ outcome: 'manual', evidence });
export const notApplicable = (...evidence: Evidence[]): Finding => ({ outcome: 'not-applicable', evidence });
