import { collectWorkers } from '../../../../../lib/compliance/collectors/cloudformation/workers.js';
import { settings } from '../../facts-builder.js';
import { att, IF, ref, resource, stack } from './stack.js';

const SETTINGS = JSON.stringify(settings());

describe('collectWorkers', () => {
  test('reads a worker', () => {
    const variables = { DIFUSOR_SETTINGS: SETTINGS, SECRET_ARN: ref('S'), KEY_VALUE_STORE_ARN: att('K') };
    expect(one(variables, { ReservedConcurrentExecutions: 1 })).toMatchObject({
      resource: 'site/F',
      settings: settings(),
      reservedConcurrency: 1,
      secrets: ['site/S'],
      keyValueStores: ['site/K'],
      egress: [],
      grants: { unresolved: expect.stringContaining('Role') },
    });
  });

  test('finds secret and store under any name of a variable, by what they are', () => {
    const variables = {
      DIFUSOR_SETTINGS: SETTINGS,
      A: ref('S'),
      B: att('K'),
      C: 'plain',
      SECRET_ARN: ref('Gone'),
    };
    expect(one(variables)).toMatchObject({ secrets: ['site/S', 'site/Gone'], keyValueStores: ['site/K'] });
  });

  test('does not take a function for a worker that nobody starts', () => {
    expect(collectWorkers(stack({ F: resource('AWS::Lambda::Function') }))).toEqual([]);
  });

  test('takes what a schedule starts for the worker, where no function has settings', () => {
    const resources = {
      F: resource('AWS::Lambda::Function'),
      Cleaner: resource('AWS::Lambda::Function'),
      Schedule: resource('AWS::Scheduler::Schedule', { Target: { Arn: att('F') } }),
    };
    expect(collectWorkers(stack(resources)).map((worker) => [worker.resource, worker.settings])).toEqual([
      ['site/F', undefined],
    ]);
    const Cleaner = resource('AWS::Lambda::Function', {
      Environment: { Variables: { DIFUSOR_SETTINGS: SETTINGS } },
    });
    expect(collectWorkers(stack({ ...resources, Cleaner }))).toMatchObject([{ resource: 'site/Cleaner' }]);
  });

  test.each([
    ['not JSON', 'x', 'DIFUSOR_SETTINGS: JSON'],
    ['not settings', '{"zone":1}', expect.stringContaining('DIFUSOR_SETTINGS: ')],
    ['known to the deploy only', IF, expect.stringContaining('Fn::If')],
  ])('does not guess settings that are %s', (_name, value, unresolved) => {
    expect(one({ DIFUSOR_SETTINGS: value })?.settings).toEqual({ unresolved });
  });
});

function one(Variables: Readonly<Record<string, unknown>>, properties = {}) {
  const assembly = stack({
    F: resource('AWS::Lambda::Function', { Environment: { Variables }, ...properties }),
    S: resource('AWS::SecretsManager::Secret'),
    K: resource('AWS::CloudFront::KeyValueStore'),
  });
  return collectWorkers(assembly)[0];
}
