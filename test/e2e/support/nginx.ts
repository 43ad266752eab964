import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { until } from './until.js';

/** nginx on a socket of its own folder, so that it needs no port. */
export interface Nginx {
  readonly socketPath: string;
  stop(): Promise<void>;
}

/** Serves a folder, which may be a link that is led elsewhere meanwhile. */
export async function startNginx(folder: string, root: string): Promise<Nginx> {
  mkdirSync(folder);
  const socketPath = join(folder, 'socket');
  const config = join(folder, 'nginx.conf');
  writeFileSync(config, configOf(folder, socketPath, root));
  const server = spawn('nginx', ['-p', folder, '-c', config, '-e', 'stderr'], { stdio: 'ignore' });
  const ended = once(server, 'exit');
  await until('nginx listens', () => existsSync(socketPath) || server.exitCode !== null);
  return {
    socketPath,
    stop: async () => {
      server.kill('SIGTERM');
      await ended;
    },
  };
}

function configOf(folder: string, socketPath: string, root: string): string {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  return [
    'daemon off;',
    `pid ${join(folder, 'pid')};`,
    // The tests' folders are their owner's alone.
    ...(process.getuid?.() === 0 ? ['user root;'] : []),
    'worker_processes 2;',
    'events { worker_connections 256; }',
    'http {',
    '  access_log off;',
    ...temporary.map((name) => `  ${name}_temp_path ${join(folder, name)};`),
    '  sendfile on;',
    '  keepalive_requests 100000;',
    `  server { listen unix:${socketPath}; root ${root}; gzip_static on; }`,
    '}',
    '',
  ].join('\n');
}
