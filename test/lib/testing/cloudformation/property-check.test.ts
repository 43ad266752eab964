import { checkProperties } from '../../../../lib/testing/cloudformation/property-check.js';
import type { Json } from '../../../../lib/testing/cloudformation/json.js';
import type { PropertyType, ResourceSpec } from '../../../../lib/testing/cloudformation/resource-spec.js';
import { FEW_SPECS } from './support.js';

const typed = (type: PropertyType, previousTypes: PropertyType[] = []): ResourceSpec => ({
  name: 'Thing',
  cloudFormationType: 'AWS::Test::Thing',
  properties: { Value: { type, previousTypes } },
  attributes: {},
});
const website: PropertyType = { type: 'ref', reference: { $ref: 'Website' } };

describe('checkProperties', () => {
  const check = (type: PropertyType, value: Json, previous: PropertyType[] = []): string[] =>
    checkProperties(typed(type, previous), { Value: value }, FEW_SPECS);

  it('tells all faults at once, nested ones with their place', () => {
    const spec: ResourceSpec = {
      ...typed(website),
      properties: { Value: { type: website }, Name: { type: { type: 'string' }, required: true } },
    };
    expect(checkProperties(spec, { Value: { Colour: 'red' }, Size: 3 }, FEW_SPECS)).toEqual([
      '#: required key [Name] not found',
      '#/Value: required key [IndexDocument] not found',
      '#/Value: extraneous key [Colour] is not permitted',
      '#: extraneous key [Size] is not permitted',
    ]);
  });

  it('lets scalars stand for each other, as CloudFormation does', () => {
    expect(check({ type: 'boolean' }, 'true')).toEqual([]);
    expect(check({ type: 'string' }, 30)).toEqual([]);
  });

  it.each<[PropertyType, Json, string]>([
    [{ type: 'string' }, ['a'], '#/Value: expected type: String, found: JSONArray'],
    [{ type: 'integer' }, { a: 1 }, '#/Value: expected type: String, found: JSONObject'],
    [{ type: 'array', element: { type: 'string' } }, 'a', '#/Value: expected type: JSONArray, found: String'],
    [
      { type: 'array', element: { type: 'string' } },
      ['a', ['b']],
      '#/Value/1: expected type: String, found: JSONArray',
    ],
    [
      { type: 'map', element: { type: 'string' } },
      ['a'],
      '#/Value: expected type: JSONObject, found: JSONArray',
    ],
    [
      { type: 'map', element: { type: 'string' } },
      { k: {} },
      '#/Value/k: expected type: String, found: JSONObject',
    ],
    [website, 'a', '#/Value: expected type: JSONObject, found: String'],
  ])('holds %j against %j', (type, value, fault) => {
    expect(check(type, value)).toEqual([fault]);
  });

  it('takes anything where AWS says JSON', () => {
    expect(check({ type: 'json' }, { any: ['thing'] })).toEqual([]);
  });

  it('takes any member of a union, and any type that the property had', () => {
    const list: PropertyType = { type: 'array', element: { type: 'string' } };
    expect(check({ type: 'union', types: [{ type: 'string' }, list] }, ['a'])).toEqual([]);
    expect(check({ type: 'string' }, ['a'], [list])).toEqual([]);
    expect(check({ type: 'union', types: [{ type: 'string' }, list] }, { a: 1 })).toHaveLength(1);
  });
});
