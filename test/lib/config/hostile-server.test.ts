import { parseDocument, stringify } from 'yaml';
import { createMessages, renderError } from '../../../lib/messages/index.js';
import { ADMINISTRATOR_KEY, CHIAPAS_FRAME, VERACRUZ } from '../../support/server-plan.js';
import { ConfigFolder } from './sample-config.js';

/** Where a right file is changed, what is put there, and the problem that it is, at the key named last. */
type Row = readonly [name: string, path: string, value: unknown, id: string, key?: string];

const rows: readonly Row[] = [
  ['no server of those that it speaks of', 'server.hosts', [], 'too-short'],
  ['a list instead of servers', 'server', [], 'wrong-type'],
  ['an unknown key', 'server.hosts.0.port', 22, 'unknown-key'],
  ['a slip of the hand', 'server.host', [], 'unknown-key'],
  ['a name with a capital', 'server.hosts.0.name', 'Uno', 'host-name'],
  ['an address with a protocol', 'server.hosts.0.address', 'ssh://uno.example.org', 'host-address'],
  ['a port of none', 'server.hosts.0.sshPort', 0, 'too-small'],
  ['a fingerprint for a host key', 'server.hosts.0.hostKeys.0', `SHA256:${'a'.repeat(43)}`, 'public-key'],
  ['another engine', 'server.docker', 'tcp', 'not-in-list'],
  ['an older Ubuntu', 'server.ubuntu', '20.04', 'not-in-list'],
  ['a version that YAML reads as a number', 'server.ubuntu', 22.04, 'not-in-list'],
  ['a folder of the system', 'server.folder', '/etc/prep', 'host-folder'],
  ['the whole disk', 'server.folder', '/', 'host-folder'],
  ['nobody to trust', 'server.trusted', [], 'too-short'],
  ['a trusted name', 'server.trusted.0', 'instituto.example.net', 'network'],
  ['everybody trusted', 'server.trusted.0', '0.0.0.0/0', 'network-everybody'],
  ['everybody of IPv6 trusted', 'server.trusted.1', '::/0', 'network-everybody'],
  ['everybody as administrator', 'server.administrator.from.0', '0.0.0.0/0', 'network-everybody'],
  ['root as administrator', 'server.administrator.user', 'root', 'host-user'],
  ['no key of the administrator', 'server.administrator.keys', [], 'too-short'],
  [
    'a private key',
    'server.administrator.keys.0',
    '-----BEGIN OPENSSH PRIVATE KEY-----\ncanary',
    'literal-secret',
  ],
  [
    'a private key without its frame',
    'server.administrator.keys.0',
    'b3BlbnNzaC1rZXktdjEAAAAcanary',
    'literal-secret',
  ],
  ['a key with a command', 'server.institute.keys.0', `command="sh" ${ADMINISTRATOR_KEY}`, 'public-key'],
  [
    'a time server with a path',
    'server.ntpServers',
    ['ntp://cronos.cenam.mx'],
    'time-server',
    'server.ntpServers.0',
  ],
  ['no certificate', 'server.tls', {}, 'tls-choice'],
  [
    'two certificates',
    'server.tls.files',
    { certificate: '/srv/a/c.pem', key: '/srv/a/k.pem' },
    'tls-choice',
    'server.tls',
  ],
  ['a directory without TLS', 'server.tls.acme.directory', 'http://ca.example.org/dir', 'url'],
  ['no address for the certificate', 'server.tls.acme.email', 'guardia', 'email'],
  [
    'two ingests',
    'server.ingest.sftp',
    { user: 'iepc', keys: [ADMINISTRATOR_KEY] },
    'ingest-choice',
    'server.ingest',
  ],
  ['a module with a bracket', 'server.ingest.rsync.module', 'prep]', 'rsync-module'],
  ['a user with a colon', 'server.ingest.rsync.user', 'ople:x', 'ingest-user'],
  ['a password of the module', 'server.ingest.rsync.password', 'canary', 'literal-secret'],
  ['the secret in place of its file', 'server.ingest.rsync.secretFile', 'ople:canary', 'secret-file'],
  ['a rate of none', 'server.web.rateLimit.requestsPerSecond', 0, 'too-small'],
  ['an image with a protocol', 'server.images.debian', 'https://registro.example.org/x', 'image'],
  ['logs for no day', 'server.logs.days', 0, 'too-small'],
  [
    'a log server with a port',
    'server.logs.ship',
    { host: 'logs.example.org:6514' },
    'host-address',
    'server.logs.ship.host',
  ],
  ['another state', 'server.state', 'consul', 'not-in-list'],
  [
    'a state key that climbs',
    'server.state',
    { s3: { bucket: 'estado', region: 'us-east-1', key: '../a' } },
    'state-key',
    'server.state.s3.key',
  ],
  ['the address of a webhook', 'alarms.webhook', 'https://hooks.example.org/canary', 'literal-secret'],
  ['the same as its file', 'alarms.webhookFile', 'https://hooks.example.org/canary', 'secret-file'],
  [
    'a certificate of AWS',
    'certificate',
    { hostedZone: { id: 'Z0123456789', name: 'example.org' } },
    'key-of-aws',
  ],
  ['an e-mail of AWS', 'alarms.email', 'guardia@example.org', 'key-of-aws'],
  ['another call’s ingest', 'convocatoria', 'bcs-2024', 'delivery-not-the-calls', 'server.ingest'],
  ['a rate that shuts voters out', 'server.web.rateLimit.requestsPerSecond', 5, 'web-rate-limit'],
];

