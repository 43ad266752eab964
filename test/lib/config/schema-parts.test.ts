import { z } from 'zod';
import { email, oneOf } from '../../../lib/config/schema-parts.js';

describe('oneOf', () => {
  const schema = oneOf({ a: z.string().optional(), b: z.string().optional() }, 'problem.tls-choice');

  it('takes a mapping with exactly one of its keys', () => {
    expect(schema.safeParse({ a: 'x' }).success).toBe(true);
    expect(schema.safeParse({ b: 'x', a: undefined }).success).toBe(true);
  });

  test.each([
    [{}, '{}'],
    [{ a: 'x', b: 'y' }, '"a, b"'],
  ])('refuses %j by its own name, and says what it got', (value, got) => {
    expect(schema.safeParse(value).error?.issues).toEqual([
      expect.objectContaining({ message: 'problem.tls-choice', params: { got } }),
    ]);
  });
});

describe('email', () => {
  it('names the fault of a wrong form, and leaves another type to the general text', () => {
    expect(email.safeParse('guardia@example.org').success).toBe(true);
    expect(email.safeParse('guardia').error?.issues[0]?.message).toBe('problem.email');
    expect(email.safeParse(1).error?.issues[0]?.code).toBe('invalid_type');
    expect(email.safeParse(1).error?.issues[0]?.message).not.toBe('problem.email');
  });
});
