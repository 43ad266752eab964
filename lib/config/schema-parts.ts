import { z } from 'zod';
import type { FaultId, ValueFault } from './fault.js';
import * as formats from './formats.js';

/** A text of one form; the fault's id travels as zod's message. */
export const format = (pattern: RegExp, id: FaultId): z.ZodString => z.string().regex(pattern, id);

/** A text held to a check that says itself what is wrong. */
export const checked = (fault: (value: string) => ValueFault | undefined): z.ZodString =>
  z.string().superRefine((value, context) => {
    const found = fault(value);
    if (found !== undefined) context.addIssue({ code: 'custom', message: found.id, params: found.params });
  });

/** One line that a person can see. */
export const line = (maximum: number): z.ZodString =>
  z
    .string()
    .min(1)
    .max(maximum)
    .regex(formats.PRINTABLE, 'problem.not-printable' satisfies FaultId);

/** A sentence, which YAML may fold over lines. */
export const sentence = (maximum: number): z.ZodString =>
  z
    .string()
    .overwrite((text) => text.replace(/[ \t\r\n]+/g, ' ').trim())
    .min(1)
    .max(maximum)
    .regex(formats.PRINTABLE, 'problem.not-printable' satisfies FaultId);
