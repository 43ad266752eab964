import type { Convocatoria } from '../convocatorias/index.js';
import type { WorkerSettings } from '../worker-settings.js';

/** Everything that the constructs, the judge and the worker need, resolved, checked and frozen. */
export interface Plan {
  /** Base of the stacks' names, e.g. `difusor-bcs-2024`. */
  readonly name: string;
  /** Path of the difusor.yaml that this plan came from, as the user gave it. */
  readonly file: string;
  /** The call, with the dates that difusor.yaml overrides already in place. */
  readonly convocatoria: Convocatoria;
  /** Keys under `dates:` that override the call's own, e.g. `opening`, `deadlines.application`; sorted. */
  readonly overriddenDates: readonly string[];
  /** The difusor: a newsroom, a university. */
  readonly institution: { readonly name: string; readonly url?: string };
  readonly site: SitePlan;
  readonly firewall: FirewallPlan;
  readonly shield: ShieldPlan;
  readonly secretName: string;
  readonly network: { readonly natPerZone: boolean };
  readonly archive: { readonly objectLockDays?: number };
  readonly alarms: { readonly email?: string };
  readonly contacts: readonly Contact[];
  readonly waivers: readonly Waiver[];
  readonly tags: Readonly<Record<string, string>>;
  readonly worker: WorkerSettings;
}

export interface SitePlan {
  readonly domain: string;
  readonly certificate: CertificatePlan;
  /** Region of everything that CloudFront does not tie to us-east-1. */
  readonly region: string;
  /** 12 digits; absent: the stack is synthesized without an account. */
  readonly account?: string;
  /** `revalidate`: the edge asks the origin every time; `per-cut`: it keeps an object for the life of its cut. */
  readonly edgeCache: 'revalidate' | 'per-cut';
  /** CSP sources that may frame the site, e.g. `'self'`, `https://*.example.mx`. */
  readonly frameAncestors: readonly string[];
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
