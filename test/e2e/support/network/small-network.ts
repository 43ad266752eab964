import { execFile, execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import type { SelfSignedCertificate } from '../../../support/self-signed-certificate.js';

/** One connection that is tried: who, where to, and how many times at once. */
export interface Attempt {
  readonly from: string;
  readonly to: string;
  readonly port: number;
  /** @default 1 */
  readonly times?: number;
}

/** Pages that are served over HTTPS under one certificate; plain HTTP leads to them. */
export interface ServedSite extends SelfSignedCertificate {
  readonly addresses: readonly string[];
  /** Home pages by the name under which each is asked for. */
  readonly pages: Readonly<
    Record<string, { readonly body: string; readonly headers?: Readonly<Record<string, string>> }>
  >;
}

/** Addresses of the outside, one for each kind of caller, of the host, and of the container behind it. */
export const ADDRESS = {
  untrusted: '198.51.100.20',
  another: '198.51.100.21',
  trusted: '203.0.113.5',
  administrator: '192.0.2.7',
  untrusted6: '2001:db8:99::20',
  trusted6: '2001:db8:5::5',
  host: '198.51.100.10',
  host6: '2001:db8:99::10',
  bridge: '172.30.0.1',
  container: '172.30.0.2',
} as const;

/**
 * A host with a container on a bridge, and the world before it, in network namespaces of their own: nothing of this
 * machine's network is touched.
 */
export class SmallNetwork {
  private readonly children: ChildProcess[] = [];
  readonly names: Readonly<Record<Place, string>>;

  constructor(id: string) {
    this.names = { world: `dw-${id}`, host: `dh-${id}`, container: `dc-${id}` };
  }

  start(): void {
    this.startOutside();
    this.startContainer();
  }

  /** The world and the host alone; containers are up to an engine. */
  startOutside(): void {
    for (const name of Object.values(this.names)) run('ip', ['netns', 'add', name]);
    const { world, host } = this.names;
    run('ip', [
      'link',
      'add',
      'outside',
      'netns',
      world,
      'type',
      'veth',
      'peer',
      'name',
      'ens3',
      'netns',
      host,
    ]);
    const { untrusted, another, trusted, administrator, untrusted6, trusted6 } = ADDRESS;
    for (const each of [untrusted, another]) this.address('world', 'outside', `${each}/24`);
    for (const each of [trusted, administrator]) this.address('world', 'outside', `${each}/32`);
    for (const each of [untrusted6, trusted6]) this.address('world', 'outside', `${each}/64`);
    this.address('host', 'ens3', `${ADDRESS.host}/24`);
    this.address('host', 'ens3', `${ADDRESS.host6}/64`);
    this.up('world', 'lo', 'outside');
    this.up('host', 'lo', 'ens3');
    for (const each of [trusted, administrator]) this.ip('host', `route add ${each}/32 dev ens3`);
    this.ip('host', 'route add 2001:db8:5::/64 dev ens3');
  }

  private startContainer(): void {
    const { host, container } = this.names;
    run('ip', [
      'link',
      'add',
      'veth0',
      'netns',
      host,
      'type',
      'veth',
      'peer',
      'name',
      'eth0',
      'netns',
      container,
    ]);
    this.ip('host', 'link add docker0 type bridge');
    this.ip('host', 'link set veth0 master docker0');
    this.address('host', 'docker0', `${ADDRESS.bridge}/24`);
    this.address('container', 'eth0', `${ADDRESS.container}/24`);
    this.up('host', 'docker0', 'veth0');
    this.up('container', 'lo', 'eth0');
    this.ip('container', `route add default via ${ADDRESS.bridge}`);
    this.ip('world', `route add 172.30.0.0/24 via ${ADDRESS.host}`);
    this.inside('host', ['sysctl', '--quiet', '--write', 'net.ipv4.ip_forward=1']);
  }

  /** Runs a command in one of the places; gives what it printed. @throws where it ends with another code than 0 */
  inside(place: Place, command: readonly string[], input = ''): string {
    return run('ip', ['netns', 'exec', this.names[place], ...command], input);
  }

  /** As `inside`, with the code that it ended with and what it wrote. */
  tried(place: Place, command: readonly string[], env: Readonly<Record<string, string>> = {}, input = '') {
    return spawnSync('ip', ['netns', 'exec', this.names[place], ...command], {
      encoding: 'utf8',
      input,
      env: { ...process.env, ...env },
    });
  }

  async listen(place: Place, ports: readonly number[]): Promise<void> {
    await this.keep(place, ['listen.cjs', ...ports.map(String)]);
  }

  async serve(place: Place, site: ServedSite): Promise<void> {
    await this.keep(place, ['site.cjs', JSON.stringify(site)]);
  }

  /** How many of each attempt were let in. */
  reached(place: Place, attempts: readonly Attempt[]): readonly number[] {
    return JSON.parse(this.inside(place, node('reach.cjs', JSON.stringify(attempts)))) as number[];
  }

  /** As `reached`, meanwhile. */
  async reachedDuring(place: Place, attempt: Attempt): Promise<readonly number[]> {
    const command = node('reach.cjs', JSON.stringify([attempt]));
    const { stdout } = await promisify(execFile)('ip', ['netns', 'exec', this.names[place], ...command]);
    return JSON.parse(stdout) as number[];
  }

  /** Opens a connection and gives a function that tells what comes back over it. */
  async hold({ from, to, port }: Attempt): Promise<(line: string) => Promise<string>> {
    const { child, next } = await this.keep('world', ['hold.cjs', from, to, String(port)]);
    return (line) => {
      child.stdin?.write(`${line}\n`);
      return next();
    };
  }

  stop(): void {
    for (const child of this.children) child.kill('SIGKILL');
    for (const name of Object.values(this.names)) spawnSync('ip', ['netns', 'delete', name]);
  }

  private async keep(place: Place, [script = '', ...rest]: readonly string[]) {
    const child = spawn('ip', ['netns', 'exec', this.names[place], ...node(script, ...rest)], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    this.children.push(child);
    const lines = createInterface({ input: child.stdout });
    const next = async (): Promise<string> => String((await once(lines, 'line'))[0]);
    const first = await next();
    if (first !== 'ready') throw new Error(`${script} in ${place}: ${first}`);
    return { child, next };
  }

  private address(place: Place, link: string, address: string): void {
    // Without duplicate address detection, for which IPv6 would wait.
    this.ip(place, `address add ${address} dev ${link}${address.includes(':') ? ' nodad' : ''}`);
  }

  private up(place: Place, ...links: readonly string[]): void {
    for (const link of links) this.ip(place, `link set ${link} up`);
  }

  private ip(place: Place, command: string): void {
    run('ip', ['-n', this.names[place], ...command.split(' ')]);
  }
}

type Place = 'world' | 'host' | 'container';

function node(script: string, ...rest: readonly string[]): string[] {
  return [process.execPath, join(__dirname, script), ...rest];
}

function run(program: string, args: readonly string[], input = ''): string {
  return execFileSync(program, args, { encoding: 'utf8', input, stdio: ['pipe', 'pipe', 'pipe'] });
}
