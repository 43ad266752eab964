/** A text changed in a file, and the only clauses that must notice. */
export type Change = readonly [what: string, from: string | RegExp, to: string, broken: readonly string[]];

/** Weakened user data: the text changed, and the only clauses that must notice. */
export const IN_USER_DATA: readonly Change[] = [
  ['no Docker', 'docker.io, ', '', ['docker-host']],
  ['Docker turned off', 'runcmd:', 'runcmd:\n  - systemctl disable --now docker', ['docker-host']],
  [
    'nobody with a key',
    'ssh_authorized_keys: [ssh-ed25519 AAAA]',
    'ssh_authorized_keys: []',
    ['logical-access-control', 'ssh-access'],
  ],
  ['SSH turned off', 'runcmd:', 'runcmd:\n  - systemctl disable ssh', ['ssh-access']],
  ['no NTP client', 'enabled: true', 'enabled: false', ['ntp-client']],
  ['NTP client turned off', 'runcmd:', 'runcmd:\n  - [systemctl, mask, chrony]', ['ntp-client']],
  ['answers of NTP kept out', 'ct state established,related accept', '', ['ntp-client']],
  [
    'an account without privileges',
    'sudo: ALL=(ALL) NOPASSWD:ALL',
    'sudo: ALL=(ALL) NOPASSWD:/bin/ls',
    ['root-user'],
  ],
  ['passwords', 'ssh_pwauth: false', 'ssh_pwauth: true', ['logical-access-control']],
  ['keys of root', 'disable_root: true', 'disable_root: false', ['logical-access-control']],
  ["the image's own account", 'users:', 'users:\n  - default', ['logical-access-control']],
  ['no fail2ban', 'fail2ban, ', '', ['network-filter']],
  ['fail2ban turned off', 'runcmd:', 'runcmd:\n  - [systemctl, disable, fail2ban]', ['network-filter']],
  [
    'a filter that forgets',
    '[systemctl, enable, --now, prep-nft.service]',
    '[systemctl, start, prep-nft.service]',
    ['network-filter'],
  ],
  ['a filter behind the translation', 'priority -150', 'priority 0', ['network-filter']],
  ['a filter on input', 'hook prerouting priority -150', 'hook input priority filter', ['network-filter']],
  ['a filter that lets all in', 'counter drop', 'counter', ['network-filter', 'open-ports-trusted']],
  ['the web shut', 'tcp dport { 80, 443 } accept', 'tcp dport { 443 } accept', ['open-ports-any']],
  [
    'the web shut before it is opened',
    'tcp dport { 80, 443 } accept',
    'tcp dport 80 drop\n        tcp dport { 80, 443 } accept',
    ['open-ports-any'],
  ],
  [
    'the web for some only',
    'tcp dport { 80, 443 } accept',
    'tcp dport { 80, 443 } ip saddr @trusted accept',
    ['open-ports-any'],
  ],
  [
    'SSH for all',
    'tcp dport { 22, 873, 2222 } ip saddr @trusted accept',
    'tcp dport { 22, 873, 2222 } accept',
    ['open-ports-trusted'],
  ],
  ['SSH for all networks', '203.0.113.0/28', '0.0.0.0/0', ['open-ports-trusted']],
  ['the ingest shut', 'tcp dport { 22, 873, 2222 } ip', 'tcp dport { 22, 2222 } ip', ['open-ports-trusted']],
  ['nobody trusted', 'elements = { 203.0.113.0/28 }', '', ['open-ports-trusted']],
  ['no limit on connections', /tcp dport \{ 80, 443 \} ct state new meter.*/, '', ['ddos-limits']],
  [
    'a limit on all together',
    'meter fresh { ip saddr limit rate over 60/second burst 120 packets } drop',
    'limit rate 60/second accept',
    ['ddos-limits'],
  ],
  ['no timer', '[systemctl, enable, --now, watch.timer]', '[systemctl, daemon-reload]', ['take-down-alarm']],
  ['a late alarm', 'MAX_AGE_SECONDS=1800', 'MAX_AGE_SECONDS=2700', ['take-down-alarm']],
  ['an alarm that tells nobody', 'WEBHOOK_FILE=/etc/webhook', 'WEBHOOK_FILE=', ['take-down-alarm']],
];

/** The clauses of a path at which something else answers than the live cut. */
const ELSEWHERE = ['latest-cut', 'opening-gate', 'results-kept', 'take-down-notice', 'unaltered-content'];

/** Weakened configuration of nginx. */
export const IN_NGINX: readonly Change[] = [
  ['a password', 'location ~ /\\.', 'auth_basic "prep";\n    location ~ /\\.', ['public-access']],
  [
    'a refused network',
    'location / { limit_except',
    'deny 198.51.100.0/24;\n    location / { limit_except',
    ['public-access'],
  ],
  [
    'refused countries',
    'location / { limit_except',
    'if ($geoip2_country != MX) { return 403; }\n    location / { limit_except',
    ['public-access'],
  ],
  ['a low rate', 'rate=50r/s', 'rate=60r/m', ['public-access']],
  [
    'a page refused',
    'location ~ /\\.',
    'location = /a.html { return 403; }\n    location ~ /\\.',
    ['public-access'],
  ],
  ['bodies filtered', 'location ~ /\\.', 'sub_filter a b;\n    location ~ /\\.', ['unaltered-content']],
  [
    'another server',
    'location ~ /\\.',
    'location /csv/ { proxy_pass http://198.51.100.1; }\n    location ~ /\\.',
    ELSEWHERE,
  ],
  [
    'another folder',
    'location ~ /\\.',
    'location /csv/ { root /srv/other; }\n    location ~ /\\.',
    ELSEWHERE,
  ],
  ['an alias', 'location ~ /\\.', 'location /csv/ { alias /srv/other/; }\n    location ~ /\\.', ELSEWHERE],
  [
    'a text of its own',
    'location ~ /\\.',
    'location = /index.html { return 200 "x"; }\n    location ~ /\\.',
    ELSEWHERE,
  ],
  [
    'a page for what is missing',
    'location ~ /\\.',
    'try_files $uri /index.html;\n    location ~ /\\.',
    ['unaltered-content'],
  ],
  [
    'an error dressed up',
    'location ~ /\\.',
    'error_page 404 =200 /index.html;\n    location ~ /\\.',
    ['unaltered-content'],
  ],
  ['another value', '"no-cache, no-store, must-revalidate"', '"no-cache, no-store"', ['path-header']],
  [
    'no value',
    'add_header Cache-Control "no-cache, no-store, must-revalidate";',
    'add_header X-Other x;',
    ['path-header'],
  ],
  ['two values', 'location = /json/main.json {', 'location = /json/main.json { expires -1;', ['path-header']],
  [
    'a location that decides first',
    'location = /json/main.json',
    'location = /json/other.json',
    ['path-header'],
  ],
  ['no access log', 'access_log /srv/logs/access.log', 'access_log off', ['access-logs']],
  ['no application firewall', 'modsecurity on', 'modsecurity off', ['web-firewall']],
  ['no limit on requests', 'limit_req zone=readers burst=200 nodelay;', '', ['ddos-limits']],
  ['one limit for all readers', '$binary_remote_addr', '$server_name', ['ddos-limits']],
  ['another name', /prep\.example\.org/g, 'other.example.org', ['public-address-name']],
  ['no TLS', 'listen 443 ssl', 'listen 443', ['public-address-name']],
  [
    'a folder beside the pointer',
    'root /site/live',
    'root /site/cuts/x',
    ['latest-cut', 'opening-gate', 'results-kept', 'take-down-notice'],
  ],
];
