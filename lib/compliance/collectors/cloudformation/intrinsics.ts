/** A piece of a string that CloudFormation puts together at deploy time. */
export type Part =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'resource'; readonly id: string; readonly attribute: string }
  /** A pseudo parameter that only the deploy knows, e.g. the account. */
  | { readonly kind: 'pseudo'; readonly name: string }
  | { readonly kind: 'unknown'; readonly reason: string };

/** A raw value of a template, and the stack in whose words it is written. */
export interface Located {
  readonly raw: unknown;
  readonly scope: Scope;
}

/** What one stack's names mean. */
export interface Scope {
  readonly stack: string;
  readonly region: string | undefined;
  isParameter(name: string): boolean;
  mapped(map: string, key: string, second: string): unknown;
  /** Value of another stack's output; `undefined` where the stack or the output is not among the templates. */
  output(stack: string, name: string): Located | undefined;
  /** Value of the output that is exported under a name. */
  exported(name: string): Located | undefined;
}

/** References across stacks may go round in a broken template; no real chain is longer. */
const MAX_DEPTH = 24;
/** Characters and pieces that one value may grow to; references to references can double at every step. */
const MAX_WORK = 20_000;

/** How far one value has been followed, and what work is left for all of it. */
interface Reading {
  readonly depth: number;
  readonly work: { left: number };
}

/** Name and argument of an intrinsic function; `undefined` for plain data. */
export function intrinsicOf(raw: unknown): readonly [name: string, argument: unknown] | undefined {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return undefined;
  const [entry, ...others] = Object.entries(raw);
  if (entry === undefined || others.length > 0) return undefined;
  return entry[0] === 'Ref' || entry[0].startsWith('Fn::') ? entry : undefined;
}

/** Follows what stands for another value (an output, a map, no value at all) to that value. */
export function follow(value: Located, reading = begin()): Located {
  const intrinsic = intrinsicOf(value.raw);
  if (intrinsic === undefined || isOver(reading)) return value;
  reading.work.left -= 1;
  const target = targetOf(intrinsic, value.scope, reading);
  return target === undefined ? value : follow(target, deeper(reading));
}

/** The pieces of a string-like value, in order. */
export function partsOf(value: Located, reading = begin()): readonly Part[] {
  const { raw, scope } = follow(value, reading);
  const text = plainText(raw);
  if (text !== undefined) {
    reading.work.left -= reading.depth === 0 ? 0 : text.length + 1;
    return reading.work.left < 0 ? [unknownPart('…')] : [textPart(text)];
  }
  const [name = '', argument] = intrinsicOf(raw) ?? [];
  const read = isOver(reading) ? undefined : READERS.get(name);
  if (read === undefined) return [unknownPart(describe(raw))];
  reading.work.left -= 1;
  const inner = deeper(reading);
  return read(argument, scope, (piece) => partsOf({ raw: piece, scope }, inner));
}

/** Text, a number or a flag, as CloudFormation writes it out; `undefined` for any other data. */
export function plainText(raw: unknown): string | undefined {
  return typeof raw === 'string' || typeof raw === 'number' || typeof raw === 'boolean'
    ? String(raw)
    : undefined;
}

const begin = (): Reading => ({ depth: 0, work: { left: MAX_WORK } });
const deeper = ({ depth, work }: Reading): Reading => ({ depth: depth + 1, work });
const isOver = ({ depth, work }: Reading): boolean => depth > MAX_DEPTH || work.left <= 0;

type ReadInner = (piece: unknown) => readonly Part[];
type Reader = (argument: unknown, scope: Scope, inner: ReadInner) => readonly Part[];

const READERS: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['Ref', (argument, scope) => [referencePart(plainText(argument), 'Ref', scope)]],
  ['Fn::GetAtt', (argument, scope) => [attributePart(argument, scope)]],
  ['Fn::Join', (argument, _scope, inner) => joinParts(argument, inner)],
  ['Fn::Sub', substituteParts],
  ['Fn::Select', (argument, _scope, inner) => selectParts(argument, inner)],
]);

function targetOf(
  [name, argument]: readonly [string, unknown],
  scope: Scope,
  reading: Reading,
): Located | undefined {
  const literal: ReadLiteral = (raw) => literalOf(partsOf({ raw, scope }, deeper(reading)));
  switch (name) {
    case 'Ref':
      return argument === 'AWS::NoValue' ? { raw: undefined, scope } : undefined;
    case 'Fn::ImportValue':
      return ifDefined(literal(argument), (exported) => scope.exported(exported));
    case 'Fn::GetStackOutput':
      return outputTarget(argument, scope, literal);
    case 'Fn::FindInMap':
      return mappingTarget(argument, scope, literal);
    default:
      return undefined;
  }
}

type ReadLiteral = (raw: unknown) => string | undefined;

