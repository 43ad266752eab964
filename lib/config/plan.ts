import type { Convocatoria, DeliveryMethod } from '../convocatorias/index.js';
import type { WorkerSettings } from '../worker-settings.js';

/** What every plan holds, whatever it is provisioned on; resolved, checked and frozen. */
interface PlanBase {
  /** Base of the names of stacks, containers and volumes, e.g. `difusor-bcs-2024`. */
  readonly name: string;
  /** Path of the difusor.yaml that this plan came from, as the user gave it. */
  readonly file: string;
  /** The call, with the dates that difusor.yaml overrides already in place. */
  readonly convocatoria: Convocatoria;
  /** Keys under `dates:` that override the call's own, e.g. `opening`, `deadlines.application`; sorted. */
  readonly overriddenDates: readonly string[];
  /** The way of the call by which this difusor gets the results; duties of the others do not apply. */
  readonly delivery: DeliveryMethod;
  /** The difusor: a newsroom, a university. */
  readonly institution: { readonly name: string; readonly url?: string };
  readonly site: SiteBase;
  readonly alarms: AlarmsPlan;
  readonly contacts: readonly Contact[];
  readonly waivers: readonly Waiver[];
  readonly tags: Readonly<Record<string, string>>;
}

/** CloudFront and what stands before it. */
interface AwsBase extends PlanBase {
  readonly site: SitePlan;
  readonly firewall: FirewallPlan;
  readonly shield: ShieldPlan;
}

/** A copy on S3 and CloudFront that the worker keeps current. */
export interface AwsPlan extends AwsBase {
  readonly target: 'aws';
  readonly secretName: string;
  readonly network: { readonly natPerZone: boolean };
  readonly archive: { readonly objectLockDays?: number };
  readonly worker: WorkerSettings;
}

/** A copy on the difusor's own servers, Ubuntu with Docker, that the worker keeps current. */
export interface ServerPlan extends PlanBase {
  readonly target: 'server';
  readonly server: ServerSettings;
  readonly ingest: IngestPlan | undefined;
  /** File on each host with the source's credentials, as JSON; absent where it wants none. */
  readonly sourceSecretFile: string | undefined;
  readonly worker: WorkerSettings;
}

/** A page on S3 and CloudFront that frames the official site. */
export interface AwsFramePlan extends AwsBase {
  readonly target: 'aws-frame';
  readonly frame: FrameContent;
}

/** A page on the difusor's own servers that frames the official site. */
export interface ServerFramePlan extends PlanBase {
  readonly target: 'server-frame';
  readonly server: ServerSettings;
  readonly frame: FrameContent;
}

/** Everything that the constructs, the judge and the worker need. */
export type Plan = AwsPlan | ServerPlan | AwsFramePlan | ServerFramePlan;

/** A plan whose site the worker keeps. */
export type PublishingPlan = Extract<Plan, { worker: WorkerSettings }>;

/** A plan for hosts of the difusor's own. */
export type HostedPlan = Extract<Plan, { server: ServerSettings }>;

export interface AlarmsPlan {
  /** Of AWS only. */
  readonly email?: string;
  /**
   * File on each host with the HTTPS address that its watch posts to when the copy grows old; of servers only. The
   * address lets whoever knows it write to the team, so that it is a secret and never part of a plan.
   */
  readonly webhookFile?: string;
}

/**
 * The hosts and what runs on them; each has the same containers.
 * @see veracruz-2024 II
 */
export interface ServerSettings {
  readonly hosts: readonly HostPlan[];
  /** How the docker provider reaches the engine: over SSH, or by the socket of the machine that applies. */
  readonly docker: 'ssh' | 'local';
  readonly ubuntu: '22.04' | '24.04';
  /** Whether a host with another Ubuntu, or with Debian, is set up all the same; then nothing states its system. */
  readonly otherSystem: boolean;
  /** Whether `terraform apply` also sets up the host itself, over SSH; else it is there already, e.g. by cloud-init. */
  readonly prepareHost: boolean;
  /** Folder on each host that holds everything of the difusor's, e.g. `/srv/prep`. */
  readonly folder: string;
  /** Addresses and networks that the institute gave, IPv4 or IPv6 in CIDR form: they reach SSH and the ingest. */
  readonly trusted: readonly string[];
  /** Who runs the host, by key alone. */
  readonly administrator: {
    readonly user: string;
    /** OpenSSH public keys. */
    readonly keys: readonly string[];
    /** Networks, beside the trusted ones, from which SSH is open. */
    readonly from: readonly string[];
  };
  /** The institute's own account, with root privileges; absent where the call asks for none. */
  readonly institute: { readonly user: string; readonly keys: readonly string[] } | undefined;
  readonly ntpServers: readonly string[];
  readonly tls: TlsPlan;
  readonly web: WebPlan;
  readonly images: ImagesPlan;
  readonly logs: LogsPlan;
  readonly state: StatePlan;
}

