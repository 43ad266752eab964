// The web server to compare with: the same nginx in the same kind of container, tuned alike, that does nothing but serve a
// folder: no headers, no limits. Where that folder is a link which is led on, it may keep no file open, or else it would
// show an old cut for a while.

/**
 * @param log folder for its access log, as busy as ours
 * @param keepsOpen whether it keeps files open from request to request
 */
export function bareNginxConf({ root, log, keepsOpen }) {
  return `
worker_processes auto;
pid /run/web/nginx.pid;
error_log stderr warn;
events { worker_connections 8192; }
http {
  types { application/json json; text/html html; }
  default_type application/octet-stream;
  ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path /run/web/${name};`).join(' ')}
  sendfile on;
  tcp_nopush on;
  open_file_cache ${keepsOpen ? 'max=4096 inactive=60s' : 'off'};
  open_file_cache_valid 60s;
  gzip_static on;
  gzip_vary on;
  keepalive_timeout 30s;
  keepalive_requests 10000;
  access_log ${log}/bare.log combined buffer=64k flush=1s;
  server {
    listen 443 ssl http2 default_server;
    ssl_certificate /etc/prep/certificate.pem;
    ssl_certificate_key /etc/prep/key.pem;
    ssl_protocols TLSv1.2 TLSv1.3;
    ssl_session_cache shared:tls:20m;
    ssl_session_tickets off;
    root ${root};
  }
}
`;
}
