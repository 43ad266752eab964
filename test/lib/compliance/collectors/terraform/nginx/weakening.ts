/** Before this the folder of the site's server is set, and after it come its locations. */
export const ROOT = '    root /site/live;\n';
export const HTTP = '  sendfile on;\n';
export const LOCATION = '      root $folder;\n      try_files';
export const HIDDEN = '    location ~ /\\. { return 404; }\n    location / {\n      root $folder;';
export const PLAIN = '    location / { return 301 https://prep.example.org$request_uri; }\n';
export const TLS = '    listen 443 ssl http2 default_server;\n';
export const SITE = '\n  server {\n    listen 443';

/** One change of our own configuration: what it is, the text changed wherever it stands, and what comes in its place. */
export type Weakening = readonly [what: string, from: string, to: string, expected: Expected];

/** The clauses that must fall, and no others: what may be, and what is plain. */
export interface Expected {
  readonly open?: readonly string[];
  readonly broken?: readonly string[];
}

/** The clauses that rest on the file that answers, those on the live cut, and those on all that readers get. */
export const FRESH = ['latest-cut', 'take-down-notice'];
export const LIVE = [...FRESH, 'opening-gate', 'results-kept'];
export const FILES = [...LIVE, 'package-archive', 'unaltered-content'];
export const ANSWER = [...FILES, 'path-header', 'public-access'];
/** Every clause that rests on a web server. */
export const ALL = [
  ...ANSWER,
  'access-logs',
  'ddos-limits',
  'public-address-name',
  'web-firewall',
  'web-server-software',
];

/** A line before a place. */
export const before = (place: string, line: string): readonly [string, string] => [
  place,
  `    ${line}\n${place}`,
];
/** A line of the block `http`. */
export const inHttp = (line: string): readonly [string, string] => before(HTTP, line);
/** A line of the site's server. */
export const inServer = (line: string): readonly [string, string] => before(ROOT, line);
/** A line of its location for every path. */
export const inLocation = (line: string): readonly [string, string] => before(LOCATION, line);
/** A location before that for every path. */
export const newLocation = (line: string): readonly [string, string] => before(HIDDEN, line);
/** A server before that of the site. */
export const newServer = (line: string): readonly [string, string] => [SITE, `\n  server { ${line} }${SITE}`];
