import * as formats from '../../../lib/config/formats.js';

const LABEL = 'a'.repeat(63);
const ACM = 'certificate/01234567-89ab-cdef-0123-456789abcdef';

/** Pattern, texts of the form, texts that are not. */
const TABLE: [keyof typeof formats, string[], string[]][] = [
  [
    'DNS_NAME',
    ['example.org', 'prep.example.org', 'xn--mxico-bsa.mx', `${LABEL}.mx`],
    [
      ...['', 'example', 'Example.org', 'example.org.', '*.example.org', 'a..b', '-a.mx', 'a-.mx', 'a_b.mx'],
      ...[
        '127.0.0.1',
        `a${LABEL}.mx`,
        `${`${LABEL}.`.repeat(4)}mx`,
        'a.mx\n',
        'a.mx ',
        'https://a.mx',
        'ñ.mx',
      ],
    ],
  ],
  ['NAME', ['difusor-bcs-2024', 'a'], ['', 'A', '1a', 'a--b', 'a-', '-a', 'a_b', 'a'.repeat(41), 'a\n']],
  [
    'REGION',
    ['us-east-1', 'mx-central-1', 'ap-southeast-2'],
    [
      '',
      'us-east',
      'US-EAST-1',
      'cn-north-1',
      'us-gov-west-1',
      'us-iso-east-1',
      'us-isob-east-1',
      'us-east-1a',
    ],
  ],
  ['ACCOUNT', ['012345678901'], ['', '12345678901', '0123456789012', '0123-4567-8901', '12345678901a']],
  [
    'CERTIFICATE_ARN',
    [`arn:aws:acm:us-east-1:012345678901:${ACM}`],
    [
      ...['', 'arn:aws:acm:us-east-1:012345678901:certificate/x', `arn:aws:acm:us-east-1:0123:${ACM}`],
      ...[`arn:aws:iam::012345678901:${ACM}`, `arn:aws:acm:us-east-1:012345678901:${ACM}\n`],
      `arn:aws-cn:acm:us-east-1:012345678901:${ACM}`,
    ],
  ],
  [
    'HOSTED_ZONE_ID',
    ['Z0123456789ABCDEFGHIJ'],
    ['', 'Z1', '/hostedzone/Z0123456789', 'z0123456789', 'Z012 3456'],
  ],
  ['SECRET_NAME', ['difusor/bcs', 'a_b+c=d.e@f-g'], ['', 'a b', 'arn:aws:x', 'a\nb', 'ñ', 'a'.repeat(129)]],
  [
    'PHONE',
    ['+526125550101'],
    ['', '6125550101', '+0526125550101', '+52 612 555 0101', '+52612555010112345'],
  ],
  [
    'PRINTABLE',
    ['Universidad de Ejemplo, A.C.'],
    ['a\nb', 'a\u0000', 'a\u202e', 'a\u2028', 'a\u200b', '\ud800'],
  ],
  [
    'FRAME_ANCESTOR',
    ["'self'", "'none'", '*', 'https://example.org', 'https://*.example.org', 'https://example.org:8443'],
    [
      ...[
        '',
        'self',
        'http://example.org',
        'example.org',
        'https://example.org/',
        'https://a.mx https://b.mx',
      ],
      ...[
        'https://a.mx; script-src *',
        'https://a.mx,',
        'https://a.mx\r\nX: y',
        'https://*',
        'data:',
        "'unsafe'",
      ],
      'https://a.mx:0',
    ],
  ],
  ['TAG_KEY', ['proyecto', 'a:b/c d'], ['', 'aws:x', 'AWS:x', 'a\nb', 'a'.repeat(129), 'a;b']],
  ['TAG_VALUE', ['', 'año 2027'], ['a\nb', 'a'.repeat(257), '<b>']],
  [
    'CONVOCATORIA_REF',
    ['bcs-2024', './mia', 'calls/mia', './a/b/', 'a.b'],
    [
      ...[
        '',
        '.',
        '..',
        './',
        '../a',
        'a/../b',
        'a/..',
        '/etc',
        '/a',
        'a//b',
        'a\\b',
        'C:\\a',
        'a\nb',
        'a\r\n',
      ],
      ...['a b', 'https://a.mx', './../a', 'a/./b', 'a'.repeat(257), '~/a'],
    ],
  ],
  [
    'S3_BUCKET',
    ['prep-bcs', 'a1b', 'prep.example.org', 'x'.repeat(63)],
    [
      ...['', 'ab', 'x'.repeat(64), 'Prep', 'prep_bcs', '-prep', 'prep-', 'a..b', 'a.-b', '10.0.0.1'],
      ...['xn--prep', 's3://prep', 'arn:aws:s3:::prep', 'prep/bcs', 'prep*', 'prep\n'],
    ],
  ],
  [
    'S3_KEY',
    ['prep.zip', 'difusores/2027/', "a!_.b'()/=+@:,& -c", 'x'.repeat(1024)],
    ['', '/prep.zip', 'a*', 'a?', '${aws:username}', 'a\\b', 'a\n', 'ñ', 'a#b', 'x'.repeat(1025)],
  ],
  [
    'SSH_USER',
    ['difusor', 'd1', '_prep', 'prep.bcs@example-net'],
    ['', '-oProxyCommand=x', '.prep', '@a', 'a b', 'a;b', '$USER', 'ñ', 'a'.repeat(65), 'a\n'],
  ],
  [
    'HOST_KEY',
    [`SHA256:${'aB3+/'.repeat(8)}xyz`],
    [
      ...['', 'SHA256:', `SHA256:${'a'.repeat(42)}`, `SHA256:${'a'.repeat(43)}=`, `sha256:${'a'.repeat(43)}`],
      ...[`MD5:${'aa:'.repeat(15)}aa`, 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5', `SHA256:${'a'.repeat(42)}\n`],
    ],
  ],
  [
    'JSON_POINTER',
    ['/a', '/a/0/b', '/~0~1', '/', '//', '/a b/ñ'],
    ['', 'a', '#/a', '/a~', '/~2', '$.a', 'a/b'],
  ],
  [
    'MARKER',
    ['.ok', 'LISTO', 'fin_1.txt', '...'],
    ['', '.', '..', 'a/b', '../x', 'a b', 'ñ', 'x'.repeat(65), 'a\n'],
  ],
  [
    'STABLE_PREFIX',
    ['/actas/', '/img/actas/', '/a-b_c.d/', '/.../'],
    [
      '',
      '/',
      '//',
      'actas/',
      '/actas',
      '/../',
      '/a/../',
      '/./',
      '/a//b/',
      '/actas/*',
      '/a b/',
      '/a/\n',
      '/ñ/',
    ],
  ],
  ['HOST_NAME', ['uno', 'xalapa-1'], ['', 'Uno', '1', 'a-', 'a--b', 'a_b', 'a.b', 'a'.repeat(21), 'a\n']],
  [
    'HOST_USER',
    ['difusor', 'ople_2024', 'a-b', 'rooty', 'a'.repeat(32)],
    [
      '',
      'root',
      'www-data',
      'systemd-network',
      '_apt',
      '1a',
      'Ople',
      'a b',
      'a:b',
      '-a',
      'a'.repeat(33),
      'a\n',
    ],
  ],
  [
    'RSYNC_MODULE',
    ['prep', 'prep_2024', 'globals'],
    ['', 'global', 'Prep', 'a]', 'a b', 'a/b', '1a', 'a'.repeat(33), 'a\n'],
  ],
  [
    'STATE_KEY',
    ['a', 'difusor/veracruz', 'a/b.tfstate'],
    ['', '/a', 'a/', 'a//b', '.a', 'a/../b', 'a b', 'a*', 'ñ', 'a'.repeat(201), 'a\n'],
  ],
  [
    'IMAGE',
    [
      'debian',
      'debian:trixie-slim',
      'node:24-trixie-slim',
      'registro.example.org:5000/prep/base:1.0',
      `a/b@sha256:${'0'.repeat(64)}`,
    ],
    [
      '',
      'Debian',
      'a b',
      'a:',
      '/a',
      'a//b:',
      '-a',
      'https://a/b',
      'a@sha256:0',
      '${a}',
      'a'.repeat(256),
      'a\n',
    ],
  ],
];

describe('formats', () => {
  test.each(TABLE)('%s takes what is of its form, and nothing else', (name, right, wrong) => {
    const pattern = formats[name];
    expect(right.filter((text) => !pattern.test(text))).toEqual([]);
    expect(wrong.filter((text) => pattern.test(text))).toEqual([]);
  });

  it('are each in the table', () => {
    expect(TABLE.map(([name]) => name).sort()).toEqual(Object.keys(formats).sort());
  });

  test.each(TABLE)('%s answers at once on a long hostile text', (name) => {
    const pieces = ['a', 'a-', 'a.', './', '/a', '/~', '/a/'];
    const hostile = pieces.flatMap((piece) => [piece.repeat(50_000), `${piece.repeat(50_000)}!`]);
    for (const text of hostile) expect(typeof formats[name].test(text)).toBe('boolean');
  });
});
