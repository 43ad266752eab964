import type { WorkerSettings } from '../worker-settings.js';
import { cacheControlOf } from './cache-control.js';
import { packageSettings } from './package-settings.js';
import type { Resolution } from './resolve.js';
import type { DifusorConfig } from './schema.js';
import { settled } from './settled.js';
import type { SourceConfig } from './source-schema.js';
import { sourceSettings } from './source-settings.js';
import { workerWindows } from './worker-windows.js';

/** Folder of the publisher's container into which the ingest's files come. */
const INBOX = '/srv/inbox';

/** What an ingest fills where nothing else is said: an institute uploads under a name for the time being and renames. */
const PUSHED: SourceConfig = { kind: 'inbox', form: 'archive', complete: 'rename' };

/** What the worker of a valid configuration is told. */
export function workerSettings(
  config: DifusorConfig,
  { convocatoria, folder }: Pick<Resolution, 'convocatoria' | 'folder'>,
  name: string,
): WorkerSettings {
  const { id, zone, cadence, takeDown } = convocatoria;
  const source = sourceOf(config);
  const period = settled(cadence?.minutes ?? config.cadenceMinutes, 'cadenceMinutes');
  return {
    convocatoria: id,
    zone,
    cadenceMinutes: period,
    takeDownMinutes: settled(takeDown?.minutes ?? config.takeDownMinutes, 'takeDownMinutes'),
    windows: workerWindows(convocatoria, period),
    source: sourceSettings(source, {
      secretName: secretNameOf(config, name),
      folder,
      ...(config.server === undefined ? {} : { inboxPath: INBOX }),
    }),
    package: packageSettings({ package: config.package, source }, convocatoria),
    cacheControl: cacheControlOf(convocatoria),
    ...options(config),
  };
}

function sourceOf({ source, server }: DifusorConfig): SourceConfig {
  return settled(source ?? (server?.ingest === undefined ? undefined : PUSHED), 'source');
}

function options({ stable, retention, server, publicUrl, domain }: DifusorConfig): Partial<WorkerSettings> {
  // A worker to which an ingest hands packages has no network to look at the site with.
  const outside = server?.ingest === undefined;
  return {
    ...(stable.length === 0 ? {} : { stablePrefixes: stable }),
    ...(retention === undefined ? {} : { retentionHours: retention.hours }),
    ...(outside ? { publicUrl: new URL(publicUrl ?? `https://${domain}`).origin } : {}),
  };
}

/** Name of the secret with the source's credentials. */
export function secretNameOf({ source }: DifusorConfig, name: string): string {
  const given = source === undefined || source.kind === 'inbox' ? undefined : source.secretName;
  return given ?? `${name}/source`;
}
