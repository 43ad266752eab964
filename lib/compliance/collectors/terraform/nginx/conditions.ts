import type { WebServerPart } from '../../../facts.js';

/** Where in a configuration a directive stands. */
export type Context = 'main' | 'events' | 'http' | 'server' | 'location' | 'if' | 'limit_except';

/** A directive that some settings make harmless, and the sides of a server that all others put in doubt. */
export interface Condition {
  readonly contexts: readonly Context[];
  readonly touches: readonly WebServerPart[];
  readonly known: (args: readonly string[]) => boolean;
}

const MAIN: readonly Context[] = ['main'];
const EVENTS: readonly Context[] = ['events'];
const HTTP: readonly Context[] = ['http'];
const SERVER: readonly Context[] = ['http', 'server'];
const EVERY: readonly Context[] = ['http', 'server', 'location'];

/** Seconds that a slow reader must be given. */
const PATIENCE = 5;
/** Connections that a server must be able to hold. */
const CONNECTIONS = 512;

const is =
  (pattern: RegExp) =>
  (args: readonly string[]): boolean =>
    pattern.test(args.join(' '));
const never = (): boolean => false;
const always = (): boolean => true;
const atLeast =
  (least: number) =>
  ([value = '']: readonly string[]): boolean =>
    /^\d+$/.test(value) && Number(value) >= least;

function isPatient(args: readonly string[]): boolean {
  const seconds = args.map(secondsOf);
  return seconds.length === 1 && seconds.every((one) => one !== undefined && one >= PATIENCE);
}

function secondsOf(text: string): number | undefined {
  const [, count, unit = 's'] = /^(\d+)([smh]?)$/.exec(text) ?? [];
  return count === undefined ? undefined : Number(count) * (UNITS[unit] ?? 1);
}

const UNITS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600 };

/** Seconds for which nginx may believe what it saw of a file. */
const STALE = 60;

const CIPHERS = /^(?:(?:!|-)?[\w@=+-]+|HIGH|DEFAULT)(?::(?:(?:!|-)?[\w@=+-]+))*$/;
const WEAK =
  /(?:^|[:+])(?:\w+[-+])*(?:NULL|eNULL|aNULL|EXP\w*|LOW|MEDIUM|RC4|DES|3DES|MD5|ADH|AECDH|ALL|COMPLEMENTOF\w+|IDEA|SEED)(?:[-+:]|$)|@SECLEVEL=0/i;

const CURVE = '(?:X25519|X448|prime256v1|secp384r1|secp521r1|X25519MLKEM768)';
const CURVES = new RegExp(`^(?:auto|${CURVE}(?::${CURVE})*)$`);

/** Weak ones may only be named to leave them out. */
function areStrong(args: readonly string[]): boolean {
  const text = args.join(' ');
  const named = text.split(':').filter((cipher) => !cipher.startsWith('!'));
  return CIPHERS.test(text) && !WEAK.test(named.join(':')) && named.length > 0;
}

const condition = (
  contexts: readonly Context[],
  touches: readonly WebServerPart[],
  known: Condition['known'],
): Condition => ({ contexts, touches, known });

/** What readers get at all. */
const ANSWER: readonly WebServerPart[] = ['files', 'headers', 'access'];

