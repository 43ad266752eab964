// Holds one connection, and for each line of its input says whether the other side sends that line back.
const { connect } = require('node:net');
const { createInterface } = require('node:readline');

const [from, to, port] = process.argv.slice(2);
const socket = connect({ host: to, port: Number(port), localAddress: from }, () => console.log('ready'));
socket.once('error', ({ code }) => console.log(code));
const echoes = createInterface({ input: socket });
createInterface({ input: process.stdin }).on('line', (line) => socket.write(`${line}\n`));
echoes.on('line', (line) => console.log(line));
