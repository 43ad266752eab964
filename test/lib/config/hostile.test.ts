import { plus, testRefusals, type Row } from './hostile-row.js';
import { BASE, ConfigFolder, CONTACTS, idsAndLines, swap } from './sample-config.js';

const ARN = 'arn:aws:acm:us-east-1:012345678901:certificate/01234567-89ab-cdef-0123-456789abcdef';
const ZONE = '{ id: Z0123456789ABCDEFGHIJ, name: example.org }';

let folder: ConfigFolder;
beforeEach(() => {
  folder = new ConfigFolder();
});
afterEach(() => {
  folder.remove();
});

const source = (key: string, value: string): string =>
  BASE.replace(new RegExp(`^  ${key}: .*$`, 'm'), () => `  ${key}: ${value}`);
const host = (value: string): string => source('host', JSON.stringify(value));
const certificate = (value: string): string => swap(`\n  hostedZone: ${ZONE}`, ` ${value}`);

const KEYS: Row[] = [
  ['an unknown key', plus('colour: blue\n'), 'unknown-key', 'colour'],
  ['a misspelt key', plus('edgecache: per-cut\n'), 'unknown-key', 'edgecache'],
  [
    'an unknown key inside',
    swap('auth: basic', 'auth: basic\n  verify: false'),
    'unknown-key',
    'source.verify',
  ],
  [
    'the time of the cut where it used to stand',
    swap('auth: basic', 'auth: basic\n  cutTime: arrival'),
    'key-elsewhere',
    'source.cutTime',
  ],
  [
    'the size of the package where it used to stand',
    swap('auth: basic', 'auth: basic\n  maxMib: 100'),
    'key-elsewhere',
    'source.maxMib',
  ],
  [
    'a key of another kind of source',
    swap('auth: basic', 'auth: basic\n  bucket: prep'),
    'unknown-key',
    'source.bucket',
  ],
  ['a merge key', plus('<<: { domain: a.mx }\n'), 'unknown-key', '<<'],
  ['the prototype as key', plus('__proto__: { a: 1 }\n'), 'unknown-key', '__proto__'],
  ['a number as key', plus('1: x\n'), 'unknown-key', '1'],
  ['a key twice', plus('domain: b.example.org\n'), 'yaml-duplicate-key', 'domain'],
  ['a key twice inside', swap('auth: basic', 'auth: basic\n  host: b.mx'), 'yaml-duplicate-key', 'host'],
];

const TYPES: Row[] = [
  ['a number for a text', swap('domain: prep.example.org', 'domain: 5'), 'wrong-type', 'domain'],
  ['nothing for a text', swap('domain: prep.example.org', 'domain:'), 'wrong-type', 'domain'],
  ['a list for a mapping', swap('{ name: Universidad de Ejemplo }', '[x]'), 'wrong-type', 'institution'],
  ['a mapping for a list', swap(CONTACTS, '{ name: x }'), 'wrong-type', 'contacts'],
  ['a word for a truth', plus('network: { natPerZone: yes }\n'), 'wrong-type', 'network.natPerZone'],
  ['an account without quotes', plus('account: 012345678901\n'), 'account', 'account'],
  ['a short account', plus('account: "12345"\n'), 'account', 'account'],
];

const NUMBERS: Row[] = [
  [
    'a port of zero',
    plus('cadenceMinutes: 20\n').replace('auth: basic', 'auth: basic\n  port: 0'),
    'too-small',
    'source.port',
  ],
  ['a negative period', plus('cadenceMinutes: -20\n'), 'too-small', 'cadenceMinutes'],
  ['a period of zero', plus('takeDownMinutes: 0\n'), 'too-small', 'takeDownMinutes'],
  ['a period that is no number', plus('cadenceMinutes: .nan\n'), 'wrong-type', 'cadenceMinutes'],
  ['an endless period', plus('cadenceMinutes: .inf\n'), 'wrong-type', 'cadenceMinutes'],
  ['half a minute', plus('cadenceMinutes: 0.5\n'), 'wrong-type', 'cadenceMinutes'],
  ['a period as text', plus('cadenceMinutes: "20"\n'), 'wrong-type', 'cadenceMinutes'],
  ['a period of a year', plus('cadenceMinutes: 525600\n'), 'too-big', 'cadenceMinutes'],
  ['a number beyond numbers', plus('takeDownMinutes: 1e30\n'), 'too-big', 'takeDownMinutes'],
  ['a period that is not the call’s', plus('cadenceMinutes: 15\n'), 'period-not-the-calls', 'cadenceMinutes'],
  [
    'a limit that is not the call’s',
    plus('takeDownMinutes: 60\n'),
    'period-not-the-calls',
    'takeDownMinutes',
  ],
  ['a lock of no day', plus('archive: { objectLockDays: 0 }\n'), 'too-small', 'archive.objectLockDays'],
  ['a package of no size', plus('package: { maxMib: 0 }\n'), 'too-small', 'package.maxMib'],
  ['cuts kept for an hour', plus('retention: { hours: 1 }\n'), 'retention-too-short', 'retention.hours'],
  ['cuts kept for a century', plus('retention: { hours: 876000 }\n'), 'too-big', 'retention.hours'],
  [
    'a limit that blocks voters',
    plus('waf: { rateLimit: { requestsPer5Minutes: 100, action: block } }\n'),
    'rate-limit-blocks-voters',
    'waf.rateLimit.requestsPer5Minutes',
  ],
];