export interface HostPlan {
  /** Unique; part of the stack's name, e.g. `uno`. */
  readonly name: string;
  /** IPv4 address or DNS name. */
  readonly address: string;
  readonly sshPort: number;
  /** Public keys of the host's sshd, as `ssh-keyscan` prints them without the name: `ssh-ed25519 AAAA…`. */
  readonly hostKeys: readonly string[];
}

export type TlsPlan =
  /** By ACME, with the challenge over port 80. */
  | { readonly kind: 'acme'; readonly email: string; readonly directory: string }
  /** PEM files that are on each host already. */
  | { readonly kind: 'files'; readonly certificate: string; readonly key: string };

export interface WebPlan {
  /** Requests a second of one address, and how many it may send at once; beyond, 429. */
  readonly rateLimit: { readonly requestsPerSecond: number; readonly burst: number };
  /** ModSecurity with the core rule set, on requests with a query. */
  readonly modSecurity: boolean;
}

/** Base images of the Dockerfiles, by what runs in them. */
export interface ImagesPlan {
  /** Debian or Ubuntu with apt. */
  readonly debian: string;
  /** The same with Node.js and npm. */
  readonly node: string;
}

export interface LogsPlan {
  /** Days that access logs are kept. */
  readonly days: number;
  /** Where they are also sent, as syslog over TCP with TLS. */
  readonly ship: { readonly host: string; readonly port: number } | undefined;
}

/** Where Terraform keeps its state. */
export type StatePlan =
  | { readonly kind: 'local' }
  /** S3 or what speaks it, with a lock. */
  | { readonly kind: 's3'; readonly bucket: string; readonly key: string; readonly region: string };

/** The service into which the institute pushes; its files are readable by the publisher alone. */
export type IngestPlan =
  | {
      readonly kind: 'rsync';
      readonly port: number;
      readonly module: string;
      readonly user: string;
      /** File on each host with the module's one secret, `user:password`. */
      readonly secretFile: string;
    }
  | {
      readonly kind: 'sftp';
      readonly port: number;
      readonly user: string;
      /** OpenSSH public keys of the institute. */
      readonly keys: readonly string[];
    };

/** @see chiapas-2024 II.a.m2.3, coahuila-2024 II.a.m2.c */
export interface FrameContent {
  /** HTTPS address of the official site. */
  readonly official: string;
  /** Title of the page and of its frame. */
  readonly title: string;
}

/** What a site is wherever it stands. */
export interface SiteBase {
  /** Public name of the site. */
  readonly domain: string;
  /** CSP sources that may frame the site, e.g. `'self'`, `https://*.example.mx`. */
  readonly frameAncestors: readonly string[];
}

/** A site on CloudFront. */
export interface SitePlan extends SiteBase {
  readonly certificate: CertificatePlan;
  /** Region of everything that CloudFront does not tie to us-east-1. */
  readonly region: string;
  /** 12 digits; absent: the stack is synthesized without an account. */
  readonly account?: string;
  /** `revalidate`: the edge asks the origin every time; `per-cut`: it keeps an object for the life of its cut. */
  readonly edgeCache: 'revalidate' | 'per-cut';
}

export type CertificatePlan =
  | { readonly kind: 'existing'; readonly arn: string }
  | { readonly kind: 'dns'; readonly hostedZoneId: string; readonly zoneName: string };

export interface FirewallPlan {
  readonly rateLimit: { readonly requestsPer5Minutes: number; readonly action: 'count' | 'block' };
  readonly anonymousIp: boolean;
  readonly antiDdos: boolean;
}

export type ShieldPlan =
  { readonly tier: 'standard' } | { readonly tier: 'advanced'; readonly acceptedMonthlyPriceUsd: number };

export interface Contact {
  readonly name: string;
  readonly role: string;
  readonly email: string;
  /** E.164, e.g. `+526121234567`. */
  readonly phone?: string;
}

/** A clause that the difusor does not meet, with the institute's consent. */
export interface Waiver {
  readonly clause: string;
  readonly reason: string;
  readonly owner: string;
  /** Last day on which it counts, in the call's zone. */
  readonly expires: string;
}
