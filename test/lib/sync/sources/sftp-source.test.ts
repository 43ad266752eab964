import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SftpSource, type SftpSourceOptions } from '../../../../lib/sync/sources/sftp-source.js';
import { everythingOf } from '../../../support/everything-of.js';
import { sampleCuts, type SamplePackage } from '../../../support/sample-package.js';
import { SftpServer, sshKeyPair, type ReadRequest } from '../../../support/sftp-server.js';
import { takeAll } from '../../../support/take-all.js';
import { useTemporaryDirectory } from '../../../support/temporary-directory.js';
import { describeSource, OFFERED_AT, type SourceBench } from './source.conformance.js';

const FOLDER = '/entrega';
const PASSWORD = 'canario-de-prueba-7f3a';
const OTHER_KEY = `SHA256:${'A'.repeat(43)}`;
const MIB = 1024 * 1024;
const [FIRST, SECOND] = sampleCuts();

type Location = SftpSourceOptions['location'];

function locationOf(server: SftpServer, change: Partial<Location> = {}): Location {
  return {
    kind: 'sftp',
    host: 'localhost',
    port: server.port,
    path: `${FOLDER}/`,
    username: 'difusor',
    hostKeys: [OTHER_KEY, server.hostKey],
    secretName: 'difusor/source',
    ...change,
  };
}

class SftpBench implements SourceBench {
  readonly secrets = [PASSWORD];
  secret = JSON.stringify({ password: PASSWORD });
  hostKeys: readonly string[] | undefined;
  timeouts: SftpSourceOptions['timeouts'];

  constructor(readonly server: SftpServer) {
    server.putFolder(FOLDER);
  }

  get source(): SftpSource {
    return new SftpSource({
      location: locationOf(this.server, this.hostKeys === undefined ? {} : { hostKeys: this.hostKeys }),
      package: { maxBytes: MIB },
      secrets: { read: () => Promise.resolve(this.secret) },
      timeouts: this.timeouts,
      allowLoopback: true,
    });
  }

  offer({ name, bytes }: SamplePackage): void {
    this.withdraw();
    this.server.put(`${FOLDER}/${name}`, bytes, OFFERED_AT);
  }

  withdraw(): void {
    for (const path of this.server.files.keys()) if (path !== FOLDER) this.server.files.delete(path);
  }

  stop(): Promise<void> {
    return this.server.stop();
  }

  answerRead(answer: (request: ReadRequest) => Buffer | undefined): void {
    this.server.answerRead = answer;
  }
}

describeSource<SftpBench>('an SFTP folder', {
  form: 'archive',
  tellsUnchanged: true,
  start: async () => new SftpBench(await new SftpServer({ username: 'difusor', password: PASSWORD }).start()),
  faults: {
    'ends the file before its declared length': {
      inject: (bench) => bench.answerRead(({ position }) => (position > 0 ? undefined : Buffer.from('x'))),
      code: 'SOURCE_TRUNCATED',
      retryable: true,
    },
    'hangs up in mid-transfer': {
      inject: (bench) =>
        bench.answerRead(({ hangUp, sayNothing }) => {
          hangUp();
          sayNothing();
          return undefined;
        }),
      code: 'SOURCE_UNREACHABLE',
      retryable: true,
    },
    'stalls in mid-transfer': {
      inject: (bench) => {
        bench.timeouts = { idleMs: 200 };
        bench.answerRead(({ sayNothing }) => void sayNothing());
      },
      code: 'SOURCE_UNREACHABLE',
      retryable: true,
    },
    'never answers the connection': {
      inject: (bench) => {
        bench.timeouts = { headersMs: 200 };
        bench.server.mute = true;
      },
      code: 'SOURCE_UNREACHABLE',
      retryable: true,
    },
    'is gone': {
      inject: ({ server }) => server.stop().then(() => undefined),
      code: 'SOURCE_UNREACHABLE',
      retryable: true,
    },
    'shows another host key': {
      inject: (bench) => void (bench.hostKeys = [OTHER_KEY]),
      code: 'SOURCE_HOST_KEY_CHANGED',
      retryable: false,
    },
    'refuses the credentials': {
      inject: (bench) => void (bench.secret = JSON.stringify({ password: `${PASSWORD}-old` })),
      code: 'SOURCE_REFUSED',
      retryable: false,
    },
    'forbids the folder': {
      inject: ({ server }) => void (server.refuse = 3),
      code: 'SOURCE_REFUSED',
      retryable: false,
    },
    'fails without a reason': {
      inject: ({ server }) => void (server.refuse = 4),
      code: 'SOURCE_UNREACHABLE',
      retryable: true,
    },
    'is given a secret that is no JSON': {
      inject: (bench) => void (bench.secret = PASSWORD),
      code: 'SECRET_UNREADABLE',
      retryable: false,
    },
  },
});

