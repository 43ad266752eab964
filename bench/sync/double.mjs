// The double of S3 and of the KeyValueStore, in a process of its own, so that its work is nobody else's.
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Starts the double; it ends with this process, or with `stop`. */
export async function startDouble() {
  const child = fork(fileURLToPath(new URL('double/server.mjs', import.meta.url)));
  const waiting = new Map();
  const wait = (id) => new Promise((resolve, reject) => waiting.set(id, { resolve, reject }));
  child.on('message', ({ id, result }) => {
    waiting.get(id).resolve(result);
    waiting.delete(id);
  });
  child.once('exit', (code) => {
    for (const { reject } of waiting.values()) reject(new Error(`the S3 double ended with status ${code}`));
  });
  const ports = await wait('ports');
  let last = 0;
  return {
    s3: `http://127.0.0.1:${ports.s3}`,
    keyValues: `http://localhost:${ports.keyValues}`,
    /** Gives one order of `double/server.mjs`, and waits for what comes of it. */
    ask: (order, value) => {
      last += 1;
      const answered = wait(last);
      child.send({ id: last, order, value });
      return answered;
    },
    stop: () => child.disconnect(),
  };
}
