// Listens on the TCP ports given and sends back what it gets; says so once it does.
const { createServer } = require('node:net');

const ports = process.argv.slice(2).map(Number);
const listening = ports.map(
  (port) =>
    new Promise((resolve, reject) => {
      const server = createServer((socket) => {
        socket.on('error', () => socket.destroy());
        socket.pipe(socket);
      });
      server.once('error', reject);
      server.listen({ port, host: '::', backlog: 1024 }, resolve);
    }),
);
Promise.all(listening).then(() => console.log('ready'));