const FORBIDDEN = [
  ...[
    '169.254.169.254',
    '127.0.0.1',
    '127.1',
    '10.0.0.1',
    '172.16.5.4',
    '192.168.0.1',
    '100.64.1.1',
    '0.0.0.0',
  ],
  ...[
    '2130706433',
    '0x7f000001',
    '0177.0.0.1',
    '0xA9.0xFE.0xA9.0xFE',
    '127%2e0.0.1',
    '１２７.0.0.1',
    '127.0.0.1.',
  ],
  ...[
    '::1',
    '[::1]',
    '::ffff:127.0.0.1',
    '[::ffff:a9fe:a9fe]',
    'fd00:ec2::254',
    'fe80::1',
    '64:ff9b::7f00:1',
  ],
];

const SOURCES: Row[] = [
  ...FORBIDDEN.map((address): Row => [
    `the address ${address}`,
    host(address),
    'source-host-forbidden',
    'source.host',
  ]),
  ...['localhost', 'LOCALHOST.', 'x.localhost', 'nas.local', 'metadata.google.internal', 'intranet'].map(
    (name): Row => [`the name ${name}`, host(name), 'source-host-local-name', 'source.host'],
  ),
  ['an http address', host('http://prep.example.net/a'), 'source-host-url', 'source.host'],
  ['an https address', host('https://prep.example.net/a'), 'source-host-url', 'source.host'],
  ['a file', host('file:///etc/passwd'), 'source-host-url', 'source.host'],
  [
    'an address with credentials',
    host('https://u:canary@prep.example.net'),
    'source-host-credentials',
    'source.host',
  ],
  ['a host with a line break', host('prep.example.net\r\nX: y'), 'source-host', 'source.host'],
  ['a host with a port', host('prep.example.net:80'), 'source-host', 'source.host'],
  ['a public address in octal', host('010.8.8.8'), 'source-host-notation', 'source.host'],
  ['another kind', source('kind', 'http'), 'not-in-list', 'source.kind'],
  ['another way to log in', source('auth', 'digest'), 'not-in-list', 'source.auth'],
  ['a path that climbs', source('path', '/a/../../etc/passwd'), 'source-path', 'source.path'],
  ['a path that climbs unseen', source('path', '/a/%2e%2e/b'), 'source-path', 'source.path'],
  ['a path with a header', source('path', '"/a\\r\\nHost: b"'), 'source-path', 'source.path'],
  ['a path with a NUL', source('path', '"/a\\0"'), 'source-path', 'source.path'],
  ['a path as long as the file', source('path', '/a'.repeat(120_000)), 'source-path', 'source.path'],
  ['a relative path', source('path', 'a.zip'), 'source-path', 'source.path'],
  ['a signed path', source('path', '/a?X-Amz-Signature=canary'), 'source-path-credentials', 'source.path'],
];

const SECRETS: Row[] = [
  ['a password', swap('auth: basic', 'auth: basic\n  password: canary'), 'literal-secret', 'source.password'],
  ['a token', swap('auth: basic', 'auth: basic\n  token: canary'), 'literal-secret', 'source.token'],
  ['a secret at the top', plus('secret: { value: canary }\n'), 'literal-secret', 'secret'],
  ['a secret as tag', plus('tags: { api_key: canary }\n'), 'literal-secret', 'tags.api_key'],
  ['a key of AWS', plus('name: AKIAIOSFODNN7CANARY1\n'), 'literal-secret', 'name'],
  [
    'a value as name of the secret',
    swap('auth: basic', 'auth: basic\n  secretName: "canary value!"'),
    'secret-name',
    'source.secretName',
  ],
];

