import type { z } from 'zod';
import type { Fault, FaultPath } from './fault.js';

/** Characters of a wrong value that an error repeats. */
const SHOWN = 80;

type Checked<T> = { readonly data: T; readonly faults: readonly [] } | ShapeFaults;
interface ShapeFaults {
  readonly data: undefined;
  readonly faults: readonly Fault[];
}
type Issue = z.core.$ZodIssue;

/** Checks data against a schema, and tells every fault of its shape. */
export function checkShape<T>(schema: z.ZodType<T>, data: unknown): Checked<T> {
  const result = schema.safeParse(data, { reportInput: true });
  if (result.success) return { data: result.data, faults: [] };
  return { data: undefined, faults: result.error.issues.flatMap(issueFaults) };
}

function issueFaults(issue: Issue): Fault[] {
  const path = issue.path.map((key) => (typeof key === 'number' ? key : String(key)));
  if (issue.code !== 'unrecognized_keys') return [valueFault(issue, path)];
  return issue.keys.map((name) => fault('unknown-key', [...path, name], { name }));
}

function valueFault(issue: Issue, path: FaultPath): Fault {
  const got = show(issue.input);
  if (issue.code === 'too_small' || issue.code === 'too_big') return boundFault(issue, path, got);
  if (issue.code === 'invalid_type') return typeFault(issue, path, got);
  if (issue.code === 'invalid_value') {
    return fault('not-allowed', path, { got, allowed: issue.values.map(String).join(', ') });
  }
  if (issue.code === 'invalid_format') {
    return fault('wrong-format', path, { got, format: issue.format, pattern: issue.pattern ?? '' });
  }
  if (issue.code === 'custom') return fault('zone', path, { got });
  return fault('wrong-type', path, { got, expected: 'scalar' });
}

function typeFault(issue: Extract<Issue, { code: 'invalid_type' }>, path: FaultPath, got: string): Fault {
  if (issue.input === undefined) return fault('missing', path, { name: String(path.at(-1) ?? '') });
  return fault('wrong-type', path, { got, expected: issue.expected });
}

function boundFault(
  issue: Extract<Issue, { code: 'too_small' | 'too_big' }>,
  path: FaultPath,
  got: string,
): Fault {
  if (issue.code === 'too_big')
    return fault('out-of-range', path, { got, side: 'max', limit: Number(issue.maximum) });
  if (issue.origin !== 'number' && issue.origin !== 'int') return fault('empty', path, {});
  return fault('out-of-range', path, {
    got,
    side: issue.inclusive === false ? 'above' : 'min',
    limit: Number(issue.minimum),
  });
}

function fault(name: FaultName, path: FaultPath, params: Fault['params']): Fault {
  return { id: `problem.convocatoria.${name}`, path, params };
}

type FaultName =
  | 'unknown-key'
  | 'missing'
  | 'wrong-type'
  | 'not-allowed'
  | 'wrong-format'
  | 'out-of-range'
  | 'empty'
  | 'zone';

function show(value: unknown): string {
  const text = value === undefined ? '' : JSON.stringify(value);
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
}
