import type { WorkerSettings } from '../worker-settings.js';
import type {
  ContainerFact,
  FrameFact,
  HostFact,
  IngestFact,
  WebServerFact,
  WebServerPart,
} from './host-facts.js';
import type { LiveFacts } from './live-facts.js';

export type * from './host-facts.js';

/** A value that the collector met but could not read, e.g. an intrinsic function that only a deploy resolves. */
export interface Unresolved {
  readonly unresolved: string;
}
export type Fact<T> = T | Unresolved;

/** Whether a fact could not be read; a rule that needs it answers `undetermined`. */
export function isUnresolved(fact: unknown): fact is Unresolved {
  return typeof fact === 'object' && fact !== null && 'unresolved' in fact;
}

/** A fact as evidence shows it; a question mark for one that could not be read. */
export function shown(fact: Fact<string | number>): string {
  return isUnresolved(fact) ? '?' : String(fact);
}

/**
 * What a stack or a running system is, in the law's terms and without any tool's: every collector makes the same,
 * so that one set of rules judges them all. `resource` names the evidence: a stack and its logical id. Where a fact
 * names another resource, it does so by that id; an ARN stands for one that lies outside what was collected.
 */
export interface Facts {
  readonly buckets: readonly BucketFact[];
  readonly distributions: readonly DistributionFact[];
  readonly firewalls: readonly FirewallFact[];
  readonly shield: ShieldFact;
  readonly certificates: readonly CertificateFact[];
  readonly workers: readonly WorkerFact[];
  readonly schedules: readonly ScheduleFact[];
  readonly secrets: readonly SecretFact[];
  readonly alarms: readonly AlarmFact[];
  /** The difusor's own servers; empty where the stack has none. */
  readonly hosts: readonly HostFact[];
  readonly webServers: readonly WebServerFact[];
  readonly ingests: readonly IngestFact[];
  readonly containers: readonly ContainerFact[];
  readonly frames: readonly FrameFact[];
  /** What an audit saw of the running system; absent: nobody looked. */
  readonly live?: LiveFacts;
  /** Literal secret-looking values found in the template, by place; never the value. */
  readonly literalSecrets: readonly LiteralSecretFact[];
  /** What the collector saw and could not read; a rule that reads such an area can prove nothing. */
  readonly gaps: readonly GapFact[];
}

/** The parts of the facts that a rule can rest on; `grants` and `network` are parts of the workers', others of a web server. */
export type FactArea = Exclude<keyof Facts, 'gaps'> | 'grants' | 'network' | `webServers.${WebServerPart}`;

export interface GapFact {
  /** `all` where anything may hide there, e.g. a nested stack or a macro. */
  readonly area: FactArea | 'all';
  readonly resource: string;
  /** Dotted path of the value, and why it could not be read. */
  readonly reason: string;
}

export interface BucketFact {
  readonly resource: string;
  readonly website: { readonly indexDocument: Fact<string> | undefined } | undefined;
  /** All four switches of Block Public Access are on. */
  readonly publicAccessBlocked: Fact<boolean>;
  /** Who may read objects by the bucket's own policy. */
  readonly readers: readonly ReaderFact[];
  /** Who may change objects or the bucket's protection by the bucket's own policy. */
  readonly writers: readonly ReaderFact[];
  readonly versioned: Fact<boolean>;
  readonly expiration: readonly ExpirationFact[];
  /** Days after which versions that were replaced expire. */
  readonly noncurrentExpiration: readonly Fact<number>[];
  readonly retainedOnDelete: boolean;
}

export interface ReaderFact {
  readonly resource: string;
  readonly kind: 'public' | 'cloudfront' | 'worker' | 'log-delivery' | 'other';
  /** Distribution whose requests are let in; absent: any distribution's. */
  readonly distribution: Fact<string> | undefined;
}

/** Days after which current objects expire; prefix `''` is every object. */
export interface ExpirationFact {
  readonly prefix: Fact<string>;
  readonly days: Fact<number>;
}

