// A process of its own: connections whose request never ends, a header line every two seconds. Those that the server shuts
// come back at once. HOST PORT COUNT ADDRESS...; says `ready` once all are open, and counts when its input ends.
import { connect } from 'node:tls';

const [host, port, count, ...addresses] = process.argv.slice(2);
const LINE_EVERY_MS = 2000;
const OPENING_AT_ONCE = 100;
const counts = { open: 0, opened: 0, shut: 0 };
let waiting = Number(count);
let number = 0;

function open() {
  waiting -= 1;
  number += 1;
  const localAddress = addresses[number % addresses.length];
  const socket = connect({ host, port: Number(port), localAddress, rejectUnauthorized: false }, () => {
    counts.open += 1;
    counts.opened += 1;
    socket.write('GET /json/main.json HTTP/1.1\r\nHost: prep.example.org\r\n');
    const drip = setInterval(() => socket.write('X-Slow: 1\r\n'), LINE_EVERY_MS);
    socket.on('close', () => {
      clearInterval(drip);
      counts.open -= 1;
      counts.shut += 1;
    });
    next();
  });
  socket.on('error', () => undefined);
  socket.on('close', () => {
    waiting += 1;
    next();
  });
  socket.resume();
}

let opening = 0;
let told = false;

function next() {
  opening = Math.max(0, opening - 1);
  if (!told && counts.open === Number(count)) {
    told = true;
    process.stdout.write('ready\n');
  }
  while (waiting > 0 && opening < OPENING_AT_ONCE) {
    opening += 1;
    open();
  }
}

next();
process.stdin.resume();
process.stdin.on('end', () => {
  process.stdout.write(`${JSON.stringify(counts)}\n`, () => process.exit());
});
