import { safeCredentials } from '../../../../lib/compliance/rules/safe-credentials.js';
import { evaluate, texts } from '../evaluate.js';
import { HOLE, worker } from '../facts-builder.js';

describe('safe-credentials', () => {
  test('is met where the worker reads its own secret and nothing more', () => {
    expect(evaluate(safeCredentials)).toEqual({
      outcome: 'met',
      evidence: [{ text: 'rule.safe-credentials.met', resource: 'site/Secret' }],
    });
  });

  test('is met by a secret outside the templates, named by its ARN', () => {
    const arn = 'arn:aws:secretsmanager:us-east-1:111111111111:secret:prep-AbCdEf';
    const grants = [grant('secretsmanager:GetSecretValue', arn)];
    expect(
      evaluate(safeCredentials, { secrets: [], workers: [worker({ secrets: [arn], grants })] }).outcome,
    ).toBe('met');
  });

  test.each([
    ['wildcard', 's3:*'],
    ['wildcard', 's3:GetObject*'],
    ['delete', 's3:DeleteObject'],
    ['delete', 'secretsmanager:DeleteSecret'],
    ['delete', 'dynamodb:BatchDeleteItem'],
    ['delete', 'ec2:DeleteVpc'],
    ['wildcard', 's3:?eleteObject'],
    ['power', 'iam:PutRolePolicy'],
  ])('is breached by a %s grant: %s', (text, action) => {
    const finding = evaluate(safeCredentials, {
      workers: [worker({ grants: [...own(), grant(action, 'site/Bucket')] })],
    });
    expect([finding.outcome, ...texts(finding)]).toEqual(['breached', `safe-credentials.${text}`]);
  });

  test.each(['iam:PassRole', 'sts:AssumeRole', 'kms:Decrypt'])('is breached by %s on anything', (action) => {
    const finding = evaluate(safeCredentials, {
      workers: [worker({ grants: [...own(), grant(action, '*')] })],
    });
    expect([finding.outcome, ...texts(finding)]).toEqual(['breached', 'safe-credentials.power']);
  });

  test('does not guess what another role may do that the worker can take', () => {
    const grants = [...own(), grant('sts:AssumeRole', 'site/Other')];
    expect(evaluate(safeCredentials, { workers: [worker({ grants })] }).outcome).toBe('undetermined');
  });

  test('is breached where another role reads the secret, and undetermined where it may', () => {
    const judge = (reader: string | typeof HOLE) =>
      evaluate(safeCredentials, {
        secrets: [{ resource: 'site/Secret', kind: 'secrets-manager', readers: [reader] }],
      });
    expect(texts(judge('site/Other'))).toEqual(['safe-credentials.reader']);
    expect(judge(HOLE).outcome).toBe('undetermined');
  });

  test('lets Lambda delete the network interfaces that it made', () => {
    const grants = [...own(), grant('ec2:DeleteNetworkInterface', '*')];
    expect(evaluate(safeCredentials, { workers: [worker({ grants })] }).outcome).toBe('met');
  });

  test.each(['*', 'site/Other'])('is breached where the worker may read the secrets of %s too', (target) => {
    const grants = [...own(), grant('secretsmanager:GetSecretValue', target)];
    expect(texts(evaluate(safeCredentials, { workers: [worker({ grants })] }))).toEqual([
      'safe-credentials.other',
    ]);
  });

  test('is breached where the worker may not read its secret', () => {
    expect(texts(evaluate(safeCredentials, { workers: [worker({ grants: [] })] }))).toEqual([
      'safe-credentials.no-grant',
    ]);
  });

  test('is breached by a literal secret anywhere', () => {
    const finding = evaluate(safeCredentials, {
      literalSecrets: [{ resource: 'site/Worker', path: 'Environment.PASSWORD' }],
    });
    expect([finding.outcome, ...texts(finding)]).toEqual(['breached', 'safe-credentials.literal']);
  });

  test('is breached without the secret, without any, or without a worker', () => {
    expect(texts(evaluate(safeCredentials, { secrets: [] }))).toEqual(['safe-credentials.missing']);
    expect(
      texts(evaluate(safeCredentials, { secrets: [{ resource: 'site/Secret', kind: 'other' }] })),
    ).toEqual(['safe-credentials.missing']);
    expect(texts(evaluate(safeCredentials, { workers: [worker({ secrets: [] })] }))).toEqual([
      'safe-credentials.none',
    ]);
    expect(texts(evaluate(safeCredentials, { workers: [] }))).toEqual(['no-worker']);
  });

  test.each([
    { grants: HOLE },
    { secrets: [HOLE] },
    { grants: [...own(), { ...grant('x', 'y'), action: HOLE }] },
    { grants: [...own(), { ...grant('secretsmanager:GetSecretValue', ''), target: HOLE }] },
  ])('is undetermined where it can not be read: %j', (hole) => {
    expect(evaluate(safeCredentials, { workers: [worker(hole)] }).outcome).toBe('undetermined');
  });
});

function grant(action: string, target: string) {
  return { resource: 'site/Policy', action, target };
}

function own() {
  return [grant('secretsmanager:GetSecretValue', 'site/Secret')];
}