export interface DistributionFact {
  readonly resource: string;
  readonly aliases: readonly Fact<string>[];
  /** Resource id or ARN of the viewer certificate; absent: CloudFront's own, for its own domain only. */
  readonly certificate: Fact<string> | undefined;
  readonly minimumTls: Fact<string> | undefined;
  readonly origins: readonly OriginFact[];
  /** In the order in which they are matched; the default one, `*`, is last. */
  readonly behaviors: readonly BehaviorFact[];
  /** Seconds that the edge keeps an error, by HTTP status. */
  readonly errorTtls: readonly ErrorTtlFact[];
  /** Resource id or ARN of the web ACL. */
  readonly firewall: Fact<string> | undefined;
  readonly accessLogs: readonly AccessLogFact[];
  readonly geoRestricted: Fact<boolean>;
  /** `per-cut` only where the stack declares that the edge's key holds the cut. */
  readonly declaredEdgeCache: Fact<string> | undefined;
  /** It answers at all. @default true */
  readonly enabled?: Fact<boolean>;
  /** It is a staging distribution, which readers reach only through another one's policy. @default false */
  readonly staging?: Fact<boolean>;
  /** Policy that sends part of the readers to a staging distribution. */
  readonly continuousDeployment?: Fact<string>;
}

export interface ErrorTtlFact {
  readonly status: Fact<number>;
  readonly seconds: Fact<number>;
  /** Page or status that the edge answers with in its place. */
  readonly replacedBy?: Fact<string>;
}

/** One delivery of access logs. */
export interface AccessLogFact {
  readonly resource: string;
  /** Resource id or ARN of the bucket or log group that keeps them. */
  readonly destination: Fact<string>;
  /** Days that the destination keeps a log; absent: for good. */
  readonly retentionDays: Fact<number> | undefined;
}

export interface OriginFact {
  readonly id: string;
  readonly kind: 's3' | 's3-website' | 'other';
  /** Bucket behind an S3 origin. */
  readonly bucket: Fact<string> | undefined;
  /** An origin access control signs every request. */
  readonly originAccessControl: Fact<boolean>;
  /** Folder that the edge puts before every path. */
  readonly path?: Fact<string>;
}

export interface TtlFact {
  /** Seconds. */
  readonly min: number;
  /** Seconds. */
  readonly default: number;
  /** Seconds. */
  readonly max: number;
}

export interface BehaviorFact {
  /** Path pattern; `*` for the default behavior. */
  readonly path: string;
  /** The origin, or every member of its origin group. */
  readonly originIds: readonly string[];
  /** Absent: it names a cache policy that is not there. */
  readonly ttl: Fact<TtlFact> | undefined;
  readonly viewerProtocol: Fact<string> | undefined;
  readonly signedUrls: Fact<boolean>;
  readonly responseHeaders: Fact<readonly HeaderFact[]>;
  readonly functions: readonly EdgeFunctionFact[];
}

/** A header that the edge adds; `override`: whatever the origin sent. */
export interface HeaderFact {
  readonly name: Fact<string>;
  readonly value: Fact<string>;
  readonly override: Fact<boolean>;
}

export interface EdgeFunctionFact {
  /** `viewer-request`, `viewer-response`, `origin-request` or `origin-response`. */
  readonly event: Fact<string>;
  /** A Lambda@Edge function can rewrite a body. */
  readonly kind: 'cloudfront-function' | 'lambda-edge';
  readonly resource: Fact<string>;
  /** Resource ids of the key-value stores that it reads. */
  readonly keyValueStores: Fact<readonly string[]>;
  /** See `edgeFunctionDigest`; absent: the function is not of the templates. */
  readonly codeDigest?: Fact<string>;
}

export interface FirewallFact {
  readonly resource: string;
  readonly scope: Fact<string>;
  readonly defaultAction: Fact<'allow' | 'block'>;
  readonly managedGroups: readonly {
    readonly name: Fact<string>;
    /** `weakened`: some of its rules are set to count or allow, or left out. */
    readonly mode: Fact<'enforced' | 'count' | 'weakened'>;
    /** Place in the order in which rules are tried. @default before every other rule */
    readonly priority?: Fact<number>;
  }[];
  readonly rateRules: readonly {
    /** Requests of one address in five minutes. */
    readonly limit: Fact<number>;
    readonly action: RateAction;
  }[];
  /** Rules that end the evaluation by letting a request through. */
  readonly allowRules?: readonly { readonly name: string; readonly priority: Fact<number> }[];
  /** Rules, other than rate rules, that turn readers away or put a puzzle before them. */
  readonly turnAwayRules?: readonly { readonly name: string; readonly whom: Fact<TurnedAway> }[];
  /** Resources that log its requests. */
  readonly logging: readonly string[];
}

/** `challenge`: also a CAPTCHA. */
export type RateAction = 'block' | 'count' | 'challenge' | 'allow';

/** `some`: requests that no reader of a page makes, such as other methods, or listed addresses. */
export type TurnedAway = 'everyone' | 'by-country' | 'some';

