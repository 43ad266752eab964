import type { Json } from '../../../../lib/testing/cloudformation/json.js';
import {
  referencesIn,
  splitAttribute,
  substitutedNames,
} from '../../../../lib/testing/cloudformation/references.js';

describe('referencesIn', () => {
  it('finds Ref, Fn::GetAtt in both forms and Fn::Sub, however deep', () => {
    const value: Json = {
      a: [{ Ref: 'One' }, { 'Fn::GetAtt': ['Two', 'Arn'] }],
      b: {
        'Fn::Join': [
          '',
          [{ 'Fn::GetAtt': 'Three.Endpoint.Address' }, { 'Fn::Sub': '${Four}-${Five.Arn}-${!Six}' }],
        ],
      },
    };
    expect([...referencesIn(value)]).toEqual(['One', 'Two', 'Three', 'Four', 'Five']);
  });

  it('passes over the names that Fn::Sub defines itself, but not what they stand for', () => {
    expect([...referencesIn({ 'Fn::Sub': ['${local}/${Other}', { local: { Ref: 'Bucket' } }] })]).toEqual([
      'Other',
      'Bucket',
    ]);
  });

  it('finds nothing in plain values', () => {
    expect(referencesIn({ Condition: { StringEquals: { a: 'b' } } }).size).toBe(0);
    expect(referencesIn(undefined).size).toBe(0);
  });
});

describe('splitAttribute', () => {
  it('keeps the dots of an attribute', () => {
    expect(splitAttribute('Db.Endpoint.Address')).toEqual(['Db', 'Endpoint.Address']);
    expect(splitAttribute(['Db', 'Endpoint.Address'])).toEqual(['Db', 'Endpoint.Address']);
  });
});

describe('substitutedNames', () => {
  it('leaves literals alone', () => {
    expect(substitutedNames('${A} ${!B} ${ C }')).toEqual(['A', 'C']);
  });
});
