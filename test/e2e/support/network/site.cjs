// Serves a page over HTTPS, and over plain HTTP leads to it, on the addresses given; says so once it does.
const { createServer } = require('node:http');
const { createServer: createTlsServer } = require('node:https');

const { addresses, key, cert, pages } = JSON.parse(process.argv[2]);
const nameOf = ({ headers: { host = '' } }) => host.split(':')[0];

const secure = (request, response) => {
  const { headers = {}, body } = pages[nameOf(request)] ?? {};
  const found = body !== undefined && request.url === '/';
  response.writeHead(found ? 200 : 404, found ? headers : {}).end(found ? body : '');
};
const plain = (request, response) =>
  response.writeHead(301, { location: `https://${nameOf(request)}${request.url}` }).end();

const listening = addresses.flatMap((host) =>
  [
    [createTlsServer({ key, cert }, secure), 443],
    [createServer(plain), 80],
  ].map(
    ([server, port]) =>
      new Promise((resolve, reject) => server.once('error', reject).listen({ port, host }, resolve)),
  ),
);
Promise.all(listening).then(() => console.log('ready'));
