import type { Convocatoria, DateOverrides } from '../convocatorias/index.js';
import { createMessages } from '../messages/index.js';
import type { WorkerSettings } from '../worker-settings.js';
import { deepFreeze } from './deep-freeze.js';
import type { AwsFramePlan, CertificatePlan, FrameContent, Plan, ShieldPlan } from './plan.js';
import { hostedParts } from './resolve-server.js';
import type { DifusorConfig } from './schema.js';
import { settled } from './settled.js';
import { deliveryOf } from './target.js';
import { secretNameOf, workerSettings } from './worker-plan.js';

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
  return deepFreeze(
    config.server === undefined ? awsPlan(config, resolution) : serverPlan(config, resolution),
  );
}

function serverPlan(config: DifusorConfig, resolution: Resolution): Plan {
  const base = { ...common(config, resolution), site: siteBase(config) };
  const { server, ingest, sourceSecretFile } = hostedParts(settled(config.server, 'server'), base.name);
  if (config.frame !== undefined) {
    return { ...base, target: 'server-frame', server, frame: frameContent(config, resolution) };
  }
  const worker = workerSettings(config, resolution, base.name);
  return {
    ...base,
    target: 'server',
    server,
    ingest,
    sourceSecretFile: wantsSecret(worker) ? sourceSecretFile : undefined,
    worker,
  };
}

function wantsSecret({ source }: WorkerSettings): boolean {
  return 'secretName' in source && source.secretName !== undefined;
}

function awsPlan(config: DifusorConfig, resolution: Resolution): Plan {
  const base = { ...common(config, resolution), ...edge(config) };
  if (config.frame !== undefined) {
    return { ...base, target: 'aws-frame', frame: frameContent(config, resolution) };
  }
  return {
    ...base,
    target: 'aws',
    secretName: secretNameOf(config, base.name),
    network: config.network,
    archive: config.archive,
    worker: workerSettings(config, resolution, base.name),
  };
}

function common(config: DifusorConfig, { file, convocatoria }: Resolution) {
  return {
    name: config.name ?? defaultName(convocatoria),
    file,
    convocatoria,
    overriddenDates: overriddenDates(config.dates),
    delivery: deliveryOf(config, convocatoria),
    institution: config.institution,
    alarms: config.alarms,
    contacts: config.contacts,
    waivers: config.waivers,
    tags: config.tags,
  };
}

function siteBase({ domain, embedding }: DifusorConfig) {
  return { domain, frameAncestors: embedding.frameAncestors };
}

/** CloudFront and what stands before it. */
function edge(config: DifusorConfig): Pick<AwsFramePlan, 'site' | 'firewall' | 'shield'> {
  const { region, account, edgeCache } = config;
  return {
    site: {
      ...siteBase(config),
      certificate: certificatePlan(config.certificate),
      region,
      ...(account === undefined ? {} : { account }),
      edgeCache,
    },
    firewall: config.waf,
    shield: shieldPlan(config.shield),
  };
}

function frameContent({ frame }: DifusorConfig, { convocatoria }: Resolution): FrameContent {
  const { official, title } = settled(frame, 'frame');
  const institute = convocatoria.institute.name;
  return { official, title: title ?? createMessages().text('frame.title', { institute }) };
}

/** `deadlines` by each of their ids, since the others keep the call's day. */
function overriddenDates({ deadlines, ...dates }: DateOverrides = {}): string[] {
  const days = Object.keys(deadlines ?? {}).map((id) => `deadlines.${id}`);
  return [...Object.keys(dates), ...days].sort();
}

function certificatePlan(certificate: DifusorConfig['certificate']): CertificatePlan {
  const { arn, hostedZone } = settled(certificate, 'certificate');
  if (hostedZone === undefined) return { kind: 'existing', arn: settled(arn, 'certificate') };
  return { kind: 'dns', hostedZoneId: hostedZone.id, zoneName: hostedZone.name };
}

function shieldPlan(shield: DifusorConfig['shield']): ShieldPlan {
  if (shield.tier === 'standard') return { tier: 'standard' };
  return { tier: 'advanced', acceptedMonthlyPriceUsd: shield.acceptsMonthlyPriceUsd };
}
