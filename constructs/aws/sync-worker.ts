import { Duration, RemovalPolicy, Size } from 'aws-cdk-lib';
import type { IKeyValueStore } from 'aws-cdk-lib/aws-cloudfront';
import { ManagedPolicy, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  Architecture,
  Code,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
  type IFunction,
} from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays, type ILogGroup } from 'aws-cdk-lib/aws-logs';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { Secret, type ISecret } from 'aws-cdk-lib/aws-secretsmanager';
import { Queue, QueueEncryption, type IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { DifusorError } from '../../lib/errors.js';
import type { WorkerSettings } from '../../lib/worker-settings.js';
import { acknowledge, acknowledgePrefixes } from './acknowledge.js';
import { workerAssetPath } from './assets.js';
import type { FixedIpNetwork } from './fixed-ip-network.js';
import { assertRunsOnLambda, secretForm, sourceKeys, sourceStatements } from './source-access.js';

export interface SyncWorkerProps {
  /** What the worker needs to know; it holds no secret. */
  readonly settings: WorkerSettings;
  /** Bucket in which cuts are published. */
  readonly siteBucket: IBucket;
  /** Bucket that keeps every package. */
  readonly archiveBucket: IBucket;
  /** Store of the pointer that the worker flips. */
  readonly keyValueStore: IKeyValueStore;
  /** The way out with the fixed IP. */
  readonly network: FixedIpNetwork;
  /** Name of the secret that a person fills with the institute's credentials. */
  readonly secretName: string;
  /** Dimension `Site` of the worker's metrics. */
  readonly site: string;
}

/** A run ends well inside one period of any call; the next start takes over. */
const TIMEOUT = Duration.minutes(9);

/** One full vCPU at 1,769 MB: hashing and inflating a cut is CPU work. */
const MEMORY_MIB = 1769;

/** The largest package that the archive policy lets in, 2 GiB, and its expanded tree. */
const SCRATCH = Size.gibibytes(6);

/** Of the 4 KB that Lambda gives to all variables of a function, what the names and ARNs of the others leave. */
const SETTINGS_LIMIT_BYTES = 3400;

/** Where the worker may write in the site's bucket. */
const SITE_PREFIXES = ['cuts/*', 'manifests/*', 'stable/*', 'state/*'] as const;

/**
 * The sync worker on Lambda: one at a time, no inbound port, nothing to patch, out through the fixed IP.
 *
 * Its role reads and writes its own prefixes, moves one pointer, reads one secret and, where the institute lets that role
 * into a bucket of S3, the packages there; it can't delete.
 * @throws SOURCE_NEEDS_HOST when the packages come by rsync or into an inbox
 * @throws SETTINGS_TOO_LARGE when the settings don't fit into the function's variables
 * @see bcs-2024 II.a, II.d
 */
export class SyncWorker extends Construct {
  readonly function: IFunction;
  readonly secret: ISecret;
  /** What the worker says of its runs, and the entries of its journal. */
  readonly logGroup: ILogGroup;
  /** Starts that no run took. */
  readonly deadLetters: IQueue;

  constructor(scope: Construct, id: string, props: SyncWorkerProps) {
    super(scope, id);
    const { source } = props.settings;
    assertRunsOnLambda(source);
    this.secret = this.emptySecret(props.secretName, secretForm(source));
    this.deadLetters = new Queue(this, 'DeadLetters', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    const logGroup = new LogGroup(this, 'Logs', {
      retention: RetentionDays.THIRTEEN_MONTHS,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    const worker = new LambdaFunction(this, 'Function', {
      description: 'difusor: pulls, verifies, archives and publishes the newest cut',
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      code: Code.fromAsset(workerAssetPath()),
      handler: 'index.handler',
      timeout: TIMEOUT,
      memorySize: MEMORY_MIB,
      ephemeralStorageSize: SCRATCH,
      reservedConcurrentExecutions: 1,
      role: this.role(props, logGroup),
      vpc: props.network.vpc,
      vpcSubnets: { subnetGroupName: 'private' },
      securityGroups: [props.network.securityGroup],
      logGroup,
      loggingFormat: LoggingFormat.TEXT,
      maxEventAge: Duration.minutes(1),
      retryAttempts: 0,
      deadLetterQueue: this.deadLetters,
      environment: {
        DIFUSOR_SETTINGS: settingsVariable(props.settings),
        DIFUSOR_SITE: props.site,
        SITE_BUCKET: props.siteBucket.bucketName,
        ARCHIVE_BUCKET: props.archiveBucket.bucketName,
        KEY_VALUE_STORE_ARN: props.keyValueStore.keyValueStoreArn,
        SECRET_ARN: this.secret.secretArn,
      },
    });
    this.function = worker;
    this.logGroup = logGroup;
  }

  /** A secret without a usable value: no credential ever stands in a template. */
  private emptySecret(secretName: string, form: string): ISecret {
    const secret = new Secret(this, 'Secret', {
      secretName,
      description: `difusor: credentials of the institute, filled by a person: ${form}`,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    acknowledge(secret, {
      rule: 'SMG4',
      reason: 'The institute issues and changes these credentials; nothing here could rotate them.',
    });
    return secret;
  }

  private role(props: SyncWorkerProps, logGroup: LogGroup): Role {
    const role = new Role(this, 'Role', {
      description: 'difusor sync worker',
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      managedPolicies: [ManagedPolicy.fromAwsManagedPolicyName('service-role/AWSLambdaENIManagementAccess')],
    });
    const allow = (sid: string, actions: string[], ...resources: string[]): void => {
      role.addToPrincipalPolicy(new PolicyStatement({ sid, actions, resources }));
    };
    const { siteBucket: site, archiveBucket: archive } = props;
    const { source } = props.settings;
    const siteKeys = SITE_PREFIXES.map((prefix) => site.arnForObjects(prefix));
    const archiveKeys = [archive.arnForObjects('packages/*')];
    allow('SiteObjects', ['s3:GetObject', 's3:PutObject'], ...siteKeys);
    // Without it S3 answers 403 for an object that is not there, and a first run could not tell.
    allow('AbsentObjects', ['s3:ListBucket'], site.bucketArn, archive.bucketArn);
    allow('ArchivePackages', ['s3:GetObject', 's3:PutObject'], ...archiveKeys);
    allow(
      'Pointer',
      [
        'cloudfront-keyvaluestore:DescribeKeyValueStore',
        'cloudfront-keyvaluestore:GetKey',
        'cloudfront-keyvaluestore:PutKey',
      ],
      props.keyValueStore.keyValueStoreArn,
    );
    allow('Credentials', ['secretsmanager:GetSecretValue'], this.secret.secretArn);
    for (const statement of sourceStatements(source)) role.addToPrincipalPolicy(statement);
    logGroup.grants.write(role);
    acknowledgeRole(role, [...siteKeys, ...archiveKeys]);
    acknowledgeSource(role, source);
    return role;
  }
}

/** @throws SETTINGS_TOO_LARGE where Lambda would refuse the function's variables, minutes into a deploy */
function settingsVariable(settings: WorkerSettings): string {
  const text = JSON.stringify(settings);
  // Lambda measures all variables as one JSON text, in which each quote of this one takes two bytes.
  const bytes = Buffer.byteLength(JSON.stringify(text));
  if (bytes > SETTINGS_LIMIT_BYTES) {
    throw new DifusorError('SETTINGS_TOO_LARGE', { bytes, limit: SETTINGS_LIMIT_BYTES });
  }
  return text;
}

function acknowledgeRole(role: Role, prefixes: readonly string[]): void {
  acknowledge(role, {
    rule: 'IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaENIManagementAccess]',
    reason: 'The actions with which Lambda attaches to a VPC admit no resource; AWS keeps their list.',
  });
  acknowledgePrefixes(
    role,
    prefixes,
    'All objects under the worker’s own prefixes, to read and to write; never to delete.',
  );
}

function acknowledgeSource(role: Role, source: WorkerSettings['source']): void {
  if (source.kind !== 's3' || source.auth !== 'role' || !source.key.endsWith('/')) return;
  acknowledgePrefixes(
    role,
    [`arn:aws:s3:::${source.bucket}/${sourceKeys(source)}`],
    'All packages in the institute’s folder, to read; their names are known only once they are there.',
  );
}
