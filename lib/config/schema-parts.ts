import { z } from 'zod';
import { describe } from './describe.js';
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

/** Names the fault of a wrong form only: a missing key or another type keeps its general text. */
function onFormat(id: FaultId) {
  return { error: (issue: { code?: string }) => (issue.code === 'invalid_format' ? id : undefined) };
}

export const email = z.email(onFormat('problem.email')).max(254, 'problem.email' satisfies FaultId);

/** A sentence, which YAML may fold over lines. */
export const sentence = (maximum: number): z.ZodString =>
  z
    .string()
    .overwrite((text) => text.replace(/[ \t\r\n]+/g, ' ').trim())
    .min(1)
    .max(maximum)
    .regex(formats.PRINTABLE, 'problem.not-printable' satisfies FaultId);

/** A mapping of which exactly one key is given. */
export const oneOf = <T extends z.core.$ZodShape>(shape: T, id: FaultId): z.ZodObject<T, z.core.$strict> =>
  z.strictObject(shape).superRefine((value, context) => {
    const given = Object.entries(value).flatMap(([key, item]) => (item === undefined ? [] : [key]));
    if (given.length === 1) return;
    const got = describe(given.length === 0 ? {} : given.join(', '));
    context.addIssue({ code: 'custom', message: id, params: { got } });
  });
