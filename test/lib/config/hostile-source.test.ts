import { plus, testRefusals, type Row } from './hostile-row.js';
import { BASE } from './sample-config.js';

/** `BASE` with another source, on one line. */
const other = (value: string): string => BASE.replace(/^source:\n(?: {2}.*\n)+/m, () => `source: ${value}\n`);
const KEY = `SHA256:${'a'.repeat(43)}`;
const s3 = (rest: string): string => other(`{ kind: s3, region: us-east-1, ${rest} }`);
const sftp = (rest: string): string => other(`{ kind: sftp, host: prep.example.net, ${rest} }`);
const rsync = (rest: string): string => other(`{ kind: rsync, host: prep.example.net, ${rest} }`) + TIMED;
const inbox = (rest: string): string => other(`{ kind: inbox, ${rest} }`);
const TIMED = 'package: { cutTime: arrival }\n';

const KINDS: Row[] = [
  ['no kind', other('{ host: prep.example.net }'), 'missing-key', 'source.kind'],
  [
    'a bucket by its address',
    s3('bucket: "s3://prep", key: a.zip, auth: role'),
    's3-bucket',
    'source.bucket',
  ],
  ['a key with a wildcard', s3('bucket: prep, key: "*", auth: role'), 's3-key', 'source.key'],
  ['a key with a variable', s3('bucket: prep, key: "${aws:username}", auth: role'), 's3-key', 'source.key'],
  ['a public bucket', s3('bucket: prep, key: a.zip, auth: none'), 'not-in-list', 'source.auth'],
  ['no host key', sftp('path: /a/, username: u'), 'missing-key', 'source.hostKeys'],
  [
    'an empty list of host keys',
    sftp('path: /a/, username: u, hostKeys: []'),
    'too-short',
    'source.hostKeys',
  ],
  [
    'the fingerprint of another time',
    sftp(`path: /a/, username: u, hostKeys: ["MD5:${'aa:'.repeat(15)}aa"]`),
    'host-key',
    'source.hostKeys.0',
  ],
  [
    'a host key twice',
    sftp(`path: /a/, username: u, hostKeys: ["${KEY}", "${KEY}"]`),
    'duplicate-item',
    'source.hostKeys.1',
  ],
  [
    'a user that is an option',
    sftp(`path: /a/, username: -oProxyCommand=x, hostKeys: ["${KEY}"]`),
    'ssh-user',
    'source.username',
  ],
  [
    'a path for a shell',
    sftp(`path: "/a/$(id)", username: u, hostKeys: ["${KEY}"]`),
    'remote-path',
    'source.path',
  ],
  [
    'a private server by sftp',
    other(`{ kind: sftp, host: 10.0.0.1, path: /a/, username: u, hostKeys: ["${KEY}"] }`),
    'source-host-forbidden',
    'source.host',
  ],
  ['rsync by no way', rsync('path: /a/b'), 'missing-key', 'source.via'],
  ['rsync by telnet', rsync('via: telnet, path: /a/b'), 'not-in-list', 'source.via'],
  ['a daemon without a module', rsync('via: daemon, path: /'), 'remote-path', 'source.path'],
  [
    'a password without a user',
    rsync('via: daemon, path: /prep/sitio, secretName: a/b'),
    'rsync-user',
    'source.secretName',
  ],
  [
    'a host key of a daemon',
    rsync(`via: daemon, path: /prep/sitio, hostKeys: ["${KEY}"]`),
    'unknown-key',
    'source.hostKeys',
  ],
  ['an inbox that never ends', inbox('path: buzon'), 'missing-key', 'source.complete'],
  ['an inbox that ends by luck', inbox('path: buzon, complete: luck'), 'not-in-list', 'source.complete'],
  ['the whole disk as inbox', inbox('path: /, complete: rename'), 'inbox-path', 'source.path'],
  ['an inbox above the file', inbox('path: ../buzon, complete: rename'), 'inbox-path', 'source.path'],
  ['an inbox of somebody’s home', inbox('path: "~/buzon", complete: rename'), 'inbox-path', 'source.path'],
  ['a marker elsewhere', inbox('path: b, complete: { marker: ../ok }'), 'marker', 'source.complete.marker'],
  [
    'two ends',
    inbox('path: b, complete: { marker: .ok, quietSeconds: 5 }'),
    'unknown-key',
    'source.complete.quietSeconds',
  ],
  ['no quiet', inbox('path: b, complete: { quietSeconds: 0 }'), 'too-small', 'source.complete.quietSeconds'],
  [
    'quiet of more than half a period',
    inbox('path: b, complete: { quietSeconds: 601 }'),
    'quiet-too-long',
    'source.complete.quietSeconds',
  ],
  [
    'a tree that ends by a rename',
    inbox('path: b, form: tree, complete: rename') + TIMED,
    'inbox-tree-rename',
    'source.complete',
  ],
  [
    'credentials of an inbox',
    inbox('path: b, complete: rename, secretName: x'),
    'unknown-key',
    'source.secretName',
  ],
];

