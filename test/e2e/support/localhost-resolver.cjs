// Loaded into a child: every name below `localhost` is this host, whatever the system's resolver says.
const dns = require('node:dns');

const { lookup } = dns;

dns.lookup = (host, options, done) => {
  const local = typeof host === 'string' && host.endsWith('.localhost');
  return lookup(local ? 'localhost' : host, options, done);
};
