import { Match, Template } from 'aws-cdk-lib/assertions';
import { KeyValueStore } from 'aws-cdk-lib/aws-cloudfront';
import { FixedIpNetwork, SyncWorker } from '../../../constructs/aws/index.js';
import type { DifusorError } from '../../../lib/errors.js';
import { workerSettingsSchema, type WorkerSettings } from '../../../lib/worker-settings.js';
import { emptyStack, someBucket, theResource } from '../../support/stack.js';
import { SETTINGS } from '../../support/worker-settings.js';

function build(settings: WorkerSettings = SETTINGS): Template {
  const stack = emptyStack();
  new SyncWorker(stack, 'Worker', {
    settings,
    siteBucket: someBucket(stack, 'SiteBucket'),
    archiveBucket: someBucket(stack, 'ArchiveBucket'),
    keyValueStore: new KeyValueStore(stack, 'Pointer'),
    network: new FixedIpNetwork(stack, 'Network'),
    secretName: 'difusor/source',
    site: 'difusor-bcs-2024',
  });
  return Template.fromStack(stack);
}

interface Statement {
  readonly Sid?: string;
  readonly Action: string | string[];
  readonly Resource: unknown;
}

/** Every statement of the policies attached to the worker's own role. */
function workerStatements(template: Template): Statement[] {
  const policies = Object.entries(template.findResources('AWS::IAM::Policy')).filter(([id]) =>
    id.startsWith('WorkerRole'),
  );
  return policies.flatMap(([, policy]) => {
    const { PolicyDocument } = (policy as { Properties: { PolicyDocument: { Statement: Statement[] } } })
      .Properties;
    return PolicyDocument.Statement;
  });
}

describe('SyncWorker', () => {
  const template = build();

  it('runs one at a time on arm64 and a runtime that can still be created', () => {
    template.hasResourceProperties('AWS::Lambda::Function', {
      Runtime: 'nodejs24.x',
      Architectures: ['arm64'],
      ReservedConcurrentExecutions: 1,
      Handler: 'index.handler',
    });
  });

  it('runs in the private subnets, behind the fixed IP', () => {
    template.hasResourceProperties('AWS::Lambda::Function', {
      VpcConfig: {
        SubnetIds: [
          { Ref: Match.stringLikeRegexp('privateSubnet1') },
          { Ref: Match.stringLikeRegexp('privateSubnet2') },
        ],
      },
    });
  });

  it('drops a start that it can’t take within a minute instead of queueing stale ones', () => {
    template.hasResourceProperties('AWS::Lambda::EventInvokeConfig', {
      MaximumEventAgeInSeconds: 60,
      MaximumRetryAttempts: 0,
    });
  });

  it('gets its settings without any secret, and the secret by ARN only', () => {
    template.hasResourceProperties('AWS::Lambda::Function', {
      Environment: {
        Variables: {
          DIFUSOR_SETTINGS: JSON.stringify(SETTINGS),
          SECRET_ARN: { Ref: Match.stringLikeRegexp('Secret') },
        },
      },
    });
  });

  it('makes a secret without a value', () => {
    const { definition } = theResource(template, 'AWS::SecretsManager::Secret');
    expect(definition.Properties).not.toHaveProperty('SecretString');
  });

  it('may not delete, and no action of its own is a wildcard (bcs-2024 II.d)', () => {
    const actions = workerStatements(template).flatMap(({ Action }) => Action);
    expect(actions.length).toBeGreaterThan(5);
    for (const action of actions) expect(action).not.toMatch(/\*|Delete/);
  });

  it('may touch nothing but its own prefixes, pointer, secret, log group and queue', () => {
    for (const { Resource } of workerStatements(template)) {
      expect([Resource].flat()).not.toContain('*');
    }
    const site = workerStatements(template).find(({ Sid }) => Sid === 'SiteObjects');
    expect(JSON.stringify(site?.Resource)).toMatch(/cuts\/\*.*manifests\/\*.*stable\/\*.*state\/\*/);
  });

  it('says in the secret what its source wants there', () => {
    const source = { ...SETTINGS.source, auth: 'certificate' } as WorkerSettings['source'];
    build({ ...SETTINGS, source }).hasResourceProperties('AWS::SecretsManager::Secret', {
      Description: Match.stringLikeRegexp('"certificate","key"'),
    });
  });

  it('reads an institute’s bucket with its own role, and nothing else there', () => {
    const source = {
      kind: 's3',
      bucket: 'prep',
      region: 'us-east-1',
      key: 'difusores/',
      auth: 'role',
    } as const;
    const statements = workerStatements(build({ ...SETTINGS, source }));
    expect(statements.filter(({ Sid }) => Sid?.startsWith('Source'))).toEqual([
      expect.objectContaining({ Action: 's3:GetObject', Resource: 'arn:aws:s3:::prep/difusores/*' }),
      expect.objectContaining({ Action: 's3:ListBucket', Resource: 'arn:aws:s3:::prep' }),
    ]);
  });

  it('refuses a source that needs a host', () => {
    const source = { kind: 'inbox', path: '/srv/b', form: 'archive', complete: { when: 'rename' } } as const;
    expect(refusal({ ...SETTINGS, source })).toMatchObject({ code: 'SOURCE_NEEDS_HOST' });
  });

  it('refuses plain HTTP on the queue of lost starts', () => {
    template.hasResourceProperties('AWS::SQS::QueuePolicy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
        ]),
      },
    });
  });
});

/** What Lambda gives to all the variables of a function. */
const LAMBDA_LIMIT_BYTES = 4096;

