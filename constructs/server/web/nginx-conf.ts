import type { HostedPlan } from '../../../lib/config/index.js';
import { framePolicy } from '../../../lib/frame/index.js';
import { errorLocation } from './error-pages.js';
import { readersLimit } from './readers-limit.js';
import { pathMap, type PathValue } from './path-map.js';
import { mediaTypes } from './media-types.js';
import { IN_WEB, HEALTH_PATH } from './in-web.js';
import { quoted } from './quoted.js';

/** Connections of one worker process, of which there is one for each core, and the files that it may have open. */
const CONNECTIONS = 8192;
const CACHED_FILES = 4096;
export const OPEN_FILES = 16_384;

/**
 * The whole configuration of nginx for a plan's site.
 *
 * The link that leads to the live cut is resolved once in each request, so that no answer mixes two cuts, and what nginx
 * keeps open belongs to a cut's own folder, which never changes.
 * @throws NGINX_VALUE_UNWRITABLE where a header's value can't be written in nginx's syntax
 * @see puebla-2024 2.e, chiapas-2024 II.a, veracruz-2024 II.C.c
 */
export function nginxConf(plan: HostedPlan): string {
  const { modSecurity } = plan.server.web;
  return [
    ...(modSecurity ? ['load_module modules/ngx_http_modsecurity_module.so;'] : []),
    'worker_processes auto;',
    'pcre_jit on;',
    `pid ${IN_WEB.run}/nginx.pid;`,
    'error_log stderr warn;',
    `events { worker_connections ${CONNECTIONS}; }`,
    'http {',
    mediaTypes() + HTTP,
    readersLimit(plan.server.web.rateLimit),
    ...(modSecurity ? [QUERY] : []),
    headerMaps(plan),
    root(plan),
    plainServer(plan),
    tlsServer(plan),
    '}',
    '',
  ].join('\n');
}

const TEMPORARY = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];

const LOGGED = {
  at: '$time_iso8601',
  address: '$remote_addr',
  method: '$request_method',
  path: '$request_uri',
  protocol: '$server_protocol',
  status: '$status',
  bytes: '$bytes_sent',
  referrer: '$http_referer',
  agent: '$http_user_agent',
  seconds: '$request_time',
};

const HTTP = [
  '  default_type application/octet-stream;',
  '  types_hash_max_size 8192;',
  '  server_tokens off;',
  ...TEMPORARY.map((name) => `  ${name}_temp_path ${IN_WEB.run}/${name};`),
  '',
  '  sendfile on;',
  '  tcp_nopush on;',
  `  open_file_cache max=${CACHED_FILES} inactive=60s;`,
  '  open_file_cache_valid 60s;',
  '  open_file_cache_errors off;',
  '  gzip off;',
  '  gzip_static on;',
  '  gzip_vary on;',
  '  etag on;',
  '  if_modified_since exact;',
  '',
  '  # A slow client costs a connection, and that for a while only.',
  '  client_header_timeout 10s;',
  '  client_body_timeout 10s;',
  '  send_timeout 30s;',
  '  keepalive_timeout 30s;',
  '  keepalive_requests 10000;',
  '  reset_timedout_connection on;',
  '  client_max_body_size 1k;',
  '  client_header_buffer_size 2k;',
  '  large_client_header_buffers 4 8k;',
  '',
  `  log_format readers escape=json '${JSON.stringify(LOGGED)}';`,
  // What costs a reader nothing to ask for must not fill the disk.
  '  map $status $logged { ~^(?:400|405|408|413|414|429|431)$ ""; default 1; }',
  `  access_log ${IN_WEB.logs}/access.log readers buffer=64k flush=1s if=$logged;`,
  '',
].join('\n');

/** The call's own headers, and what the worker would store with each file elsewhere. */
function headerMaps(plan: HostedPlan): string {
  return headers(plan)
    .map(({ name, values }, index) => pathMap(`header_${index}`, values, name))
    .join('');
}

interface Header {
  readonly name: string;
  readonly values: readonly PathValue[];
}

function headers(plan: HostedPlan): readonly Header[] {
  const cacheControl = 'worker' in plan ? plan.worker.cacheControl : [{ path: '/*', value: 'no-cache' }];
  const others = plan.convocatoria.headers.filter(({ name }) => name.toLowerCase() !== 'cache-control');
  const names = [...new Set(others.map(({ name }) => name))];
  return [
    { name: 'Cache-Control', values: cacheControl },
    ...names.map((name) => ({ name, values: others.filter((other) => other.name === name) })),
  ];
}

/**
 * The folder of a request: of the live cut, or none while there is none. nginx follows the link each time that it is asked
 * for `$realpath_root`, so that it is asked once, and the rest goes by what that gave.
 */
function root(plan: HostedPlan): string {
  if (!('worker' in plan)) return '';
  return [
    '  map $realpath_root $cut {',
    `    "~^(?<live>${IN_WEB.site}/(?:cuts|pages)/[^/]+)$" $live;`,
    `    default ${IN_WEB.site}/nothing;`,
    '  }',
    // What the worker keeps from being sent as the `.gz` beside it, which is a package's own and of another content.
    '  map $cut $plain {',
    `    "~^${IN_WEB.site}/cuts/(?<generation>[^/]+)$" ${IN_WEB.site}/plain/$generation;`,
    `    default ${IN_WEB.site}/nothing;`,
    '  }',
    '',
  ].join('\n');
}

