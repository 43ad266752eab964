import type { z } from 'zod';
import type { MessageParams } from '../errors.js';
import { isMessageId } from '../messages/index.js';
import { describe, visible } from './describe.js';
import type { Fault, FaultId, FaultPath } from './fault.js';
import { SHIELD_ADVANCED_USD, type difusorSchema } from './schema.js';
import { keysAt } from './schema-keys.js';
import { suggest } from './suggest.js';

type Issue = z.core.$ZodIssue;

/** More than this nobody mends in one go; each costs a search in the file. */
const MAX_UNKNOWN_KEYS = 20;

/** Says what zod found, in the words of the catalogues: what, what it got, what is allowed. */
export function shapeFaults(issues: readonly Issue[], root: unknown, schema: typeof difusorSchema): Fault[] {
  return issues.flatMap((issue) => issueFaults(issue, root, schema));
}

function issueFaults(issue: Issue, root: unknown, schema: typeof difusorSchema): Fault[] {
  const path = issue.path.map((key) => (typeof key === 'number' ? key : String(key)));
  if (issue.code === 'unrecognized_keys') return unknownKeys(issue.keys, path, keysAt(schema, path));
  if (issue.code === 'invalid_key') return [invalidKey(issue, path)];
  const value = valueAt(root, path);
  if (isFaultId(issue.message)) return [named(issue.message, path, value, customParams(issue))];
  if (value === undefined) return [missing(issue, path)];
  return [general(issue, path, describe(value))];
}

function unknownKeys(keys: readonly string[], path: FaultPath, known: readonly string[]): Fault[] {
  // A key of another variant is known elsewhere, and refused here.
  const allowed = known.filter((name) => !keys.includes(name));
  return keys.slice(0, MAX_UNKNOWN_KEYS).map((name) => ({
    id: 'problem.unknown-key',
    path: [...path, name],
    params: { name: visible(name), allowed: allowed.join(', '), suggestion: suggest(name, allowed) },
    at: 'key',
  }));
}

function invalidKey(issue: Extract<Issue, { code: 'invalid_key' }>, path: FaultPath): Fault {
  const message = issue.issues[0]?.message ?? '';
  const id = isFaultId(message) ? message : 'problem.tag-key';
  return { id, path, params: { got: describe(String(path.at(-1) ?? '')) }, at: 'key' };
}

function named(id: FaultId, path: FaultPath, value: unknown, params: MessageParams): Fault {
  if (id === 'problem.secret-name') return { id, path, params: { length: String(value).length } };
  if (id === 'problem.shield-price') {
    return { id, path, params: { got: describe(value), price: SHIELD_ADVANCED_USD } };
  }
  return { id, path, params: { got: describe(value), ...params } };
}

function missing(issue: Issue, path: FaultPath): Fault {
  const expected = issue.code === 'invalid_type' ? issue.expected : allowedOf(issue);
  return { id: 'problem.missing-key', path, params: { name: visible(String(path.at(-1) ?? '')), expected } };
}

function general(issue: Issue, path: FaultPath, got: string): Fault {
  if (issue.code === 'too_small') return bound('small', issue.origin, Number(issue.minimum), path, got);
  if (issue.code === 'too_big') return bound('big', issue.origin, Number(issue.maximum), path, got);
  if (issue.code === 'invalid_value' || issue.code === 'invalid_union') {
    return { id: 'problem.not-in-list', path, params: { got, allowed: allowedOf(issue) } };
  }
  if (issue.code === 'invalid_format') {
    return { id: issue.format === 'date' ? 'problem.day' : 'problem.instant', path, params: { got } };
  }
  const expected = issue.code === 'invalid_type' ? issue.expected : issue.code;
  return { id: 'problem.wrong-type', path, params: { got, expected } };
}

function bound(side: 'small' | 'big', origin: string, limit: number, path: FaultPath, got: string): Fault {
  const params = { got, origin, ...(side === 'small' ? { minimum: limit } : { maximum: limit }) };
  if (origin === 'number' || origin === 'int') return { id: `problem.too-${side}`, path, params };
  return { id: side === 'small' ? 'problem.too-short' : 'problem.too-long', path, params };
}

function allowedOf(issue: Issue): string {
  if (issue.code === 'invalid_value') return issue.values.map(String).join(', ');
  return issue.code === 'invalid_union' && 'options' in issue
    ? (issue.options ?? []).map(String).join(', ')
    : '';
}

function customParams(issue: Issue): MessageParams {
  return issue.code === 'custom' ? ((issue.params ?? {}) as MessageParams) : {};
}

function valueAt(root: unknown, path: FaultPath): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, key)
        ? (value as Record<string | number, unknown>)[key]
        : undefined,
    root,
  );
}

function isFaultId(message: string): message is FaultId {
  return message.startsWith('problem.') && isMessageId(message);
}
