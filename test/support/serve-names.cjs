// A name server on an address that knows a few names; says its port once it listens, then each question as it comes.
const { createSocket } = require('node:dgram');
const { isIPv4 } = require('node:net');

const [address = '127.0.0.1', port = '0', table = '{}'] = process.argv.slice(2);
const names = JSON.parse(table);
const TYPES = { 1: 'A', 28: 'AAAA' };
const HEADER_BYTES = 12;
const RESPONSE = 0x8180;
const CODE = { served: 0, failed: 2, noName: 3 };

const socket = createSocket('udp4');
socket.on('message', (message, from) => {
  const { name, type, end } = questionIn(message);
  console.log(`${TYPES[type] ?? type} ${name}`);
  const known = names[name];
  const records = (known?.[TYPES[type]] ?? []).map((each) => recordOf(type, each));
  const code = known === 'fails' ? CODE.failed : known === undefined ? CODE.noName : CODE.served;
  const header = Buffer.alloc(HEADER_BYTES);
  message.copy(header, 0, 0, 2);
  header.writeUInt16BE(RESPONSE | code, 2);
  header.writeUInt16BE(1, 4);
  header.writeUInt16BE(records.length, 6);
  const question = message.subarray(HEADER_BYTES, end);
  socket.send(Buffer.concat([header, question, ...records]), from.port, from.address);
});
socket.bind(Number(port), address, () => console.log(socket.address().port));

function questionIn(message) {
  const labels = [];
  let at = HEADER_BYTES;
  while (message[at] > 0) {
    labels.push(message.toString('latin1', at + 1, at + 1 + message[at]));
    at += message[at] + 1;
  }
  return { name: labels.join('.').toLowerCase(), type: message.readUInt16BE(at + 1), end: at + 5 };
}

function recordOf(type, address) {
  const data = isIPv4(address) ? Buffer.from(address.split('.').map(Number)) : bytesOf(address);
  const start = Buffer.alloc(12);
  // A pointer to the name of the question, which begins right behind the header.
  start.writeUInt16BE(0xc000 | HEADER_BYTES, 0);
  start.writeUInt16BE(type, 2);
  start.writeUInt16BE(1, 4);
  start.writeUInt32BE(60, 6);
  start.writeUInt16BE(data.length, 10);
  return Buffer.concat([start, data]);
}

/** The sixteen bytes of an address with one `::`. */
function bytesOf(address) {
  const [start, end] = address.split('::').map((side) => side.split(':').filter(Boolean));
  const groups = [...start, ...Array(8 - start.length - end.length).fill('0'), ...end];
  return Buffer.from(groups.map((group) => group.padStart(4, '0')).join(''), 'hex');
}
