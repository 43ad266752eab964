import { watchProgram } from '../../../constructs/server/host/watch-program.js';
import type { TerraformTemplate } from '../../../lib/compliance/index.js';
import { createMessages } from '../../../lib/messages/index.js';
import { settings } from './facts-builder.js';

/** A host, by hand, that meets every rule of a server for the made-up call of `call-builder`; nobody's constructs. */
export function wholeServer(): readonly Writable<TerraformTemplate>[] {
  return [{ name: 'uno', template: template(), cloudInit: cloudInit() }];
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

function template() {
  const common = {
    image: 'example',
    restart: 'always',
    read_only: true,
    capabilities: [{ drop: ['ALL'] }],
    log_opts: { 'max-size': '10m', 'max-file': '3' },
  };
  return {
    provider: { docker: [{ host: 'ssh://guardia@198.51.100.10:22' }] },
    resource: {
      docker_container: {
        web: {
          ...common,
          name: 'web',
          ports: [
            { internal: 80, external: 80 },
            { internal: 443, external: 443 },
          ],
          volumes: [
            { host_path: '/srv/prep/etc/web', container_path: '/etc/prep', read_only: true },
            { host_path: '/srv/prep/site', container_path: '/site', read_only: true },
            { host_path: '/srv/prep/logs', container_path: '/srv/logs' },
          ],
        },
        ingest: {
          ...common,
          name: 'ingest',
          ports: [{ internal: 22, external: 2222 }],
          volumes: [
            { host_path: '/srv/prep/etc/ingest', container_path: '/etc/prep', read_only: true },
            { host_path: '/srv/prep/inbox', container_path: '/srv/inbox' },
          ],
        },
        publisher: {
          ...common,
          name: 'publisher',
          network_mode: 'none',
          command: ['sync', '--watch', '--directory', '/srv/site', '--archive', '/srv/packages'],
          volumes: [
            { host_path: '/srv/prep/inbox', container_path: '/srv/inbox' },
            { host_path: '/srv/prep/site', container_path: '/srv/site' },
            { host_path: '/srv/prep/packages', container_path: '/srv/packages' },
          ],
          labels: [{ label: 'difusor.settings', value: JSON.stringify(inboxSettings()) }],
        },
      },
      hcloud_server: { host: { image: 'Ubuntu 24.04' } },
      terraform_data: {
        web: {
          input: {
            files: {
              '/srv/prep/etc/web/nginx.conf': NGINX,
              '/srv/prep/etc/web/modsecurity.conf': MODSECURITY,
            },
          },
        },
        ingest: { input: { files: { '/srv/prep/etc/ingest/sshd_config': SSHD } } },
        logs: { input: { files: { '/etc/logrotate.d/prep': LOGROTATE } } },
      },
    },
  };
}

export function inboxSettings(overrides: Parameters<typeof settings>[0] = {}) {
  return settings({
    source: { kind: 'inbox', path: '/srv/inbox', form: 'archive', complete: { when: 'rename' } },
    ...overrides,
  });
}

const NGINX = `
load_module modules/ngx_http_modsecurity_module.so;
events { worker_connections 1024; }
http {
  limit_req_zone $binary_remote_addr zone=readers:10m rate=50r/s;
  server {
    listen 80;
    server_name prep.example.org;
    location /.well-known/acme-challenge/ { root /srv/acme; }
    location / { return 301 https://prep.example.org$request_uri; }
  }
  server {
    listen 443 ssl;
    server_name prep.example.org;
    ssl_protocols TLSv1.2 TLSv1.3;
    root /site/live;
    access_log /srv/logs/access.log;
    limit_req zone=readers burst=200 nodelay;
    modsecurity on;
    modsecurity_rules_file /etc/prep/modsecurity.conf;
    add_header Cache-Control "no-cache";
    location = /json/main.json { add_header Cache-Control "no-cache, no-store, must-revalidate"; }
    location ~ /\\. { return 404; }
    location / { limit_except GET { deny all; } }
  }
}
`;

const MODSECURITY = 'SecRuleEngine On\nInclude /usr/share/modsecurity-crs/rules/*.conf\n';

const SSHD = `Port 22
PasswordAuthentication no
KbdInteractiveAuthentication no
ChrootDirectory /srv
ForceCommand internal-sftp -d /inbox
`;

const LOGROTATE = '/srv/prep/logs/*.log {\n  daily\n  rotate 90\n}\n';

const NFT = `table inet prep {
  set trusted { type ipv4_addr; flags interval; elements = { 203.0.113.0/28 } }
  chain outer {
    type filter hook prerouting priority -150; policy accept;
    iif lo accept
    ct state established,related accept
    tcp dport { 80, 443 } ct state new meter fresh { ip saddr limit rate over 60/second burst 120 packets } drop
    tcp dport { 80, 443 } accept
    tcp dport { 22, 873, 2222 } ip saddr @trusted accept
    counter drop
  }
}
`;

const UNIT = `[Service]
ExecStart=/usr/sbin/nft -f /etc/prep.nft
[Install]
WantedBy=multi-user.target
`;

/** The judge knows one program that asks how old a copy is. */
const WATCH = watchProgram(createMessages());

function cloudInit(): string {
  const file = (path: string, content: string): string =>
    `  - path: ${path}\n    content: |\n${content.replace(/^(?=.)/gm, '      ')}`;
  return `#cloud-config
# Ubuntu 24.04
users:
  - name: guardia
    sudo: ALL=(ALL) NOPASSWD:ALL
    ssh_authorized_keys: [ssh-ed25519 AAAA]
ssh_pwauth: false
disable_root: true
packages: [docker.io, fail2ban, nftables]
ntp:
  enabled: true
  ntp_client: chrony
  servers: [cronos.cenam.mx]
write_files:
${file('/etc/prep.nft', NFT)}
${file('/etc/systemd/system/prep-nft.service', UNIT)}
${file('/etc/systemd/system/watch.timer', '[Timer]\nOnCalendar=minutely\n[Install]\nWantedBy=timers.target\n')}
${file('/etc/systemd/system/watch.service', '[Service]\nEnvironmentFile=/etc/watch.env\nExecStart=/usr/local/bin/watch\n')}
${file('/usr/local/bin/watch', WATCH)}
${file('/etc/watch.env', 'CONTAINER=publisher\nMAX_AGE_SECONDS=1800\nWEBHOOK_FILE=/etc/webhook\n')}
runcmd:
  - [systemctl, enable, --now, prep-nft.service]
  - [systemctl, enable, --now, watch.timer]
`;
}
