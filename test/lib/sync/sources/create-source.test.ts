import { createSource } from '../../../../lib/sync/sources/create-source.js';
import { HttpsSource } from '../../../../lib/sync/sources/https-source.js';
import { InboxArchiveSource } from '../../../../lib/sync/sources/inbox-archive-source.js';
import { InboxTreeSource } from '../../../../lib/sync/sources/inbox-tree-source.js';
import { RsyncSource } from '../../../../lib/sync/sources/rsync-source.js';
import { S3Source } from '../../../../lib/sync/sources/s3-source.js';
import { SftpSource } from '../../../../lib/sync/sources/sftp-source.js';
import type { SourceSettings } from '../../../../lib/worker-settings.js';
import { SETTINGS } from '../../../support/worker-settings.js';

const KEY = `SHA256:${'A'.repeat(43)}`;
const LOCATIONS = {
  s3: { kind: 's3', bucket: 'instituto', region: 'us-east-1', key: 'cortes/', auth: 'role' },
  sftp: {
    kind: 'sftp',
    host: 'sftp.example.net',
    port: 22,
    path: '/entrega/',
    username: 'difusor',
    hostKeys: [KEY],
    secretName: 'difusor/source',
  },
  rsync: { kind: 'rsync', via: 'daemon', host: 'rsync.example.net', port: 873, path: '/prep/' },
  archives: { kind: 'inbox', path: '/srv/inbox', form: 'archive', complete: { when: 'rename' } },
  tree: { kind: 'inbox', path: '/srv/site', form: 'tree', complete: { when: 'marker', marker: '.ok' } },
} satisfies Record<string, SourceSettings>;

describe('createSource', () => {
  it.each([
    [SETTINGS.source, HttpsSource, 'prep.example.net'],
    [LOCATIONS.s3, S3Source, 'instituto'],
    [LOCATIONS.sftp, SftpSource, 'sftp.example.net'],
    [LOCATIONS.rsync, RsyncSource, 'rsync.example.net'],
    [LOCATIONS.archives, InboxArchiveSource, '/srv/inbox'],
    [LOCATIONS.tree, InboxTreeSource, '/srv/site'],
  ])('makes the source of %j', (source, expected, host) => {
    const made = createSource({ ...SETTINGS, source }, { secrets: { read: () => Promise.resolve('{}') } });
    expect(made).toBeInstanceOf(expected);
    expect(made.host).toBe(host);
  });
});
