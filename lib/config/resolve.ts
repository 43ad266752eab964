import type { Convocatoria, DateOverrides } from '../convocatorias/index.js';
import { DifusorError } from '../errors.js';
import type { WorkerSettings } from '../worker-settings.js';
import { cacheControlOf } from './cache-control.js';
import { deepFreeze } from './deep-freeze.js';
import { packageSettings } from './package-settings.js';
import type { CertificatePlan, Plan, ShieldPlan } from './plan.js';
import type { DifusorConfig } from './schema.js';
import { sourceSettings } from './source-settings.js';
import { workerWindows } from './worker-windows.js';

/** What a valid configuration resolves against. */
export interface Resolution {
  /** Path of the file, as the user gave it. */
  readonly file: string;
  /** Its absolute folder. */
  readonly folder: string;
  /** The call with the file's dates in place. */
  readonly convocatoria: Convocatoria;
}

/** Base of the names where the file gives none. */
export function defaultName({ id }: Pick<Convocatoria, 'id'>): string {
  return `difusor-${id}`;
}

/** The plan of a configuration that passed every check, frozen to its leaves. */
export function resolvePlan(config: DifusorConfig, resolution: Resolution): Plan {
  const { file, convocatoria } = resolution;
  const name = config.name ?? defaultName(convocatoria);
  const secretName = secretNameOf(config.source) ?? `${name}/source`;
  const { domain, region, account, edgeCache, embedding } = config;
  return deepFreeze({
    name,
    file,
    convocatoria,
    overriddenDates: overriddenDates(config.dates),
    institution: config.institution,
    site: {
      domain,
      certificate: certificatePlan(config.certificate),
      region,
      ...(account === undefined ? {} : { account }),
      edgeCache,
      frameAncestors: embedding.frameAncestors,
    },
    firewall: config.waf,
    shield: shieldPlan(config.shield),
    secretName,
    network: config.network,
    archive: config.archive,
    alarms: config.alarms,
    contacts: config.contacts,
    waivers: config.waivers,
    tags: config.tags,
    worker: workerSettings(config, resolution, secretName),
  } satisfies Plan);
}

/** `deadlines` by each of their ids, since the others keep the call's day. */
function overriddenDates({ deadlines, ...dates }: DateOverrides = {}): string[] {
  const days = Object.keys(deadlines ?? {}).map((id) => `deadlines.${id}`);
  return [...Object.keys(dates), ...days].sort();
}

function certificatePlan({ arn, hostedZone }: DifusorConfig['certificate']): CertificatePlan {
  if (hostedZone === undefined) return { kind: 'existing', arn: settled(arn, 'certificate') };
  return { kind: 'dns', hostedZoneId: hostedZone.id, zoneName: hostedZone.name };
}

function shieldPlan(shield: DifusorConfig['shield']): ShieldPlan {
  if (shield.tier === 'standard') return { tier: 'standard' };
  return { tier: 'advanced', acceptedMonthlyPriceUsd: shield.acceptsMonthlyPriceUsd };
}

function secretNameOf(source: DifusorConfig['source']): string | undefined {
  return source.kind === 'inbox' ? undefined : source.secretName;
}

function workerSettings(
  config: DifusorConfig,
  { convocatoria, folder }: Resolution,
  secretName: string,
): WorkerSettings {
  const { id, zone, cadence, takeDown } = convocatoria;
  const { stable, retention, publicUrl = `https://${config.domain}` } = config;
  const period = settled(cadence?.minutes ?? config.cadenceMinutes, 'cadenceMinutes');
  return {
    convocatoria: id,
    zone,
    cadenceMinutes: period,
    takeDownMinutes: settled(takeDown?.minutes ?? config.takeDownMinutes, 'takeDownMinutes'),
    windows: workerWindows(convocatoria, period),
    source: sourceSettings(config.source, { secretName, folder }),
    package: packageSettings(config, convocatoria),
    cacheControl: cacheControlOf(convocatoria),
    ...(stable.length === 0 ? {} : { stablePrefixes: stable }),
    ...(retention === undefined ? {} : { retentionHours: retention.hours }),
    publicUrl: new URL(publicUrl).origin,
  };
}

/** A value that the checks have seen to. */
function settled<T>(value: T | undefined, key: string): T {
  if (value === undefined) throw new DifusorError('INTERNAL', { reason: key });
  return value;
}
