import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { until } from './until.js';

/** An agent with one private key, so that whoever gets `SSH_AUTH_SOCK` can log in without a file. */
export class SshAgent {
  readonly socket: string;
  readonly #process: ChildProcess;

  /** @param folder an empty one */
  constructor(private readonly folder: string) {
    this.socket = join(folder, 'agent.sock');
    this.#process = spawn('ssh-agent', ['-D', '-a', this.socket], { stdio: 'ignore' });
  }

  async add(privateKey: string): Promise<void> {
    await until('the agent listens', () => existsSync(this.socket));
    const file = join(this.folder, 'key');
    writeFileSync(file, privateKey, { mode: 0o600 });
    execFileSync('ssh-add', ['-q', file], {
      env: { ...process.env, SSH_AUTH_SOCK: this.socket },
      stdio: 'pipe',
    });
  }

  stop(): void {
    this.#process.kill();
  }
}