export interface ShieldFact {
  /** What the stack states it relies on, by distribution; Standard creates no resource. */
  readonly stated: readonly { readonly resource: string; readonly tier: Fact<string> }[];
  /** Advanced protections and the resource each covers. */
  readonly protections: readonly { readonly resource: string; readonly protects: Fact<string> }[];
}

export interface CertificateFact {
  readonly resource: string;
  readonly domains: readonly Fact<string>[];
  /** Absent: the stack names none. */
  readonly region: string | undefined;
}

/** A function or container that keeps the copy current. */
export interface WorkerFact {
  readonly resource: string;
  /** Absent: it carries none. */
  readonly settings: Fact<WorkerSettings> | undefined;
  /** Ways out of its network; empty where it has no network of its own. */
  readonly egress: Fact<readonly EgressFact[]>;
  /** Absent: it may run any number of times at once. */
  readonly reservedConcurrency: Fact<number> | undefined;
  /** Secrets that it is told to read. */
  readonly secrets: readonly Fact<string>[];
  /** Bucket or folder in which it is told to publish. */
  readonly siteBucket?: Fact<string>;
  /** Folder in which it is told to keep packages. */
  readonly archiveFolder?: Fact<string>;
  /** The container in which it runs. */
  readonly container?: string;
  /** Text of the difusor.yaml that it is told to read. */
  readonly configuration?: Fact<string>;
  /** Key-value stores that it is told to write. */
  readonly keyValueStores: readonly Fact<string>[];
  readonly grants: Fact<readonly GrantFact[]>;
}

/** One way out of a worker's network. */
export interface EgressFact {
  /** `elastic-ip`: a fixed address; `open`: straight to the internet; `none`: nowhere, or not over HTTPS. */
  readonly kind: 'elastic-ip' | 'open' | 'none';
  /** The Elastic IP, else the route or subnet. */
  readonly resource: string;
  readonly retainedOnDelete: boolean;
}

/** One allowed action of a worker's role on one target. */
export interface GrantFact {
  /** The policy. */
  readonly resource: string;
  readonly action: Fact<string>;
  /** Resource id, ARN, or `*`. */
  readonly target: Fact<string>;
  /** It takes the action away instead. */
  readonly denies?: boolean;
  /** Why it may have no effect, e.g. a condition; absent: it has. */
  readonly unsure?: string;
}

export interface ScheduleFact {
  readonly resource: string;
  readonly enabled: Fact<boolean>;
  /** Zone of its expression; AWS takes UTC where none is written. */
  readonly zone: Fact<string>;
  /** Longest wait between two starts, minutes. */
  readonly everyMinutes: Fact<number>;
  /** Instants, ISO 8601 UTC; absent: without bound. */
  readonly from: Fact<string> | undefined;
  readonly until: Fact<string> | undefined;
  /** Resource id of the worker that it starts; absent also where its role may not start it. */
  readonly target: Fact<string> | undefined;
}

export interface SecretFact {
  readonly resource: string;
  readonly kind: 'secrets-manager' | 'other';
  /** Roles and policies that let others than a worker read it. */
  readonly readers?: readonly Fact<string>[];
}

export interface AlarmFact {
  readonly resource: string;
  /** Names of the metrics that it watches. */
  readonly metrics: readonly Fact<string>[];
  /** It fires above its threshold; one that fires below says nothing of an age. */
  readonly above: Fact<boolean>;
  /** In the metric's own unit; unresolved where a formula may change the unit. */
  readonly threshold: Fact<number> | undefined;
  /** Seconds from the breach to the alarm: period × datapoints to alarm. */
  readonly delaySeconds: Fact<number>;
  /** Its actions are on, and there is at least one that does not lead to a missing resource. */
  readonly notifies: Fact<boolean>;
  /** What it watches, beside the metric's name. */
  readonly series: AlarmSeriesFact;
  /** Topics of the stacks that it tells and that nobody subscribes to there. */
  readonly unheardTopics: readonly string[];
}

/** The one series of data that an alarm compares with its threshold. */
export interface AlarmSeriesFact {
  readonly namespace: Fact<string> | undefined;
  /** Names of its dimensions. */
  readonly dimensions: readonly Fact<string>[];
  readonly statistic: Fact<string> | undefined;
  /** Only data in this unit count; absent: all do. */
  readonly unit: Fact<string> | undefined;
}

export interface LiteralSecretFact {
  readonly resource: string;
  /** Dotted path of the value. */
  readonly path: string;
}