const SITE: Row[] = [
  ['a domain outside the zone', swap('prep.example.org', 'prep.example.com'), 'domain-not-covered', 'domain'],
  ['a domain like the zone', swap('prep.example.org', 'prepexample.org'), 'domain-not-covered', 'domain'],
  ['the source as domain', swap('prep.example.org', 'prep.example.net'), 'domain-is-source', 'domain'],
  ['an address as domain', swap('prep.example.org', 'https://prep.example.org'), 'dns-name', 'domain'],
  ['a wildcard as domain', swap('prep.example.org', '"*.example.org"'), 'dns-name', 'domain'],
  ['a domain with a line break', swap('prep.example.org', '"a.example.org\\n"'), 'dns-name', 'domain'],
  ['no certificate', certificate('{}'), 'certificate-choice', 'certificate'],
  [
    'two certificates',
    certificate(`{ arn: "${ARN}", hostedZone: ${ZONE} }`),
    'certificate-choice',
    'certificate',
  ],
  ['another ARN', certificate('{ arn: "arn:aws:s3:::bucket" }'), 'certificate-arn', 'certificate.arn'],
  [
    'a certificate elsewhere',
    certificate(`{ arn: "${ARN.replace('us-east-1', 'mx-central-1')}" }`),
    'certificate-region',
    'certificate.arn',
  ],
  [
    'a zone’s path as id',
    certificate('{ hostedZone: { id: /hostedzone/Z1, name: example.org } }'),
    'hosted-zone-id',
    'certificate.hostedZone.id',
  ],
  ['a region that is none', plus('region: us-east\n'), 'region', 'region'],
  ['a region of another partition', plus('region: cn-north-1\n'), 'region', 'region'],
  ['a name that climbs', plus('name: ../x\n'), 'name', 'name'],
  [
    'an institution over two lines',
    swap('Universidad de Ejemplo', '"a\\r\\nb"'),
    'not-printable',
    'institution.name',
  ],
  ['a site without TLS', swap('Ejemplo }', 'Ejemplo, url: http://a.mx }'), 'url', 'institution.url'],
  [
    'a site with credentials',
    swap('Ejemplo }', 'Ejemplo, url: "https://u:canary@a.mx" }'),
    'url',
    'institution.url',
  ],
  [
    'a header in an origin',
    plus('embedding: { frameAncestors: ["https://a.mx\\r\\nX: y"] }\n'),
    'frame-ancestor',
    'embedding.frameAncestors.0',
  ],
  [
    'a directive in an origin',
    plus('embedding: { frameAncestors: ["https://a.mx; script-src *"] }\n'),
    'frame-ancestor',
    'embedding.frameAncestors.0',
  ],
  ['a reserved tag', plus('tags: { aws:x: y }\n'), 'tag-key', 'tags.aws:x'],
  ['a tag with a line break', plus('tags: { x: "a\\nb" }\n'), 'tag-value', 'tags.x'],
  ['no e-mail', plus('alarms: { email: "a@b\\r\\nBcc: c@d.mx" }\n'), 'email', 'alarms.email'],
  [
    'a telephone as number',
    swap('email: a@example.org }', 'email: a@example.org, phone: +526125550101 }'),
    'phone',
    'contacts.0.phone',
  ],
  [
    'Shield Advanced unpaid',
    plus('shield: { tier: advanced }\n'),
    'shield-price',
    'shield.acceptsMonthlyPriceUsd',
  ],
  [
    'Shield Advanced at a discount',
    plus('shield: { tier: advanced, acceptsMonthlyPriceUsd: 2999 }\n'),
    'shield-price',
    'shield.acceptsMonthlyPriceUsd',
  ],
  [
    'Shield by yes',
    plus('shield: { tier: advanced, acceptsMonthlyPriceUsd: true }\n'),
    'shield-price',
    'shield.acceptsMonthlyPriceUsd',
  ],
];

