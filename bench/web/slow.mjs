// How long others wait while slow connections hold on.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Agent } from 'node:https';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { ask } from './ask.mjs';
import { PATH } from './site.mjs';

const SCRIPT = fileURLToPath(new URL('slow-clients.mjs', import.meta.url));
const READERS = 8;
const PAUSE_MS = 10;

/** @returns milliseconds of half and of 99 in 100 answers, without and with the slow connections */
export async function whileSlow(contender, { slow, readers, seconds }) {
  const alone = await readFor(contender, seconds);
  const words = [SCRIPT, contender.host, String(contender.port), String(slow), ...readers];
  const clients = spawn(process.execPath, words, { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: clients.stdout })[Symbol.asyncIterator]();
  try {
    await lines.next();
    const meanwhile = await readFor(contender, seconds);
    clients.stdin.end();
    return { alone, meanwhile, slow: JSON.parse((await lines.next()).value) };
  } finally {
    clients.kill();
    if (clients.exitCode === null && clients.signalCode === null) await once(clients, 'exit');
  }
}

/** A few readers who pause between their requests, so that what is timed is the server. */
async function readFor(contender, seconds) {
  const until = performance.now() + seconds * 1000;
  const times = [];
  let failed = 0;
  const reader = async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    while (performance.now() < until) {
      const start = performance.now();
      const { status } = await ask(contender, PATH, { agent }).catch(() => ({ status: 0 }));
      times.push(performance.now() - start);
      if (status !== 200) failed += 1;
      await sleep(PAUSE_MS);
    }
    agent.destroy();
  };
  await Promise.all(Array.from({ length: READERS }, reader));
  times.sort((one, other) => one - other);
  const at = (share) => times[Math.floor((times.length - 1) * share)];
  return { requests: times.length, failed, p50: at(0.5), p99: at(0.99) };
}
