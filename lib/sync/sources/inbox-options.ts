import { uptime } from 'node:os';
import { join } from 'node:path';
import type { PackageSettings } from '../../worker-settings.js';
import { InboxNotes } from './inbox-notes.js';
import type { InboxSettings } from './inbox-survey.js';

export interface InboxSourceOptions {
  readonly location: InboxSettings;
  readonly package: Pick<PackageSettings, 'maxBytes' | 'sidecar' | 'incremental'>;
  /**
   * Folder in which the source may keep notes from run to run; made where need be.
   * @default it forgets what it saw when its process ends
   */
  readonly cacheDirectory?: string | undefined;
  /**
   * Milliseconds for which this host has been up.
   * @default what the system says
   */
  readonly upMs?: (() => number) | undefined;
}

/** What an inbox remembers between two looks. */
export function inboxNotes({ cacheDirectory, upMs }: InboxSourceOptions): InboxNotes {
  const path = cacheDirectory === undefined ? undefined : join(cacheDirectory, 'inbox', 'notes.json');
  return new InboxNotes(path, upMs ?? (() => uptime() * 1000));
}
