import type { Fact, TurnedAway } from '../../facts.js';
import type { TemplateValue } from './template-value.js';

const READING = ['GET', 'HEAD'];

/** Statements that no reader's request for a page matches. */
const HARMLESS = ['SqliMatchStatement', 'XssMatchStatement', 'IPSetReferenceStatement'];

/** Whom a web ACL's statement singles out; unresolved for one that may take in any reader. */
export function turnedAway(statement: TemplateValue): Fact<TurnedAway> {
  if (namesCountry(statement)) return 'by-country';
  if (takesAll(statement)) return 'everyone';
  const methods = methodsOf(statement);
  if (methods !== undefined) return methods.some((method) => READING.includes(method)) ? 'everyone' : 'some';
  const inner = statement.get('NotStatement', 'Statement');
  const excepted = inner.isAbsent ? undefined : methodsOf(inner);
  if (excepted !== undefined)
    return READING.every((method) => excepted.includes(method)) ? 'some' : 'everyone';
  if (HARMLESS.some((kind) => !statement.get(kind).isAbsent)) return 'some';
  const [kind = 'Statement'] = statement.entries().map(([name]) => name);
  return { unresolved: kind };
}

function namesCountry(statement: TemplateValue): boolean {
  if (!statement.get('GeoMatchStatement').isAbsent) return true;
  return innerOf(statement).some(namesCountry);
}

function innerOf(statement: TemplateValue): readonly TemplateValue[] {
  const not = statement.get('NotStatement', 'Statement');
  return [
    ...(not.isAbsent ? [] : [not]),
    ...statement.get('AndStatement', 'Statements').items(),
    ...statement.get('OrStatement', 'Statements').items(),
  ];
}

/** Every path begins with a slash, and has at least no bytes. */
function takesAll(statement: TemplateValue): boolean {
  const bytes = statement.get('ByteMatchStatement');
  const onPath = !bytes.get('FieldToMatch', 'UriPath').isAbsent;
  const place = bytes.get('PositionalConstraint').text();
  if (onPath && (place === 'STARTS_WITH' || place === 'CONTAINS')) {
    return bytes.get('SearchString').text() === '/';
  }
  const size = statement.get('SizeConstraintStatement');
  return size.get('ComparisonOperator').text() === 'GE' && size.get('Size').number() === 0;
}

/** The methods that a statement names, where it looks at nothing else. */
function methodsOf(statement: TemplateValue): readonly string[] | undefined {
  const either = statement.get('OrStatement', 'Statements').items();
  const methods = (either.length > 0 ? either : [statement]).map(methodOf);
  const named = methods.filter((method) => method !== undefined);
  return named.length === methods.length ? named : undefined;
}

function methodOf(statement: TemplateValue): string | undefined {
  const bytes = statement.get('ByteMatchStatement');
  const exact = bytes.get('PositionalConstraint').text() === 'EXACTLY';
  const method = bytes.get('SearchString').text();
  if (!exact || bytes.get('FieldToMatch', 'Method').isAbsent || typeof method !== 'string') return undefined;
  return method.toUpperCase();
}
