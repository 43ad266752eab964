import { turnedAway } from '../../../../../lib/compliance/collectors/cloudformation/turned-away.js';
import { resource, stack } from './stack.js';

const GEO = { GeoMatchStatement: { CountryCodes: ['MX'] } };
const not = (Statement: object) => ({ NotStatement: { Statement } });
const or = (...Statements: object[]) => ({ OrStatement: { Statements } });

describe('turnedAway', () => {
  test.each([
    ['every method but those of a reader', not(or(method('GET'), method('HEAD'))), 'some'],
    ['another method', method('POST'), 'some'],
    ['listed addresses', { IPSetReferenceStatement: { Arn: 'arn:x' } }, 'some'],
    ['a country', GEO, 'by-country'],
    ['all but a country', not(GEO), 'by-country'],
    ['a country among others', or(method('POST'), GEO), 'by-country'],
    ['every method but one of a reader', not(method('HEAD')), 'everyone'],
    ['a method of a reader', or(method('POST'), method('GET')), 'everyone'],
    ['every path', path('STARTS_WITH', '/'), 'everyone'],
    ['any size', { SizeConstraintStatement: { ComparisonOperator: 'GE', Size: 0 } }, 'everyone'],
  ])('takes %s as it is', (_name, statement, expected) => {
    expect(whom(statement)).toBe(expected);
  });

  test.each([path('STARTS_WITH', '/admin'), not({ IPSetReferenceStatement: { Arn: 'arn:x' } })])(
    'does not guess whom %j takes in',
    (statement) => {
      expect(whom(statement)).toEqual({ unresolved: Object.keys(statement)[0] });
    },
  );
});

function method(SearchString: string) {
  return {
    ByteMatchStatement: { FieldToMatch: { Method: {} }, PositionalConstraint: 'EXACTLY', SearchString },
  };
}

function path(PositionalConstraint: string, SearchString: string) {
  return { ByteMatchStatement: { FieldToMatch: { UriPath: {} }, PositionalConstraint, SearchString } };
}

function whom(statement: object) {
  const { resources } = stack({ Acl: resource('AWS::WAFv2::WebACL', { statement }) });
  return turnedAway(resources[0]!.properties.get('statement'));
}
