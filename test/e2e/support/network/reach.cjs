// Tries connections, given as JSON [{from, to, port, times}], all at once; prints how many of each were let in.
const { connect } = require('node:net');

const PATIENCE_MS = 5000;

function attempt({ from, to, port }) {
  return new Promise((resolve) => {
    const socket = connect({ host: to, port, localAddress: from });
    const settle = (answer) => {
      socket.destroy();
      resolve(answer);
    };
    // Where this process had to wait for its turn, an answer may be there that it has not looked at yet.
    const timer = setTimeout(() => setImmediate(() => settle(0)), PATIENCE_MS);
    // A refusal is an answer of the host's: the packet was let in, though nobody listens.
    socket.once('error', ({ code }) => settle(code === 'ECONNREFUSED' ? 1 : 0));
    socket.once('connect', () => settle(1));
    socket.once('close', () => clearTimeout(timer));
  });
}

const wanted = JSON.parse(process.argv[2]);
Promise.all(
  wanted.map(async ({ times = 1, ...one }) => {
    const answers = await Promise.all(Array.from({ length: times }, () => attempt(one)));
    return answers.reduce((sum, answer) => sum + answer, 0);
  }),
).then((counts) => console.log(JSON.stringify(counts)));
