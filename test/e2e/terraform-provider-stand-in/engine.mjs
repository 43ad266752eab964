// The Docker Engine's HTTP API, over its socket or over SSH.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const API = '/v1.41';

export class EngineError extends Error {
  constructor(message, status) {
    super(message);
    this.status = status;
  }
}

export class Engine {
  #socketPath;
  #complaint;

  /** @param {() => string} complaint what the way to the engine says of its own failure */
  constructor(socketPath, complaint = () => '') {
    this.#socketPath = socketPath;
    this.#complaint = complaint;
  }

  /**
   * @param {string} host `unix://…` or `ssh://user@host:port`
   * @param {readonly string[]} sshOptions
   */
  static async connect(host, sshOptions) {
    if (host.startsWith('unix://')) return new Engine(host.slice('unix://'.length));
    if (host.startsWith('ssh://')) return bridge(new URL(host), sshOptions);
    throw new EngineError(`unable to parse docker host ${host}`);
  }

  /**
   * @returns the answer: JSON where it is JSON, else text
   * @throws EngineError with the HTTP status
   */
  async call(method, path, body, type = 'application/json') {
    const content = body === undefined || Buffer.isBuffer(body) ? body : Buffer.from(JSON.stringify(body));
    const headers = { host: 'docker' };
    if (content) Object.assign(headers, { 'content-type': type, 'content-length': content.length });
    const options = { socketPath: this.#socketPath, method, path: API + path, headers };
    const { status, text } = await exchange(options, content).catch((error) => {
      throw new EngineError(`${method} ${path}: ${error.message} ${this.#complaint()}`.trim());
    });
    const answer = parsed(text);
    if (status >= 400)
      throw new EngineError(`${method} ${path}: ${status} ${answer?.message ?? text}`, status);
    return answer;
  }

  /** Like `call`; `undefined` where there is no such thing. */
  async find(method, path) {
    try {
      return await this.call(method, path);
    } catch (error) {
      if (error.status === 404) return undefined;
      throw error;
    }
  }
}

function exchange(options, content) {
  return new Promise((resolve, reject) => {
    const asked = request(options, (answer) => {
      const parts = [];
      answer.on('data', (part) => parts.push(part));
      answer.on('error', reject);
      answer.on('end', () => resolve({ status: answer.statusCode, text: Buffer.concat(parts).toString() }));
    });
    asked.on('error', reject);
    asked.end(content);
  });
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** The engine behind a local socket, each of whose connections is one `docker system dial-stdio` on the host, as the docker CLI does. */
async function bridge({ hostname, port, username }, sshOptions) {
  const folder = mkdtempSync(join(tmpdir(), 'terraform-stand-in-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  const words = [
    ...sshOptions,
    ...(port ? ['-p', port] : []),
    ...(username ? ['-l', username] : []),
    '--',
    hostname.replace(/^\[|\]$/g, ''),
    ...['docker', 'system', 'dial-stdio'],
  ];
  let complaint = '';
  const server = createServer((connection) => {
    const ssh = spawn('ssh', words);
    ssh.stderr.setEncoding('utf8').on('data', (text) => (complaint += text));
    connection.pipe(ssh.stdin);
    ssh.stdout.pipe(connection);
    connection.on('error', () => ssh.kill());
    connection.on('close', () => ssh.kill());
    ssh.on('error', (error) => connection.destroy(error));
    ssh.stdin.on('error', () => connection.destroy());
  });
  const path = join(folder, 'docker.sock');
  await new Promise((resolve) => {
    server.listen(path, resolve);
  });
  return new Engine(path, () => complaint.slice(-2000));
}
