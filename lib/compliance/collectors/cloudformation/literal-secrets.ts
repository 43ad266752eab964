import type { LiteralSecretFact } from '../../facts.js';
import type { Assembly } from './assembly.js';
import { intrinsicOf, partsOf, plainText, type Part, type Scope } from './intrinsics.js';
import { isSecretKey } from './secret-key.js';
import { isSecretText } from '../secret-text.js';

/** A value that CloudFormation fetches itself. */
const FETCHED = /\{\{resolve:(?:secretsmanager|ssm-secure):[^}]*\}\}/g;
/** Stands for what only a deploy knows. */
const HOLE = '\uE000';
/** Levels of JSON inside a string that are searched; deeper ones are a gap. */
const MAX_LEVELS = 64;
/** These carry a value for the name beside them, or above them. */
const CARRIERS = ['Value', 'HeaderValue', 'ParameterValue', 'Default'];
const NAMES = ['Name', 'Key', 'HeaderName', 'Header', 'ParameterKey'];

/** One value still to be looked at. */
interface Place {
  readonly value: unknown;
  readonly path: string;
  /** The name that says what it is, not always the last of the path. */
  readonly key: string;
  /** All that a SecretString holds is a secret. */
  readonly inSecretString: boolean;
  /** Levels inside JSON that stands in a string; 0 outside. */
  readonly level: number;
}

interface Search {
  readonly resource: string;
  readonly scope: Scope;
  readonly assembly: Assembly;
  /** Names of the stacks' own secrets, which are none themselves. */
  readonly names: ReadonlySet<string>;
}

/** Places in the templates where a credential stands written out. */
export function collectLiteralSecrets(assembly: Assembly): LiteralSecretFact[] {
  const names = secretNames(assembly);
  const inResources = assembly.resources.flatMap(({ id, raw, scope }) =>
    search({ ...raw, Type: undefined }, '', { resource: id, scope, assembly, names }),
  );
  const inSections = assembly.otherSections.flatMap(({ id, name, raw, scope }) =>
    search(raw, name, { resource: id, scope, assembly, names }),
  );
  return [...inResources, ...inParameters(assembly, names), ...inSections];
}

function secretNames(assembly: Assembly): ReadonlySet<string> {
  const names = assembly
    .ofType('AWS::SecretsManager::Secret')
    .map(({ properties }) => properties.get('Name').text());
  return new Set(names.filter((name) => typeof name === 'string'));
}

/** What a hidden parameter or one named like a credential is by default, stands in the template. */
function inParameters(assembly: Assembly, names: ReadonlySet<string>): LiteralSecretFact[] {
  return assembly.parameters
    .filter(({ id, raw }) => {
      const text = plainText(raw.Default) ?? '';
      if (text === '' || plainText(raw.Type)?.startsWith('AWS::SSM::') === true) return false;
      const hidden = plainText(raw.NoEcho) === 'true';
      const named = isSecretKey(id.slice(id.lastIndexOf('/') + 1)) && !names.has(text);
      return hidden || isWritten(text) || (named && !pointsToSecret(text));
    })
    .map(({ id }) => ({ resource: id, path: 'Default' }));
}

/** Searches without recursion: what stands in a string may be nested deeper than any stack. */
function search(value: unknown, key: string, context: Search): LiteralSecretFact[] {
  const waiting: Place[] = [{ value, path: '', key, inSecretString: false, level: 0 }];
  const found = new Set<string>();
  for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
    const text = textOf(place.value, context.scope);
    if (text !== undefined) {
      const json = parse(text);
      if (json !== undefined) waiting.push({ ...place, value: json, level: place.level + 1 });
      if (isSecret(text, json !== undefined, place, context)) found.add(place.path);
    }
    if (typeof place.value !== 'object' || place.value === null) continue;
    if (place.level > MAX_LEVELS) report(place, context);
    else waiting.push(...childrenOf(place));
  }
  return [...found].sort().map((path) => ({ resource: context.resource, path }));
}

function report({ path }: Place, { resource, assembly }: Search): void {
  const reason = `${path.slice(0, 80)}: > ${String(MAX_LEVELS)} [{…}]`;
  assembly.addGap({ area: 'literalSecrets', resource, reason });
}

/** The text of a value, put together where it is a function of texts, with holes for what only a deploy knows. */
function textOf(value: unknown, scope: Scope): string | undefined {
  const plain = typeof value === 'boolean' ? undefined : plainText(value);
  if (plain !== undefined) return plain.replace(FETCHED, HOLE);
  if (intrinsicOf(value) === undefined) return undefined;
  const text = partsOf({ raw: value, scope }).map(pieceOf).join('');
  return text.replace(FETCHED, HOLE);
}

/** A pseudo parameter is known to everybody, and so hides nothing. */
function pieceOf(part: Part): string {
  if (part.kind === 'text') return part.text;
  return part.kind === 'pseudo' ? part.name : HOLE;
}

function isSecret(text: string, isJson: boolean, place: Place, { names }: Search): boolean {
  if (isWritten(text)) return true;
  if (text === '' || isJson || pointsToSecret(text)) return false;
  if (place.inSecretString) return true;
  return isSecretKey(place.key) && !names.has(text);
}

/** A string with a hole holds a reference; an ARN names what holds the secret. */
function pointsToSecret(text: string): boolean {
  return text.includes(HOLE) || text.startsWith('arn:');
}

function isWritten(text: string): boolean {
  return isSecretText(text, (password) => password.includes(HOLE));
}

function childrenOf({ value, path, key, inSecretString, level }: Place): Place[] {
  const intrinsic = intrinsicOf(value);
  if (intrinsic !== undefined && isWhole(intrinsic)) return [];
  const beside = nameBeside(value);
  return Object.entries(value as Readonly<Record<string, unknown>>).map(([name, item]) => {
    const inherits = Array.isArray(value) || intrinsic !== undefined;
    const own = CARRIERS.includes(name) ? (beside ?? key) : name;
    return {
      value: name === 'Fn::If' && Array.isArray(item) ? [undefined, ...(item as unknown[]).slice(1)] : item,
      path: path === '' ? name : `${path}.${name}`,
      key: inherits ? key : own,
      inSecretString: inSecretString || name === 'SecretString',
      level: level === 0 ? 0 : level + 1,
    };
  });
}

/** A function whose text was already judged as one, or that only refers; others hold values of their own. */
function isWhole([name, argument]: readonly [string, unknown]): boolean {
  if (name === 'Fn::Sub') return typeof argument === 'string';
  return ['Ref', 'Fn::GetAtt', 'Fn::ImportValue', 'Fn::GetStackOutput', 'Fn::FindInMap', 'Fn::Join'].includes(
    name,
  );
}

/** `{ Name: 'PASSWORD', Value: … }` says what its value is. */
function nameBeside(value: unknown): string | undefined {
  if (Array.isArray(value)) return undefined;
  const map = value as Readonly<Record<string, unknown>>;
  return NAMES.map((name) => (Object.hasOwn(map, name) ? plainText(map[name]) : undefined)).find(
    (name) => name !== undefined,
  );
}

/** Variables often carry settings as JSON. */
function parse(text: string): unknown {
  if (!/^\s*[[{]/.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
