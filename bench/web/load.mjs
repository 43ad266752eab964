// Requests as fast as they are answered, by wrk, for each second of CPU that the server's container uses.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { ask } from './ask.mjs';
import { PATH } from './site.mjs';

const run = promisify(execFile);

/** The cases, with what wrk sends for each. */
export const CASES = {
  'small JSON': () => ({ path: PATH, headers: {} }),
  '304 by ETag': async (contender) => {
    const { headers } = await ask(contender, PATH);
    return { path: PATH, headers: { 'If-None-Match': headers.etag } };
  },
  gzip: () => ({ path: PATH, headers: { 'Accept-Encoding': 'gzip' } }),
};

/** @returns requests, requests for each second of CPU, and how many were not answered with 200 or 304 */
export async function load(contender, name, { seconds, connections }) {
  const { path, headers } = await CASES[name](contender);
  const { host, port, container } = contender;
  const words = Object.entries(headers).flatMap((pair) => ['--header', pair.join(': ')]);
  const before = container.cpuSeconds();
  const { stdout } = await run('wrk', [
    ...['--threads', '1', '--connections', String(connections), '--duration', `${seconds}s`],
    ...words,
    `https://${host}:${port}${path}`,
  ]);
  const cpu = container.cpuSeconds() - before;
  const requests = Number(/(\d+) requests in/.exec(stdout)[1]);
  return { requests, perCpuSecond: requests / cpu, failed: failuresIn(stdout) };
}

/** Socket errors of every kind, and answers that were neither 2xx nor 3xx. */
function failuresIn(output) {
  const sockets = /connect (\d+), read (\d+), write (\d+), timeout (\d+)/.exec(output)?.slice(1) ?? [];
  const statuses = /Non-2xx or 3xx responses: (\d+)/.exec(output)?.slice(1) ?? [];
  return [...sockets, ...statuses].reduce((sum, each) => sum + Number(each), 0);
}