const SECRET_NAME = `difusor/${'s'.repeat(92)}`;

/** The variables beside the settings as a deploy fills them, each as long as it gets. */
const LONGEST: Readonly<Record<string, string>> = {
  DIFUSOR_SITE: 'd'.repeat(40),
  SITE_BUCKET: 'b'.repeat(63),
  ARCHIVE_BUCKET: 'b'.repeat(63),
  KEY_VALUE_STORE_ARN: `arn:aws:cloudfront::111122223333:key-value-store/${'0'.repeat(36)}`,
  SECRET_ARN: `arn:aws:secretsmanager:ap-southeast-1:111122223333:secret:${SECRET_NAME}-AbCdEf`,
};

const jsonBytes = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));

/** What is thrown at settings that are too large; nothing at others. */
function refusal(settings: WorkerSettings): DifusorError | undefined {
  try {
    build(settings);
    return undefined;
  } catch (error) {
    return error as DifusorError;
  }
}

/** Settings of so many windows, with a name of the call that takes up so many bytes. */
function settingsOf(count: number, padding: number): WorkerSettings {
  const [rehearsal, election] = SETTINGS.windows;
  const windows = Array.from({ length: count }, (_, index) => ({ ...rehearsal!, id: `rehearsal-${index}` }));
  return { ...SETTINGS, convocatoria: 'x'.repeat(padding), windows: [...windows, election!] };
}

/** The largest number below 4096 that is let in, given that those above it are not. */
function largest(letIn: (size: number) => boolean): number {
  let [low, high] = [0, LAMBDA_LIMIT_BYTES];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (letIn(middle)) low = middle;
    else high = middle;
  }
  return low;
}

/** A night with every key that a settings file can use, in a call's longest realistic words. */
const FULL: WorkerSettings = {
  ...SETTINGS,
  windows: [
    ...Array.from({ length: 4 }, (_, index) => ({ ...SETTINGS.windows[0]!, id: `rehearsal-${index + 1}` })),
    SETTINGS.windows[1]!,
  ],
  source: {
    kind: 'sftp',
    host: 'difusores.prep.ieebcs.example.org.mx',
    port: 2222,
    path: '/difusion/prep-2027/paquetes/',
    username: 'difusor-universidad',
    hostKeys: [`SHA256:${'a'.repeat(43)}`, `SHA256:${'b'.repeat(43)}`],
    secretName: 'difusor/bcs-2027/source',
  },
  package: {
    cutTime: { from: 'csv', file: 'bd/*_PREP_GUB_BCS.zip!/*_PREP_GUB_BCS.csv' },
    maxBytes: 2_147_483_648,
    mustContain: [
      'index.html',
      'json/main.json',
      'css/*.css',
      'bd/*_PREP_GUB_BCS.zip',
      'bd/*_PREP_DIP_BCS.zip',
    ],
    incremental: true,
    sidecar: 'sha256',
    digests: { file: 'SHA256SUMS', algorithm: 'sha256' },
    actas: { csv: 'bd/*_PREP_GUB_BCS.zip!/*.csv', column: 'CODIGO_INTEGRIDAD', images: 'actas/*/*.jpg' },
  },
  stablePrefixes: ['/actas/', '/img/', '/fonts/'],
  retentionHours: 720,
  publicUrl: 'https://prep2027.universidad-de-ejemplo.example.org',
};

describe('the variables of SyncWorker', () => {
  it('hold every key of difusor.yaml at once, for four rehearsals and the election', () => {
    expect(workerSettingsSchema.parse(FULL)).toEqual(FULL);
    expect(refusal(FULL)).toBeUndefined();
  });

  const windows = largest((count) => refusal(settingsOf(count, 1)) === undefined);
  const padding = largest((size) => refusal(settingsOf(windows, size)) === undefined);
  const settings = settingsOf(windows, padding);
  const { definition } = theResource(build(settings), 'AWS::Lambda::Function');
  const { Environment } = definition.Properties as { Environment: { Variables: Record<string, unknown> } };
  const deployed = Object.entries({ ...Environment.Variables, ...LONGEST });

  it('are the settings, and five that a deploy fills', () => {
    expect(Object.keys(Environment.Variables).sort()).toEqual(
      ['DIFUSOR_SETTINGS', ...Object.keys(LONGEST)].sort(),
    );
  });

  it('fit, names and values, with the largest settings that are let in', () => {
    const bytes = deployed.map(([name, value]) => Buffer.byteLength(`${name}${String(value)}`));
    expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(LAMBDA_LIMIT_BYTES);
  });

  it('fit as the JSON text that Lambda measures, each quote with its backslash', () => {
    expect(jsonBytes(Object.fromEntries(deployed))).toBeLessThanOrEqual(LAMBDA_LIMIT_BYTES);
  });

  it('have room for more than the rehearsals of any call', () => {
    expect(windows).toBeGreaterThan(8);
    expect(padding).toBeGreaterThan(0);
  });

  it('refuse one byte more at synthesis, before a deploy could fail on it', () => {
    const { code, params } = refusal(settingsOf(windows, padding + 1)) ?? {};
    expect(code).toBe('SETTINGS_TOO_LARGE');
    expect(Number(params?.bytes)).toBe(Number(params?.limit) + 1);
  });

  it('count bytes and not letters', () => {
    const accented = { ...settings, convocatoria: `ñ${settings.convocatoria.slice(1)}` };
    expect(accented.convocatoria).toHaveLength(settings.convocatoria.length);
    expect(refusal(accented)).toMatchObject({ code: 'SETTINGS_TOO_LARGE' });
  });
});
