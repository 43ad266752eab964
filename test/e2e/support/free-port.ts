import { execFileSync } from 'node:child_process';
import type { DockerEngine } from './docker-engine.js';

const LISTEN =
  'const server = require("node:net").createServer().listen(0, () => { console.log(server.address().port); server.close(); });';

/** A TCP port at which nothing listens at the engine's address, for what must know its port beforehand. */
export function freePort({ namespace }: DockerEngine): number {
  const words = [`--net=/run/netns/${namespace}`, '--', process.execPath, '-e', LISTEN];
  return Number(execFileSync('nsenter', words, { encoding: 'utf8' }));
}