function outputTarget(argument: unknown, scope: Scope, literal: ReadLiteral): Located | undefined {
  const { StackName, OutputName } = (argument ?? {}) as { StackName?: unknown; OutputName?: unknown };
  const output = literal(OutputName);
  return ifDefined(literal(StackName), (stack) => ifDefined(output, (key) => scope.output(stack, key)));
}

function mappingTarget(argument: unknown, scope: Scope, literal: ReadLiteral): Located | undefined {
  if (!Array.isArray(argument)) return undefined;
  const [map, first, second] = argument.slice(0, 3).map(literal);
  if (map === undefined || first === undefined || second === undefined) return undefined;
  return ifDefined(scope.mapped(map, first, second), (raw) => ({ raw, scope }));
}

function joinParts(argument: unknown, inner: ReadInner): readonly Part[] {
  const [separator, pieces] = Array.isArray(argument) ? (argument as unknown[]) : [];
  if (typeof separator !== 'string' || !Array.isArray(pieces)) return [unknownPart('Fn::Join')];
  return pieces.flatMap((piece, index) => [...(index > 0 ? [textPart(separator)] : []), ...inner(piece)]);
}

function substituteParts(argument: unknown, scope: Scope, inner: ReadInner): readonly Part[] {
  const [template, variables] = Array.isArray(argument) ? (argument as unknown[]) : [argument];
  if (typeof template !== 'string') return [unknownPart('Fn::Sub')];
  const given = (variables ?? {}) as Readonly<Record<string, unknown>>;
  return template.split(/(\$\{[^}$]*\})/).flatMap((piece): readonly Part[] => {
    const name = /^\$\{(.*)\}$/.exec(piece)?.[1];
    if (name === undefined) return [textPart(piece)];
    if (name.startsWith('!')) return [textPart(`\${${name.slice(1)}}`)];
    if (Object.hasOwn(given, name)) return inner(given[name]);
    return name.includes('.') ? [attributePart(name, scope)] : [referencePart(name, 'Ref', scope)];
  });
}

/** A piece cut out of one resource's attribute still points to that resource. */
function selectParts(argument: unknown, inner: ReadInner): readonly Part[] {
  const [index, list] = Array.isArray(argument) ? (argument as unknown[]) : [];
  if (Array.isArray(list)) return inner((list as unknown[])[indexOf(index)]);
  const [name, split] = intrinsicOf(list) ?? [];
  if (name !== 'Fn::Split' || !Array.isArray(split)) return [unknownPart('Fn::Select')];
  const whole = inner(split[1]);
  const literal = literalOf(whole);
  if (literal !== undefined)
    return [textPart(literal.split(plainText(split[0]) ?? '')[indexOf(index)] ?? '')];
  const resources = whole.filter((part) => part.kind === 'resource');
  return resources.length === 1 ? resources : [unknownPart('Fn::Select')];
}

/** A list's index; of anything else one that no list has. */
function indexOf(raw: unknown): number {
  return Number(plainText(raw) ?? -1);
}

function attributePart(argument: unknown, scope: Scope): Part {
  const path: unknown[] = Array.isArray(argument) ? argument : (plainText(argument) ?? '').split('.');
  const attribute = path.slice(1).map((key) => plainText(key) ?? '');
  return referencePart(plainText(path[0]), attribute.join('.'), scope);
}

function referencePart(name: string | undefined, attribute: string, scope: Scope): Part {
  if (name === undefined || name === '') return unknownPart(attribute);
  if (name.startsWith('AWS::')) return pseudoPart(name, scope);
  if (scope.isParameter(name)) return unknownPart(`Parameters.${name}`);
  return { kind: 'resource', id: `${scope.stack}/${name}`, attribute };
}

function pseudoPart(name: string, scope: Scope): Part {
  const china = scope.region?.startsWith('cn-') ?? false;
  const known: Readonly<Record<string, string | undefined>> = {
    'AWS::StackName': scope.stack,
    'AWS::Region': scope.region,
    'AWS::Partition': scope.region === undefined || china ? undefined : 'aws',
    'AWS::URLSuffix': scope.region === undefined || china ? undefined : 'amazonaws.com',
  };
  const text = known[name];
  return text === undefined ? { kind: 'pseudo', name } : textPart(text);
}

/** The string that the parts make up, where all of them are text. */
export function literalOf(parts: readonly Part[]): string | undefined {
  return parts.every((part) => part.kind === 'text') ? parts.map(({ text }) => text).join('') : undefined;
}

const textPart = (text: string | number | boolean): Part & { kind: 'text' } => ({
  kind: 'text',
  text: String(text),
});
const unknownPart = (reason: string): Part => ({ kind: 'unknown', reason });
const describe = (raw: unknown): string => intrinsicOf(raw)?.[0] ?? (raw === null ? 'null' : typeof raw);

function ifDefined<T, R>(value: T | undefined, then: (value: T) => R | undefined): R | undefined {
  return value === undefined ? undefined : then(value);
}
