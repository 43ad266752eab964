import { publicAddressName } from '../../../../lib/compliance/rules/public-address-name.js';
import { distribution, HOLE } from '../facts-builder.js';
import { testRule } from '../rule-cases.js';
import { webServer } from '../server-facts.js';

const server = (overrides: Parameters<typeof webServer>[0]) => ({
  distributions: [],
  webServers: [webServer(overrides)],
});

testRule(publicAddressName, [
  ['a web server of the name', server({}), 'met', 'public-address-name.met'],
  ['a distribution of the name', {}, 'met', 'public-address-name.met'],
  ['a server without TLS', server({ tlsPort: undefined }), 'breached', 'public-address-name.no-https'],
  [
    'a server of another name',
    server({ domains: ['other.example.org'] }),
    'breached',
    'public-address-name.other',
  ],
  ['a server of any name', server({ domains: ['_'] }), 'breached', 'public-address-name.other'],
  [
    'a distribution of another name',
    { distributions: [distribution({ aliases: [] })] },
    'breached',
    'public-address-name.other',
  ],
  ['no site', { distributions: [] }, 'breached', 'no-site'],
  ['an unread port', server({ tlsPort: HOLE }), 'undetermined', 'unread'],
  ['an unread name', server({ domains: [HOLE] }), 'undetermined', 'unread'],
  ['an unread alias', { distributions: [distribution({ aliases: [HOLE] })] }, 'undetermined', 'unread'],
]);