const CALLS: Row[] = [
  ['an unknown call', swap('bcs-2024', 'bcs-2025'), 'convocatoria-not-found', 'convocatoria'],
  ['a folder above the file', swap('bcs-2024', '../mine'), 'convocatoria-ref', 'convocatoria'],
  ['a folder that climbs', swap('bcs-2024', './a/../../mine'), 'convocatoria-ref', 'convocatoria'],
  ['an absolute folder', swap('bcs-2024', '/etc'), 'convocatoria-ref', 'convocatoria'],
  ['a call with a NUL', swap('bcs-2024', '"bcs-2024\\0"'), 'convocatoria-ref', 'convocatoria'],
  [
    'a waiver without end',
    plus('waivers: [{ clause: II.c, reason: a, owner: b }]\n'),
    'missing-key',
    'waivers.0.expires',
  ],
  [
    'a waiver for ever',
    plus('waivers: [{ clause: II.b, reason: a, owner: b, expires: 9999-12-31 }]\n'),
    'waiver-too-long',
    'waivers.0.expires',
  ],
  [
    'a waiver of no clause',
    plus('waivers: [{ clause: II.z, reason: a, owner: b, expires: 2024-07-01 }]\n'),
    'waiver-clause-unknown',
    'waivers.0.clause',
  ],
  [
    'a zone by its abbreviation',
    plus('dates: { opening: 2024-06-02T20:00:00 CST }\n'),
    'instant',
    'dates.opening',
  ],
  ['a local time', plus('dates: { opening: 2024-06-02T20:00:00 }\n'), 'instant', 'dates.opening'],
  ['a day that is none', plus('dates: { electionDay: 2027-02-30 }\n'), 'day', 'dates.electionDay'],
  [
    'another zone’s offset',
    plus('dates: { closing: 2024-06-03T20:00:00-06:00 }\n'),
    'convocatoria.offset',
    'dates.closing',
  ],
  [
    'an end before the start',
    plus('dates: { closing: 2024-06-02T19:00:00-07:00 }\n'),
    'convocatoria.order',
    'dates.closing',
  ],
  [
    'a rehearsal after the election',
    plus('dates: { rehearsals: [2024-06-03] }\n'),
    'convocatoria.rehearsal-late',
    'dates.rehearsals.0',
  ],
  [
    'a deadline that the call does not have',
    plus('dates: { deadlines: { memoria: 2024-06-17 } }\n'),
    'deadline-unknown',
    'dates.deadlines.memoria',
  ],
  [
    'a word for the day of a deadline',
    plus('dates: { deadlines: { application: mayo } }\n'),
    'day',
    'dates.deadlines.application',
  ],
  [
    'a deadline a decade late',
    plus('dates: { deadlines: { application: 2034-05-20 } }\n'),
    'dates-too-far',
    'dates.deadlines.application',
  ],
  [
    'one contact where the call demands two',
    swap(CONTACTS, '[{ name: A, role: Titular, email: a@example.org }]'),
    'contacts-too-few',
    'contacts',
  ],
  [
    'a last cut a year late',
    plus('dates: { closing: 2025-06-03T20:00:00-07:00 }\n'),
    'dates-too-far',
    'dates.closing',
  ],
];

describe('a hostile difusor.yaml', () => {
  const rows = [...KEYS, ...TYPES, ...NUMBERS, ...SOURCES, ...SECRETS, ...SITE, ...CALLS];

  testRefusals(rows);

  test.each([
    ['an empty file', '', 'problem.config-empty'],
    ['a file of comments', '# nothing\n', 'problem.config-empty'],
    ['a list', '- a\n- b\n', 'problem.config-not-a-mapping'],
    ['a word', 'hola\n', 'problem.config-not-a-mapping'],
    ['an alias bomb', 'a: &a [x]\nb: [*a, *a]\n', 'problem.yaml-alias'],
    ['a depth bomb', '['.repeat(100_000), 'problem.yaml-too-deep'],
    ['a tag', 'domain: !!js/function "x"\n', 'problem.yaml-tag'],
    ['another YAML', '%YAML 1.1\n---\na: yes\n', 'problem.yaml-directive'],
    ['a NUL', 'domain: "a\0b"\n', 'problem.control-character'],
    ['an open bracket', '[', 'problem.yaml-syntax'],
  ])('that is %s is refused on its first line', (_name, content, id) => {
    const { code, problems } = folder.refusal(content);
    expect(code).toBe('CONFIG_INVALID');
    expect(idsAndLines(problems)[0]).toEqual([id, 1]);
  });
});
