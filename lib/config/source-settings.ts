import { resolve } from 'node:path';
import type { SourceSettings } from '../worker-settings.js';
import type { InboxConfig, SourceConfig } from './source-schema.js';

/** What a source resolves against. */
export interface SourceResolution {
  /** Name of the secret where the source has credentials. */
  readonly secretName: string;
  /** Absolute folder of difusor.yaml, from which the path of an inbox is meant. */
  readonly folder: string;
  /**
   * Where the inbox is, in the worker's own eyes.
   * @default what the source says
   */
  readonly inboxPath?: string;
}

/** Where the worker gets its packages; a secret is named only where the source wants credentials. */
export function sourceSettings(
  source: SourceConfig,
  { secretName, folder, inboxPath }: SourceResolution,
): SourceSettings {
  if (source.kind === 'inbox') return inboxSettings(source, inboxPath ?? resolve(folder, source.path ?? ''));
  if (source.kind === 'sftp' || wantsCredentials(source)) return { ...source, secretName };
  const open = { ...source };
  delete open.secretName;
  return open;
}

/** Whether a source lets in only who shows credentials. */
export function wantsCredentials(source: SourceConfig): boolean {
  switch (source.kind) {
    case 'https':
      return source.auth !== 'none';
    case 's3':
      return source.auth === 'keys';
    case 'rsync':
      return source.username !== undefined;
    case 'sftp':
      return true;
    case 'inbox':
      return false;
  }
}

function inboxSettings({ kind, form, complete }: InboxConfig, path: string): SourceSettings {
  return { kind, path, form, complete: completion(complete) };
}

function completion(complete: InboxConfig['complete']) {
  if (complete === 'rename') return { when: 'rename' } as const;
  return 'marker' in complete
    ? ({ when: 'marker', marker: complete.marker } as const)
    : ({ when: 'quiet', seconds: complete.quietSeconds } as const);
}

/** Whether packages come as a plain tree, which has no name of its own and is always all of the site. */
export function isTree(source: SourceConfig): boolean {
  return source.kind === 'rsync' || (source.kind === 'inbox' && source.form === 'tree');
}