/** Port 80: the proof for the certificate, and otherwise the way to HTTPS. */
function plainServer({ site: { domain }, server }: HostedPlan): string {
  return [
    '  server {',
    '    listen 80 default_server;',
    `    server_name ${domain};`,
    // One connection for one answer, since a redirect comes before any limit of nginx and the firewall counts connections.
    '    keepalive_timeout 0;',
    '    access_log off;',
    '    limit_req zone=requests burst=' + `${server.web.rateLimit.burst} nodelay;`,
    '    limit_conn connections 512;',
    ...METHODS,
    HEALTH,
    '    location /.well-known/acme-challenge/ {',
    `      root ${IN_WEB.acme}/challenges;`,
    '      default_type text/plain;',
    '    }',
    `    location / { return 301 https://${domain}$request_uri; }`,
    '  }',
    '',
  ].join('\n');
}

const ALLOW = '    add_header Allow $allowed always;';
const METHODS = ['    if ($refused) { return 405; }', ALLOW];

const HEALTH = [
  `    location = ${HEALTH_PATH} {`,
  '      access_log off;',
  '      default_type text/plain;',
  '      return 200 "ok\\n";',
  '    }',
].join('\n');

function tlsServer(plan: HostedPlan): string {
  const always = [...securityHeaders(plan), '    add_header Retry-After $retry_after always;'];
  return [
    '  server {',
    '    listen 443 ssl http2 default_server;',
    `    server_name ${plan.site.domain};`,
    TLS,
    ...METHODS,
    ...headers(plan).map(({ name }, index) => `    add_header ${name} $header_${index};`),
    ...always,
    '    limit_req zone=requests burst=' + `${plan.server.web.rateLimit.burst} nodelay;`,
    '    limit_conn connections 512;',
    '    index index.html;',
    '    absolute_redirect off;',
    ...errorLocation([ALLOW, ...always]),
    ...locations(plan),
    '  }',
  ].join('\n');
}

/** Mozilla's intermediate settings. */
const TLS = [
  `    ssl_certificate ${IN_WEB.run}/tls/certificate.pem;`,
  `    ssl_certificate_key ${IN_WEB.run}/tls/key.pem;`,
  '    ssl_protocols TLSv1.2 TLSv1.3;',
  '    ssl_ciphers ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256:ECDHE-ECDSA-AES256-GCM-SHA384:' +
    'ECDHE-RSA-AES256-GCM-SHA384:ECDHE-ECDSA-CHACHA20-POLY1305:ECDHE-RSA-CHACHA20-POLY1305;',
  '    ssl_prefer_server_ciphers off;',
  '    ssl_session_cache shared:tls:20m;',
  '    ssl_session_timeout 1d;',
  '    ssl_session_tickets off;',
].join('\n');

function securityHeaders(plan: HostedPlan): readonly string[] {
  const policy =
    'frame' in plan
      ? framePolicy({ official: plan.frame.official, frameAncestors: plan.site.frameAncestors })
      : `frame-ancestors ${plan.site.frameAncestors.join(' ')}`;
  return [
    '    add_header Strict-Transport-Security "max-age=31536000" always;',
    '    add_header X-Content-Type-Options nosniff always;',
    '    add_header Referrer-Policy strict-origin-when-cross-origin always;',
    `    add_header Content-Security-Policy ${quoted(policy, 'embedding.frameAncestors')} always;`,
  ];
}

/**
 * No file has such a name, so that a request with a query always goes on to the last of `try_files`: an `error_page`
 * would lead there too, but ModSecurity lets pass what comes by one.
 */
const QUERY = '  map $is_args $query_goes_on { "" ""; default /.query/none; }';

/**
 * Hidden files are nobody's. What has a query, or no file that answers, goes through the application firewall, which is
 * slow; nothing else does.
 */
function locations(plan: HostedPlan): readonly string[] {
  const where = 'worker' in plan ? '$folder' : `${IN_WEB.configuration}/page`;
  const { modSecurity } = plan.server.web;
  return [
    // Resolved here, before a location has a root of its own. What a cut has not, it never will have: that is kept too.
    ...('worker' in plan
      ? [
          `    root ${IN_WEB.site}/live;`,
          '    open_file_cache_errors on;',
          '    set $folder $cut;',
          '    if (-f $plain$uri) { set $folder $plain; }',
        ]
      : []),
    HEALTH,
    '    location ~ /\\. { return 404; }',
    '    location / {',
    `      root ${where};`,
    ...(modSecurity ? ['      try_files $uri$query_goes_on $uri$query_goes_on/ @query;'] : []),
    '    }',
    ...(modSecurity
      ? [
          '    location @query {',
          '      modsecurity on;',
          `      modsecurity_rules_file ${IN_WEB.configuration}/modsecurity.conf;`,
          `      root ${where};`,
          '    }',
        ]
      : []),
  ];
}
