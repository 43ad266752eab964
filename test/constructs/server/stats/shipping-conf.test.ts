import { shippingConf } from '../../../../constructs/server/stats/shipping-conf.js';

const conf = shippingConf({ host: 'logs.example.org', port: 6514 }, 'difusor-veracruz-2024');

it('sends each line by TLS to a server whose certificate bears its name', () => {
  expect(conf).toContain('target="logs.example.org" port="6514" protocol="tcp"');
  expect(conf).toContain('StreamDriverMode="1" StreamDriverAuthMode="x509/name"');
  expect(conf).toContain('StreamDriverPermittedPeers="logs.example.org"');
});

it('names the difusor in what it reads from the access log', () => {
  expect(conf).toMatch(/file="\/srv\/logs\/access\.log" tag="difusor-veracruz-2024"/);
});

it('keeps on the disk what can’t be sent, with a bound, and tries again without end', () => {
  expect(conf).toMatch(/queue\.maxDiskSpace="1g" queue\.saveOnShutdown="on"/);
  expect(conf).toContain('action.resumeRetryCount="-1"');
});
