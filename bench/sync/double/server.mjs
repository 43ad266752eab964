// The process of the double: S3 at one port, the KeyValueStore at another, orders from the benchmark over IPC.
import { once } from 'node:events';
import { createServer } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { KeyValues } from './key-values.mjs';
import { Objects } from './objects.mjs';
import { answer, kindOf } from './s3.mjs';

const objects = new Objects();
const keyValues = new KeyValues();
let latencyMs = {};
let tally = {};

const ORDERS = {
  latency: (ms) => void (latencyMs = ms),
  clock: (seconds) => void (objects.clock = seconds),
  snapshot: (name) => each((store) => store.snapshot(name)),
  /** Also forgets what was counted. */
  restore: (name) => {
    each((store) => store.restore(name));
    tally = {};
  },
  tally: () => tally,
  digests: () => objects.digests(),
  pointer: () => keyValues.get('live'),
};

const s3 = createServer(
  (request, response) => void serve(request, response, kindOf, (asked) => answer(objects, asked)),
);
const pointer = createServer(
  (request, response) =>
    void serve(
      request,
      response,
      ({ method }) => `${method} pointer`,
      (asked) => keyValues.answer(asked),
    ),
);
// s3cmd and boto send `Expect: 100-continue`, and wait.
s3.on('checkContinue', (request, response) => {
  response.writeContinue();
  s3.emit('request', request, response);
});
for (const server of [s3, pointer]) {
  server.keepAliveTimeout = 60_000;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
}
process.on('message', ({ id, order, value }) => process.send({ id, result: ORDERS[order](value) }));
process.on('disconnect', () => process.exit());
process.send({ id: 'ports', result: { s3: s3.address().port, keyValues: pointer.address().port } });

async function serve(request, response, kind, reply) {
  const url = new URL(request.url, 'http://double');
  const path = url.pathname.replaceAll('+', '%2B');
  const asked = {
    method: request.method,
    path,
    key: decodeURIComponent(path).replace(/^\/[^/]*\/?/, ''),
    query: url.searchParams,
    headers: request.headers,
  };
  const body = Buffer.concat(await request.toArray());
  const name = kind(asked);
  count(name, request, body.length);
  const ms = latencyMs[name] ?? 0;
  if (ms > 0) await wait(ms);
  send(response, reply({ ...asked, body }), request.method);
}

function count(kind, request, bodyBytes) {
  const counted = (tally[kind] ??= { requests: 0, bodyBytes: 0, headerBytes: 0 });
  counted.requests += 1;
  counted.bodyBytes += bodyBytes;
  counted.headerBytes += request.method.length + request.url.length + ' HTTP/1.1\r\n\r\n'.length + 1;
  for (const text of request.rawHeaders) counted.headerBytes += text.length + 2;
}

function send(response, { status, headers, body }, method) {
  response.writeHead(status, {
    'content-length': Buffer.byteLength(body),
    ...headers,
    'x-amz-request-id': '0',
  });
  response.end(method === 'HEAD' ? undefined : body);
}

function each(act) {
  act(objects);
  act(keyValues);
}