const PACKAGES: Row[] = [
  ['a time by no way', plus('package: { cutTime: clock }\n'), 'not-in-list', 'package.cutTime'],
  [
    'a time from a file without pointer',
    plus('package: { cutTime: { json: a.json } }\n'),
    'missing-key',
    'package.cutTime.pointer',
  ],
  [
    'a pointer by its fragment',
    plus('package: { cutTime: { json: a.json, pointer: "#/a" } }\n'),
    'json-pointer',
    'package.cutTime.pointer',
  ],
  [
    'a time from a file that climbs',
    plus('package: { cutTime: { csv: ../a.csv } }\n'),
    'package-file',
    'package.cutTime.csv',
  ],
  ['a time from a list', plus('package: { cutTime: [arrival] }\n'), 'not-in-list', 'package.cutTime'],
  [
    'files named from the root',
    plus('package: { mustContain: [/index.html] }\n'),
    'package-file',
    'package.mustContain.0',
  ],
  ['a file twice', plus('package: { mustContain: [a, a] }\n'), 'duplicate-item', 'package.mustContain.1'],
  ['an empty list of files', plus('package: { mustContain: [] }\n'), 'too-short', 'package.mustContain'],
  ['another digest', plus('package: { sidecar: sha1 }\n'), 'not-in-list', 'package.sidecar'],
  [
    'a list of digests by another',
    plus('package: { digests: { file: SUMS, algorithm: crc32 } }\n'),
    'not-in-list',
    'package.digests.algorithm',
  ],
  [
    'actas without a column',
    plus('package: { actas: { csv: a.csv, images: "*.jpg" } }\n'),
    'missing-key',
    'package.actas.column',
  ],
  ['a misspelt key', plus('package: { mustcontain: [a] }\n'), 'unknown-key', 'package.mustcontain'],
  ['a folder that is the site', plus('stable: [/]\n'), 'stable-prefix', 'stable.0'],
  ['a folder that climbs', plus('stable: [/../]\n'), 'stable-prefix', 'stable.0'],
  ['a folder as a pattern', plus('stable: [/actas/*]\n'), 'stable-prefix', 'stable.0'],
  ['a folder in another', plus('stable: [/img/, /img/actas/]\n'), 'stable-overlap', 'stable.1'],
  ['a folder twice', plus('stable: [/actas/, /actas/]\n'), 'duplicate-item', 'stable.1'],
  ['a plain public address', plus('publicUrl: http://prep.example.org\n'), 'public-url', 'publicUrl'],
  [
    'a public address with a password',
    plus('publicUrl: "https://u:canary@a.mx"\n'),
    'public-url',
    'publicUrl',
  ],
  ['a public address with a path', plus('publicUrl: https://a.mx/prep\n'), 'public-url', 'publicUrl'],
];

describe('a hostile source or package in difusor.yaml', () => {
  testRefusals([...KINDS, ...PACKAGES]);
});