export const CONDITIONS: Readonly<Record<string, Condition>> = {
  daemon: condition(MAIN, ['access'], is(/^off$/)),
  master_process: condition(MAIN, ['access'], is(/^on$/)),
  user: condition(MAIN, ['access'], is(/^(?:www-data|nginx|http|nobody|web)(?: [\w-]+)?$/)),
  worker_rlimit_nofile: condition(MAIN, ['access'], atLeast(2 * CONNECTIONS)),
  worker_connections: condition(EVENTS, ['access'], atLeast(CONNECTIONS)),

  // Which file answers.
  index: condition(EVERY, ['files'], is(/^index\.html(?: index\.htm)?$/)),
  autoindex: condition(EVERY, ['files'], is(/^off$/)),
  recursive_error_pages: condition(EVERY, ['files'], is(/^off$/)),
  disable_symlinks: condition(EVERY, ['files', 'access'], is(/^off$/)),
  dav_methods: condition(EVERY, ['files'], is(/^off$/)),
  stub_status: condition(['server', 'location'], ['files'], never),
  break: condition(['server', 'location'], ANSWER, never),

  // Its body, and what a browser takes it for.
  gzip: condition(EVERY, ['bodies'], is(/^(?:on|off)$/)),
  gzip_static: condition(EVERY, ['bodies'], is(/^(?:on|off)$/)),
  gunzip: condition(EVERY, ['bodies'], is(/^(?:on|off)$/)),
  charset: condition(EVERY, ['bodies'], is(/^(?:utf-8|off)$/i)),
  default_type: condition(EVERY, ['bodies'], is(/^(?:application\/octet-stream|text\/plain|text\/html)$/)),
  msie_padding: condition(EVERY, ['bodies'], is(/^off$/)),
  msie_refresh: condition(EVERY, ['bodies'], is(/^off$/)),

  // Whether it is the newest.
  etag: condition(EVERY, ['freshness'], is(/^on$/)),
  if_modified_since: condition(EVERY, ['freshness'], is(/^exact$/)),
  open_file_cache: condition(EVERY, ['freshness'], is(/^(?:off|max=\d+(?: inactive=\d+s)?)$/)),
  open_file_cache_errors: condition(EVERY, ['freshness'], is(/^(?:on|off)$/)),
  open_file_cache_valid: condition(
    EVERY,
    ['freshness'],
    ([value = '']) => (secondsOf(value) ?? Infinity) <= STALE,
  ),

  // Its headers.
  add_trailer: condition(EVERY, ['headers'], never),
  add_header_inherit: condition(EVERY, ['headers'], is(/^on$/)),
  userid: condition(EVERY, ['headers'], is(/^off$/)),

  // Who is let in, and how fast.
  allow: condition([...EVERY, 'limit_except'], ['access'], always),
  auth_delay: condition(EVERY, ['access'], is(/^0$/)),
  auth_request_set: condition(EVERY, ['access'], never),
  internal: condition(['location'], ['access'], never),
  limit_rate: condition([...EVERY, 'if'], ['access'], is(/^0$/)),
  limit_rate_after: condition([...EVERY, 'if'], ['access'], is(/^\d+[kKmMgG]?$/)),
  send_timeout: condition(EVERY, ['access'], isPatient),
  client_header_timeout: condition(SERVER, ['access'], isPatient),
  client_header_buffer_size: condition(SERVER, ['access'], is(/^\d+k$/i)),
  large_client_header_buffers: condition(SERVER, ['access'], is(/^(?:[2-9]|\d\d+) (?:[4-9]|\d\d+)k$/i)),
  client_body_in_file_only: condition(EVERY, ['access'], is(/^off$/)),
  http2_max_concurrent_streams: condition(SERVER, ['access'], atLeast(16)),
  http2_recv_timeout: condition(SERVER, ['access'], isPatient),
  http2_idle_timeout: condition(SERVER, ['access'], isPatient),
  http2_max_requests: condition(SERVER, ['access'], atLeast(100)),

  // Limits on one reader.
  limit_req_dry_run: condition(EVERY, ['limits'], is(/^off$/)),
  limit_conn_dry_run: condition(EVERY, ['limits'], is(/^off$/)),
  limit_req_status: condition(EVERY, ['limits', 'access'], is(/^[45]\d\d$/)),
  limit_conn_status: condition(EVERY, ['limits', 'access'], is(/^[45]\d\d$/)),
  limit_req_zone: condition(
    HTTP,
    ['limits', 'access'],
    is(/^\S+ zone=\w+:\d+[km] rate=\d+r\/[sm](?: sync)?$/i),
  ),
  limit_conn_zone: condition(HTTP, ['limits', 'access'], is(/^\S+ zone=\w+:\d+[km]$/i)),
  set_real_ip_from: condition(EVERY, ['limits', 'access', 'log'], never),
  real_ip_header: condition(EVERY, ['limits', 'access', 'log'], never),
  real_ip_recursive: condition(EVERY, ['limits', 'access', 'log'], never),

  // The name, and TLS.
  server_name: condition(['server'], ['names'], is(/^\S+(?: \S+)*$/)),
  ssl_certificate: condition(SERVER, ['names'], is(/^\/[\w./-]+$/)),
  ssl_certificate_key: condition(SERVER, ['names'], is(/^\/[\w./-]+$/)),
  ssl_protocols: condition(SERVER, ['names'], is(/^(?:TLSv1\.2|TLSv1\.2 TLSv1\.3|TLSv1\.3 TLSv1\.2)$/)),
  ssl_ciphers: condition(SERVER, ['names'], areStrong),
  ssl_ecdh_curve: condition(SERVER, ['names'], is(CURVES)),
  ssl_conf_command: condition(SERVER, ['names'], never),
  ssl_early_data: condition(SERVER, ['names'], is(/^off$/)),
  ssl_engine: condition(MAIN, ['names'], never),
  ssl_reject_handshake: condition(SERVER, ['names', 'access'], is(/^off$/)),
  http3: condition(SERVER, ['names'], is(/^(?:on|off)$/)),

  // The application firewall, whose rules are read for themselves.
  modsecurity: condition(EVERY, ['firewall'], is(/^(?:on|off)$/)),
  modsecurity_rules: condition(EVERY, ['firewall'], ({ length }) => length === 1),
  modsecurity_rules_file: condition(EVERY, ['firewall'], ({ length }) => length === 1),
  modsecurity_rules_remote: condition(EVERY, ['firewall'], never),
};