const frameRows: readonly Row[] = [
  ['no official site', 'frame', {}, 'missing-key', 'frame.official'],
  ['an official site without TLS', 'frame.official', 'http://prep.example.net/', 'url'],
  ['an official site with a password', 'frame.official', 'https://a:canary@prep.example.net/', 'url'],
  ['itself', 'frame.official', 'https://prep.example.org/', 'frame-is-own'],
  ['a title of two lines', 'frame.title', 'PREP\nChiapas', 'not-printable'],
  ['a source', 'source', { kind: 'inbox', complete: 'rename' }, 'key-of-packages'],
  ['a period', 'cadenceMinutes', 15, 'key-of-packages'],
];

let folder: ConfigFolder;
beforeAll(() => {
  folder = new ConfigFolder();
});
afterAll(() => folder.remove());

/** The content as YAML, changed in one place. */
function changed(content: object, path: string, value: unknown): string {
  const document = parseDocument(stringify(content));
  document.setIn(
    path.split('.').map((key) => (/^\d+$/.test(key) ? Number(key) : key)),
    value,
  );
  return document.toString({ lineWidth: 0 });
}

/** Without contacts, which the other call asks for. */
const isOfContacts = ({ key }: { key: string }): boolean => key === 'contacts';

describe.each<[string, object, readonly Row[]]>([
  ['servers', VERACRUZ, rows],
  ['a frame', CHIAPAS_FRAME, frameRows],
])('a hostile difusor.yaml of %s', (_kind, content, table) => {
  it('is right before it is changed', () => {
    expect(folder.load(stringify(content)).delivery).toBe(content === VERACRUZ ? 'push' : 'frame');
  });

  test.each(table.map((row) => [row[0], row] as const))(
    'with %s is refused at its key, in both languages',
    (_name, [, path, value, id, key = path]) => {
      const error = folder.refusal(changed(content, path, value));
      const problems = error.problems.filter((problem) => !isOfContacts(problem));
      expect(problems).toEqual([
        expect.objectContaining({ id: `problem.${id}`, key, file: 'difusor.yaml', line: expect.any(Number) }),
      ]);
      for (const locale of ['es', 'en'] as const) {
        const text = renderError(error, createMessages(locale)).join('\n');
        expect(text.toLowerCase()).not.toContain('canary');
        expect(text).not.toMatch(/problem\.[a-z]|\{[a-zA-Z]+\}/);
      }
    },
  );
});

describe('a difusor.yaml of servers with several faults', () => {
  it('tells them all at once, each at its line', () => {
    const text = [
      'convocatoria: veracruz-2024',
      'institution: { name: Universidad de Ejemplo }',
      'domain: prep.example.org',
      'certificate: { hostedZone: { id: Z0123456789, name: example.org } }',
      'server:',
      '  hosts:',
      '    - name: uno',
      '      address: 198.51.100.10',
      '  trusted: [0.0.0.0/0]',
      `  administrator: { keys: ["${ADMINISTRATOR_KEY}"] }`,
      '  tls: {}',
    ].join('\n');
    const { problems } = folder.refusal(text);
    expect(problems.map(({ id, line }) => [id.replace('problem.', ''), line])).toEqual([
      ['missing-key', 1],
      ['key-of-aws', 4],
      ['network-everybody', 9],
      ['tls-choice', 11],
    ]);
  });
});
