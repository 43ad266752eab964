import type { Client, ClientChannel, ConnectConfig, ServerHostKeyAlgorithm, SFTPWrapper } from 'ssh2';
import { failureOf } from '../failure.js';
import { called, type Start } from './called.js';
import { read, unreadable, type Reading, type Unread } from './reading.js';

/** By what an account shows who it is: an agent's socket, or the text of a private key. */
export type SshCredentials = { readonly agent: string } | { readonly privateKey: string };

export interface SshAddress {
  readonly address: string;
  readonly port: number;
  readonly user: string;
  /** Public keys that the host may show: `ssh-ed25519 AAAA…`. */
  readonly hostKeys: readonly string[];
}

const CONNECT_MS = 15_000;
const COMMAND_MS = 20_000;
const MOST_OUTPUT = 256 * 1024;
const NO_SUCH_PROGRAM = 127;

/** Programs of the system that an account without rights does not find by itself; their words in no language but one. */
const SURROUNDINGS = 'PATH="$PATH:/usr/sbin:/sbin"; LC_ALL=C; export PATH LC_ALL; ';

/** A connection to a host that has shown one of its known keys. */
export class SshSession {
  private constructor(private readonly client: Client) {}

  /** Connects; no credential is sent before the host's key is known. */
  static async open(host: SshAddress, credentials: SshCredentials): Promise<Reading<SshSession>> {
    const { Client } = await import('ssh2');
    const client = new Client();
    const known = host.hostKeys.map((key) => key.split(/\s+/)[1]);
    let shown: string | undefined;
    const config: ConnectConfig = {
      ...credentials,
      host: host.address,
      port: host.port,
      username: host.user,
      readyTimeout: CONNECT_MS,
      // A host shows one key, of the first kind that both sides know.
      algorithms: { serverHostKey: algorithmsOf(host.hostKeys) },
      hostVerifier: (key: Buffer) => {
        shown = key.toString('base64');
        return known.includes(shown);
      },
    };
    try {
      await new Promise<void>((settle, fail) => {
        client.on('ready', settle).on('error', fail);
        client.on('close', () => fail(new Error('closed')));
        client.connect(config);
      });
      return read(new SshSession(client));
    } catch (error) {
      client.end();
      if (shown !== undefined && !known.includes(shown)) return unreadable('hostKey', host.address);
      return connectionFailure(error);
    }
  }

  /** Runs one command, and gives what it wrote where it ended well. */
  async run(command: string): Promise<Reading<string>> {
    const channel = await inTime<ClientChannel>((done) => this.client.exec(SURROUNDINGS + command, done));
    return 'value' in channel ? outputOf(channel.value) : channel;
  }

  async sftp(): Promise<Reading<SFTPWrapper>> {
    return inTime((done) => this.client.sftp(done));
  }

  close(): void {
    this.client.end();
  }
}

function algorithmsOf(hostKeys: readonly string[]): ServerHostKeyAlgorithm[] {
  const kinds = new Set(hostKeys.map((key) => key.split(/\s+/)[0] ?? ''));
  return [...kinds].flatMap((kind): ServerHostKeyAlgorithm[] =>
    kind === 'ssh-rsa' ? ['rsa-sha2-512', 'rsa-sha2-256'] : [kind as ServerHostKeyAlgorithm],
  );
}

function connectionFailure(error: unknown): Unread {
  const { reason, message } = failureOf(error);
  const level = String((error as { readonly level?: unknown }).level);
  if (level === 'client-authentication') return unreadable('refused', message);
  if (level === 'client-timeout') return unreadable('timeOut', 'SSH');
  return unreadable('unreachable', `SSH ${reason === 'Error' ? message : reason}`);
}

async function inTime<T>(start: Start<T>): Promise<Reading<T>> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Unread>((settle) => {
    timer = setTimeout(() => settle(unreadable('timeOut', 'SSH')), COMMAND_MS);
  });
  try {
    return await Promise.race([called(start).then(read, connectionFailure), late]);
  } finally {
    clearTimeout(timer);
  }
}

async function outputOf(channel: ClientChannel): Promise<Reading<string>> {
  return new Promise((settle) => {
    const written = { out: '', err: '' };
    const timer = setTimeout(() => end(unreadable('timeOut', 'SSH')), COMMAND_MS);
    const end = (reading: Reading<string>): void => {
      clearTimeout(timer);
      settle(reading);
      channel.close();
    };
    const keep = (name: 'out' | 'err') => (chunk: Buffer) => {
      written[name] += chunk.toString('utf8');
      if (written.out.length + written.err.length > MOST_OUTPUT)
        end(unreadable('unread', `> ${MOST_OUTPUT} bytes`));
    };
    channel.on('data', keep('out'));
    channel.stderr.on('data', keep('err'));
    channel.on('close', (code: number | null) => end(answerOf(code, written)));
  });
}

function answerOf(code: number | null, { out, err }: { out: string; err: string }): Reading<string> {
  if (code === 0) return read(out);
  const told = err.trim() === '' ? out : err;
  return unreadable(code === NO_SUCH_PROGRAM ? 'tool' : 'refused', `${code ?? ''} ${told}`);
}
