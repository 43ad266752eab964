import { once } from 'node:events';
import { createServer, type AddressInfo, type Server as TcpServer, type Socket } from 'node:net';
import { Server, utils } from 'ssh2';
import { fingerprintOf } from '../../../../lib/sync/sources/fingerprint.js';
import { pinnedHostKey, type PinnedHostKey } from '../../../../lib/sync/sources/pinned-host-key.js';
import { DEFAULT_TIMEOUTS } from '../../../../lib/sync/sources/timeouts.js';

const UNKNOWN = `SHA256:${'A'.repeat(43)}`;

interface KeyPair {
  readonly private: string;
  readonly public: string;
}

const pairs = {
  ed25519: utils.generateKeyPairSync('ed25519'),
  ecdsa: utils.generateKeyPairSync('ecdsa', { bits: 256 }),
  rsa: utils.generateKeyPairSync('rsa', { bits: 2048 }),
} satisfies Record<string, KeyPair>;

const base64Of = (pair: KeyPair): string => pair.public.split(' ')[1] ?? '';
const fingerprint = (pair: KeyPair): string => fingerprintOf(Buffer.from(base64Of(pair), 'base64'));

describe('pinnedHostKey', () => {
  const open = new Set<Socket>();
  let tcp: TcpServer | undefined;
  let authentications = 0;

  afterEach(async () => {
    for (const socket of open) socket.destroy();
    if (tcp?.listening) {
      tcp.close();
      await once(tcp, 'close');
    }
    authentications = 0;
  });

  const listen = async (greet: (socket: Socket) => void): Promise<number> => {
    tcp = createServer((socket) => {
      open.add(socket.on('error', () => undefined));
      greet(socket);
    });
    tcp.listen(0, '127.0.0.1');
    await once(tcp, 'listening');
    return (tcp.address() as AddressInfo).port;
  };
  const serve = (...keys: readonly KeyPair[]): Promise<number> => {
    const ssh = new Server({ hostKeys: keys.map((pair) => pair.private) }, (connection) => {
      connection.on('error', () => undefined).on('authentication', () => (authentications += 1));
    });
    return listen((socket) => ssh.injectSocket(socket));
  };
  const ask = (port: number, hostKeys: readonly string[], connectMs = 2000): Promise<PinnedHostKey> =>
    pinnedHostKey({
      host: 'sftp.example.net',
      address: '127.0.0.1',
      port,
      hostKeys,
      timeouts: { ...DEFAULT_TIMEOUTS, connectMs, headersMs: connectMs },
    });

  it.each([
    ['ed25519', 'ssh-ed25519', ['ssh-ed25519']],
    ['ecdsa', 'ecdsa-sha2-nistp256', expect.arrayContaining(['ecdsa-sha2-nistp256'])],
    ['rsa', 'ssh-rsa', ['rsa-sha2-512', 'rsa-sha2-256']],
  ] as const)(
    'finds the expected key of the kind %s among all that a host has',
    async (kind, type, algorithms) => {
      const port = await serve(pairs.ed25519, pairs.ecdsa, pairs.rsa);
      expect(await ask(port, [UNKNOWN, fingerprint(pairs[kind])])).toEqual({
        type,
        base64: base64Of(pairs[kind]),
        algorithms,
      });
      expect(authentications).toBe(0);
    },
  );

  it('passes over the kinds that a host has not', async () => {
    expect(await ask(await serve(pairs.rsa), [fingerprint(pairs.rsa)])).toMatchObject({ type: 'ssh-rsa' });
  });

  it('says which key a host shows that has none of the expected ones', async () => {
    const port = await serve(pairs.ed25519, pairs.rsa);
    await expect(ask(port, [UNKNOWN])).rejects.toMatchObject({
      code: 'SOURCE_HOST_KEY_CHANGED',
      params: { host: 'sftp.example.net', actual: fingerprint(pairs.ed25519) },
    });
    expect(authentications).toBe(0);
  });

  it.each<[string, (socket: Socket) => void]>([
    ['hangs up', (socket) => socket.destroy()],
    ['speaks of something else', (socket) => void socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')],
    ['says nothing', () => undefined],
  ])('names a host that %s unreachable', async (_, greet) => {
    const port = await listen(greet);
    await expect(ask(port, [UNKNOWN], 200)).rejects.toMatchObject({
      code: 'SOURCE_UNREACHABLE',
      params: { host: 'sftp.example.net' },
      retryable: true,
    });
  });

  it('names a host unreachable at whose port nobody listens', async () => {
    const port = await listen(() => undefined);
    tcp?.close();
    await expect(ask(port, [UNKNOWN])).rejects.toMatchObject({
      code: 'SOURCE_UNREACHABLE',
      params: { reason: 'ECONNREFUSED' },
    });
  });
});
