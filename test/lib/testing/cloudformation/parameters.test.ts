import { resolveParameters, type GivenParameter } from '../../../../lib/testing/cloudformation/parameters.js';
import type { ParameterTemplate, Template } from '../../../../lib/testing/cloudformation/template.js';

const template = (Parameters: Record<string, ParameterTemplate>): Template => ({ Resources: {}, Parameters });
const given = (key: string, value: string): GivenParameter => ({ key, value, usePrevious: false });
const noSsm = (): undefined => undefined;

describe('resolveParameters', () => {
  it('prefers the value given to the default', () => {
    const values = resolveParameters(
      template({ A: { Type: 'String', Default: 'x' }, B: { Type: 'Number', Default: 3 } }),
      [given('A', 'y')],
      {},
      noSsm,
    );
    expect(values).toEqual({
      A: { given: 'y', resolved: 'y', noEcho: false },
      B: { given: '3', resolved: '3', noEcho: false },
    });
  });

  it('keeps the stack’s value where the request says so', () => {
    const previous = { A: { given: 'old', resolved: 'old', noEcho: false } };
    const keep: GivenParameter = { key: 'A', value: undefined, usePrevious: true };
    expect(resolveParameters(template({ A: { Type: 'String' } }), [keep], previous, noSsm).A?.resolved).toBe(
      'old',
    );
  });

  it('splits lists', () => {
    const declared = template({
      A: { Type: 'CommaDelimitedList' },
      B: { Type: 'List<AWS::EC2::Subnet::Id>' },
      C: { Type: 'CommaDelimitedList', Default: '' },
    });
    const values = resolveParameters(declared, [given('A', 'a, b'), given('B', 'subnet-1')], {}, noSsm);
    expect(Object.values(values).map((value) => value.resolved)).toEqual([['a', 'b'], ['subnet-1'], []]);
  });

  it('reads SSM parameters, and keeps their name as the value given', () => {
    const declared = template({
      Version: { Type: 'AWS::SSM::Parameter::Value<String>', Default: '/cdk/version' },
    });
    const values = resolveParameters(declared, [], {}, (name) =>
      name === '/cdk/version' ? '33' : undefined,
    );
    expect(values.Version).toEqual({ given: '/cdk/version', resolved: '33', noEcho: false });
  });

  it('marks what must not be shown', () => {
    const values = resolveParameters(
      template({ A: { Type: 'String', NoEcho: 'true' } }),
      [given('A', 's')],
      {},
      noSsm,
    );
    expect(values.A?.noEcho).toBe(true);
  });

  it.each<[string, ParameterTemplate, GivenParameter[], string]>([
    ['a missing value', { Type: 'String' }, [], 'Parameters: [A] must have values'],
    [
      'a parameter that the template lacks',
      { Type: 'String' },
      [given('A', 'x'), given('B', 'y')],
      'Parameters: [B] do not exist in the template',
    ],
    [
      'a value that is not allowed',
      { Type: 'String', AllowedValues: ['x'] },
      [given('A', 'y')],
      "Parameter 'A' must be one of AllowedValues",
    ],
    [
      'a value off the pattern',
      { Type: 'String', AllowedPattern: 'a|b' },
      [given('A', 'ab')],
      "Parameter 'A' must match pattern a|b",
    ],
    [
      'an SSM parameter that is not there',
      { Type: 'AWS::SSM::Parameter::Value<String>' },
      [given('A', '/x')],
      'Unable to fetch parameters [/x] from parameter store for this account.',
    ],
  ])('refuses %s', (_fault, parameter, request, words) => {
    expect(() => resolveParameters(template({ A: parameter }), request, {}, noSsm)).toThrow(words);
  });
});
