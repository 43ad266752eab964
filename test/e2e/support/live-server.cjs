// A web server over a folder, on a free port of 127.0.0.1, which it prints: node live-server.cjs FOLDER.
const { readFile } = require('node:fs');
const { createServer } = require('node:http');
const { join } = require('node:path');

const [, , folder] = process.argv;

const server = createServer(({ url }, response) => {
  readFile(join(folder, decodeURIComponent(url)), (error, content) => {
    if (error) response.writeHead(404);
    response.end(content);
  });
});
server.listen(0, '127.0.0.1', () => console.log(server.address().port));