describe('SftpSource', () => {
  const directory = useTemporaryDirectory();
  const keys = sshKeyPair();
  const locked = sshKeyPair(PASSWORD);
  let server: SftpServer;

  const start = async (publicKey = keys.public): Promise<void> => {
    server = await new SftpServer({ username: 'difusor', publicKey }).start();
    server.putFolder(FOLDER);
    server.put(`${FOLDER}/${FIRST.name}`, FIRST.bytes, OFFERED_AT);
  };
  afterEach(() => server.stop());

  const source = (options: Partial<SftpSourceOptions> = {}, location: Partial<Location> = {}): SftpSource =>
    new SftpSource({
      location: locationOf(server, location),
      package: { maxBytes: MIB },
      secrets: { read: () => Promise.resolve(JSON.stringify({ privateKey: keys.private })) },
      allowLoopback: true,
      ...options,
    });
  const failure = (options?: Partial<SftpSourceOptions>, location?: Partial<Location>): Promise<unknown> =>
    source(options, location)
      .fetch({ directory: directory() })
      .then(
        (result) => result,
        (error: unknown) => error,
      );

  it('logs in with a key', async () => {
    await start();
    expect(await source().fetch({ directory: directory() })).toMatchObject({ kind: 'package' });
    expect(server.authentications).toContain('publickey');
    expect(server.authentications).not.toContain('password');
  });

  it('logs in with a key under a passphrase', async () => {
    await start(locked.public);
    const secret = JSON.stringify({ privateKey: locked.private, passphrase: PASSWORD });
    const fetched = source({ secrets: { read: () => Promise.resolve(secret) } }).fetch({
      directory: directory(),
    });
    expect(await fetched).toMatchObject({ kind: 'package' });
  });

  it.each([
    ['without its passphrase', { privateKey: locked.private }],
    ['under another passphrase', { privateKey: locked.private, passphrase: 'other' }],
    ['that is none', { privateKey: 'canario' }],
  ])('says that it can’t use a key %s, and nothing of the key', async (_what, secret) => {
    await start();
    const thrown = await failure({ secrets: { read: () => Promise.resolve(JSON.stringify(secret)) } });
    expect(thrown).toMatchObject({ code: 'SECRET_UNREADABLE', params: { name: 'difusor/source' } });
    expect(everythingOf(thrown)).not.toContain(secret.privateKey.slice(-60));
  });

  it('sends no credential to a host that shows another key', async () => {
    await start();
    expect(await failure({}, { hostKeys: [OTHER_KEY] })).toMatchObject({
      code: 'SOURCE_HOST_KEY_CHANGED',
      params: { host: 'localhost', actual: server.hostKey },
    });
    expect(server.authentications).toEqual([]);
  });

  it('takes the newest archive of a folder by its name, whatever the times of the files', async () => {
    await start();
    server.put(`${FOLDER}/${SECOND.name}`, SECOND.bytes, new Date(0));
    server.put(`${FOLDER}/99990101_0000_PREP_BCS.zip.part`, FIRST.bytes, OFFERED_AT);
    server.put(`${FOLDER}/.99990101_0000_PREP_BCS.zip`, FIRST.bytes, OFFERED_AT);
    server.put(`${FOLDER}/leame.txt`, FIRST.bytes, OFFERED_AT);
    server.putFolder(`${FOLDER}/99990101_0000_PREP_BCS.zip`);
    expect(await source().fetch({ directory: directory() })).toMatchObject({
      received: { name: SECOND.name, sha256: SECOND.sha256 },
    });
  });

  it('hands over every package of changes, the oldest first, however many came between two looks', async () => {
    await start();
    const from = source({ package: { maxBytes: MIB, incremental: true } });
    const { validators } = await takeAll(from, directory());
    for (const time of ['2200', '2140', '2120'])
      server.put(`${FOLDER}/20240602_${time}_P.zip`, Buffer.from(time), OFFERED_AT);
    expect(await takeAll(from, directory(), validators)).toMatchObject({
      taken: [
        ['20240602_2120_P.zip', true],
        ['20240602_2140_P.zip', true],
        ['20240602_2200_P.zip', false],
      ],
      end: 'unchanged',
    });
  });

  it('takes one file by its path', async () => {
    await start();
    server.put(`${FOLDER}/${SECOND.name}`, SECOND.bytes, OFFERED_AT);
    const fetched = source({}, { path: `${FOLDER}/${FIRST.name}` }).fetch({ directory: directory() });
    expect(await fetched).toMatchObject({ received: { name: FIRST.name } });
    expect(server.requests).toEqual([`OPEN ${FOLDER}/${FIRST.name}`]);
  });

  it('takes another file of the same content for another package', async () => {
    await start();
    const { validators } = (await source().fetch({ directory: directory() })) as { validators: object };
    server.put(`${FOLDER}/20240602_2100_PREP_BCS.zip`, FIRST.bytes, OFFERED_AT);
    const fetched = source().fetch({ directory: directory(), known: validators });
    expect(await fetched).toMatchObject({ received: { name: '20240602_2100_PREP_BCS.zip' } });
  });

  it('reads a file of many parts in order, also where the server answers with less than was asked', async () => {
    await start();
    const content = Buffer.from(Array.from({ length: 900_001 }, (_, index) => (index * 31) % 251));
    server.put(`${FOLDER}/${FIRST.name}`, content, OFFERED_AT);
    server.answerRead = ({ position, length }, whole) =>
      whole.subarray(position, position + Math.min(length, 20_000));
    await source().fetch({ directory: directory() });
    expect(readFileSync(join(directory(), FIRST.name)).equals(content)).toBe(true);
  });

  it.each([
    ['grows', (content: Buffer) => Buffer.concat([content, content]), OFFERED_AT],
    ['changes its time', (content: Buffer) => content, new Date('2024-06-03T03:00:01Z')],
  ])('does not take a file that %s while it is read', async (_what, next, modifiedAt) => {
    await start();
    const path = `${FOLDER}/${FIRST.name}`;
    server.answerRead = ({ position, length }, content) => {
      server.put(path, next(content), modifiedAt);
      return content.subarray(position, position + length);
    };
    expect(await failure()).toMatchObject({ code: 'SOURCE_CHANGED', params: { path }, retryable: true });
  });

  it('gives up a server that trickles', async () => {
    await start();
    server.answerRead = ({ position }, content) => content.subarray(position, position + 1);
    server.put(`${FOLDER}/${FIRST.name}`, Buffer.alloc(MIB), OFFERED_AT);
    const thrown = await failure({ timeouts: { totalMs: 300 } });
    expect(thrown).toMatchObject({ code: 'SOURCE_UNREACHABLE', params: { reason: 'TimeoutError' } });
  });

  it('asks for no byte of a file over the limit', async () => {
    await start();
    let reads = 0;
    server.answerRead = () => void (reads += 1);
    expect(await failure({ package: { maxBytes: 10 } })).toMatchObject({ code: 'SOURCE_TOO_LARGE' });
    expect(reads).toBe(0);
  });

  it('does not take a folder for a package', async () => {
    await start();
    expect(await failure({}, { path: FOLDER })).toMatchObject({
      code: 'SOURCE_NOT_A_PACKAGE',
      params: { contentType: 'folder', name: FOLDER },
    });
  });

  it.each([
    ['the digest', `${FIRST.sha256}  ${FIRST.name}\n`, FIRST.sha256],
    ['nothing of use', 'see our site', undefined],
    ['nothing', undefined, undefined],
    ['more than a digest can be', 'a'.repeat(70_000), undefined],
  ])('brings what the file beside the package says: %s', async (_what, text, digest) => {
    await start();
    if (text !== undefined) server.put(`${FOLDER}/${FIRST.name}.sha256`, Buffer.from(text), OFFERED_AT);
    const fetched = source({ package: { maxBytes: MIB, sidecar: 'sha256' } }).fetch({
      directory: directory(),
    });
    expect(await fetched).toMatchObject({ received: { declared: { algorithm: 'sha256', digest } } });
    expect(readdirSync(directory())).toEqual([FIRST.name]);
  });

  it.each(['localhost', '127.0.0.1', '2130706433', '::1', '169.254.169.254'])(
    'does not connect to %s',
    async (host) => {
      await start();
      expect(await failure({ allowLoopback: false }, { host })).toMatchObject({
        code: 'SOURCE_ADDRESS_FORBIDDEN',
      });
      expect(server.authentications).toEqual([]);
    },
  );
});
