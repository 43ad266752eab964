import { symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { RsyncSource, type RsyncSourceOptions } from '../../lib/sync/sources/rsync-source.js';
import { RsyncDaemon, serveFiles, SshDaemon } from '../support/institute-host.js';
import type { SamplePackage } from '../support/sample-package.js';
import { describeSource, OFFERED_AT, type SourceBench } from '../lib/sync/sources/source.conformance.js';
import { describePart } from './support/part.js';

const LIMIT = 10 * 1024 * 1024;

class DaemonBench implements SourceBench {
  readonly secrets: readonly string[];
  readonly source: RsyncSource;

  constructor(
    directory: string,
    readonly daemon: RsyncDaemon,
  ) {
    this.secrets = [daemon.password];
    this.source = new RsyncSource({
      location: {
        kind: 'rsync',
        via: 'daemon',
        host: '127.0.0.1',
        port: daemon.port,
        path: '/prep/',
        username: 'difusor',
        secretName: 'difusor/source',
      },
      package: { maxBytes: LIMIT },
      secrets: { read: () => Promise.resolve(JSON.stringify({ password: daemon.password })) },
      allowLoopback: true,
      cacheDirectory: join(directory, 'cache'),
    });
  }

  offer({ files }: SamplePackage): void {
    serveFiles(this.daemon.site, files, OFFERED_AT);
  }

  withdraw(): void {
    serveFiles(this.daemon.site, {}, OFFERED_AT);
  }

  stop(): Promise<void> {
    return this.daemon.stop();
  }
}

describePart('a source read with rsync from a daemon', ['rsync'], () => {
  describeSource<DaemonBench>('an rsync daemon', {
    form: 'tree',
    tellsUnchanged: true,
    start: async (directory) => new DaemonBench(directory, await new RsyncDaemon(directory).start()),
    faults: {
      'changed the password': {
        inject: ({ daemon }) => daemon.dropUser(),
        code: 'SOURCE_REFUSED',
        retryable: false,
      },
      'offers a link': {
        inject: ({ daemon }) => symlinkSync('/etc/passwd', join(daemon.site, 'passwd.json')),
        code: 'ARCHIVE_ENTRY_KIND_UNKNOWN',
        retryable: false,
      },
      'offers a file over the limit': {
        inject: ({ daemon }) => oversized(daemon.site),
        code: 'SOURCE_TOO_LARGE',
        retryable: false,
      },
    },
  });
});

class SshBench implements SourceBench {
  readonly secrets: readonly string[];
  readonly source: RsyncSource;

  constructor(
    directory: string,
    readonly daemon: SshDaemon,
  ) {
    this.secrets = daemon.privateKey.split('\n').filter((line) => line.length > 20 && !line.startsWith('-'));
    this.source = new RsyncSource(overSsh(daemon, { cacheDirectory: join(directory, 'cache') }));
  }

  offer({ files }: SamplePackage): void {
    serveFiles(this.daemon.site, files, OFFERED_AT);
  }

  withdraw(): void {
    serveFiles(this.daemon.site, {}, OFFERED_AT);
  }

  stop(): Promise<void> {
    return this.daemon.stop();
  }
}

describePart('a source read with rsync over ssh', ['rsync', 'sshServer'], () => {
  describe.each(['ed25519', 'ecdsa', 'rsa'] as const)('from a host with a key of the kind %s', (kind) => {
    describeSource<SshBench>('rsync over ssh', {
      form: 'tree',
      tellsUnchanged: true,
      start: async (directory) => new SshBench(directory, await new SshDaemon(directory, kind).start()),
      faults: {
        'shows another key': {
          inject: ({ daemon }) => daemon.changeHostKey(),
          code: 'SOURCE_HOST_KEY_CHANGED',
          retryable: false,
        },
        'no longer lets us in': {
          inject: ({ daemon }) => daemon.letIn(''),
          code: 'SOURCE_REFUSED',
          retryable: false,
        },
        'can not be reached': {
          inject: ({ daemon }) => daemon.stop(),
          code: 'SOURCE_UNREACHABLE',
          retryable: true,
        },
      },
    });
  });
});

function overSsh(daemon: SshDaemon, more: Partial<RsyncSourceOptions>): RsyncSourceOptions {
  return {
    location: {
      kind: 'rsync',
      via: 'ssh',
      host: '127.0.0.1',
      port: daemon.port,
      path: daemon.site,
      username: daemon.username,
      hostKeys: [`SHA256:${'A'.repeat(43)}`, daemon.fingerprint],
      secretName: 'difusor/source',
    },
    package: { maxBytes: LIMIT },
    secrets: { read: () => Promise.resolve(JSON.stringify({ privateKey: daemon.privateKey })) },
    allowLoopback: true,
    ...more,
  };
}

function oversized(site: string): void {
  const path = join(site, 'actas.bin');
  writeFileSync(path, '');
  truncateSync(path, LIMIT + 1);
}
