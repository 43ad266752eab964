import type { z } from 'zod';
import type { MessageParams } from '../errors.js';
import { isMessageId } from '../messages/index.js';
import { MINIMUM_RETENTION_HOURS } from '../worker-settings.js';
import { describe, visible } from './describe.js';
import type { Fault, FaultId, FaultPath } from './fault.js';
import { memberAt } from './member-at.js';
import { SHIELD_ADVANCED_USD, type difusorSchema } from './schema.js';
import { choicesAt, keysAt, placesOf } from './schema-keys.js';
import { suggest } from './suggest.js';

type Issue = z.core.$ZodIssue;

/** More than this nobody mends in one go; each costs a search in the file. */
const MAX_UNKNOWN_KEYS = 20;

/** What stands there may be the secret itself, so that only its length is told. */
const LENGTH_ONLY: ReadonlySet<FaultId> = new Set(['problem.secret-name', 'problem.secret-file']);

/** What was checked, and against what. */
interface Checked {
  readonly root: unknown;
  readonly schema: typeof difusorSchema;
}

/** Says what zod found, in the words of the catalogues: what, what it got, what is allowed. */
export function shapeFaults(issues: readonly Issue[], root: unknown, schema: typeof difusorSchema): Fault[] {
  return issues.flatMap((issue) => issueFaults(issue, { root, schema }));
}

function issueFaults(issue: Issue, checked: Checked): Fault[] {
  const path = issue.path.map((key) => (typeof key === 'number' ? key : String(key)));
  if (issue.code === 'unrecognized_keys') return unknownKeys(issue.keys, path, checked);
  if (issue.code === 'invalid_key') return [invalidKey(issue, path)];
  const value = memberAt(checked.root, path);
  if (isFaultId(issue.message)) return [named(issue.message, path, value, customParams(issue))];
  const meant = issue.code === 'invalid_union' ? meantOption(issue, value) : [];
  if (meant.length > 0) {
    return meant.flatMap((inner) => issueFaults({ ...inner, path: [...issue.path, ...inner.path] }, checked));
  }
  const allowed = allowedOf(issue, path, checked);
  if (value === undefined) return [missing(issue, path, allowed)];
  return [general(issue, path, describe(value), allowed)];
}

/** Of a word or one of several mappings, what is wrong with the mapping that comes nearest to the one given. */
function meantOption(issue: Extract<Issue, { code: 'invalid_union' }>, value: unknown): readonly Issue[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  const mappings = issue.errors.filter((option) =>
    option.every(({ path, code }) => path.length > 0 || code === 'unrecognized_keys'),
  );
  return [...mappings].sort((a, b) => a.length - b.length)[0] ?? [];
}

function unknownKeys(keys: readonly string[], path: FaultPath, { root, schema }: Checked): Fault[] {
  // A key of another variant is known elsewhere, and refused here.
  const known = keysAt(schema, path, root).filter((name) => !keys.includes(name));
  return keys.slice(0, MAX_UNKNOWN_KEYS).map((name): Fault => {
    const params = { name: visible(name), allowed: known.join(', ') };
    const suggestion = suggest(name, known);
    const place = suggestion === 'none' ? otherPlace(name, path, schema) : undefined;
    const fault = { path: [...path, name], at: 'key' as const };
    return place === undefined
      ? { ...fault, id: 'problem.unknown-key', params: { ...params, suggestion } }
      : { ...fault, id: 'problem.key-elsewhere', params: { ...params, place } };
  });
}

/** The one other place where a key of this name is accepted; none for a key of another variant of the same mapping. */
function otherPlace(name: string, path: FaultPath, schema: typeof difusorSchema): string | undefined {
  const own = [...path.filter((key) => typeof key === 'string'), name].join('.');
  const [place, ...more] = placesOf(schema, name);
  return more.length === 0 && place !== own ? place : undefined;
}

function invalidKey(issue: Extract<Issue, { code: 'invalid_key' }>, path: FaultPath): Fault {
  const message = issue.issues[0]?.message ?? '';
  const id = isFaultId(message) ? message : 'problem.tag-key';
  return { id, path, params: { got: describe(String(path.at(-1) ?? '')) }, at: 'key' };
}

function named(id: FaultId, path: FaultPath, value: unknown, params: MessageParams): Fault {
  if (LENGTH_ONLY.has(id)) return { id, path, params: { length: String(value).length } };
  if (id === 'problem.shield-price') {
    return { id, path, params: { got: describe(value), price: SHIELD_ADVANCED_USD } };
  }
  if (id === 'problem.retention-too-short') {
    return { id, path, params: { got: describe(value), minimum: MINIMUM_RETENTION_HOURS } };
  }
  return { id, path, params: { got: describe(value), ...params } };
}

function missing(issue: Issue, path: FaultPath, allowed: string): Fault {
  const expected = issue.code === 'invalid_type' ? issue.expected : allowed;
  return { id: 'problem.missing-key', path, params: { name: visible(String(path.at(-1) ?? '')), expected } };
}

function general(issue: Issue, path: FaultPath, got: string, allowed: string): Fault {
  if (issue.code === 'too_small') return bound('small', issue.origin, Number(issue.minimum), path, got);
  if (issue.code === 'too_big') return bound('big', issue.origin, Number(issue.maximum), path, got);
  if (issue.code === 'invalid_value' || issue.code === 'invalid_union') {
    return { id: 'problem.not-in-list', path, params: { got, allowed } };
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

function allowedOf(issue: Issue, path: FaultPath, { root, schema }: Checked): string {
  if (issue.code === 'invalid_value') return issue.values.map(String).join(', ');
  return issue.code === 'invalid_union' ? choicesAt(schema, path, root).join(', ') : '';
}

function customParams(issue: Issue): MessageParams {
  return issue.code === 'custom' ? ((issue.params ?? {}) as MessageParams) : {};
}

function isFaultId(message: string): message is FaultId {
  return message.startsWith('problem.') && isMessageId(message);
}
