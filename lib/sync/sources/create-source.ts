import type { WorkerSettings } from '../../worker-settings.js';
import { HttpsSource } from './https-source.js';
import { InboxArchiveSource } from './inbox-archive-source.js';
import { InboxTreeSource } from './inbox-tree-source.js';
import type { AddressPolicy } from './public-address.js';
import { RsyncSource } from './rsync-source.js';
import { S3Source, type S3SourceOptions } from './s3-source.js';
import { SftpSource } from './sftp-source.js';
import type { Source } from './source.js';
import type { SourceSecret } from './source-secret.js';
import type { SourceTimeouts } from './timeouts.js';

/** What a source is given beside its settings. */
export interface SourceSurroundings extends SourceSecret, AddressPolicy {
  /**
   * Authorities, in PEM, that an https source trusts instead of the public ones.
   * @default those that Node trusts
   */
  readonly ca?: string | undefined;
  /** @default each source's own */
  readonly timeouts?: Partial<SourceTimeouts> | undefined;
  /**
   * What a test sets otherwise in the client of an s3 source.
   * @default nothing
   */
  readonly s3?: S3SourceOptions['client'];
  /** Folder that belongs to the worker, in which a source may keep what spares it work; by default it keeps nothing. */
  readonly cacheDirectory?: string | undefined;
}

/**
 * The source that the settings name.
 * @throws SETTINGS_INVALID where it needs surroundings that are not there
 */
export function createSource(settings: WorkerSettings, surroundings: SourceSurroundings): Source {
  const { source: location, package: limits } = settings;
  switch (location.kind) {
    case 'https':
      return new HttpsSource({ ...surroundings, location, package: limits });
    case 's3':
      return new S3Source({ ...surroundings, location, package: limits, client: surroundings.s3 });
    case 'sftp':
      return new SftpSource({ ...surroundings, location, package: limits });
    case 'rsync':
      return new RsyncSource({ ...surroundings, location, package: limits });
    case 'inbox':
      return location.form === 'tree'
        ? new InboxTreeSource({ ...surroundings, location, package: limits })
        : new InboxArchiveSource({ ...surroundings, location, package: limits });
  }
}
