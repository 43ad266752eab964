// The web servers to compare with: the same nginx in the same kind of container, written by hand. They follow the link that
// leads to the live cut by opening it anew for each request: with files kept open they would show an old cut for a while.

/**
 * @param root folder that it serves
 * @param log folder for its access log, as busy as ours
 * @param duties whether it does what the call asks of any server too: headers, limits, no hidden files
 */
export function bareNginxConf({ root, log, duties }) {
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
  gzip_static on;
  gzip_vary on;
  keepalive_timeout 30s;
  keepalive_requests 10000;
  access_log ${log}/bare.log combined buffer=64k flush=1s;
  ${duties ? COUNTED : ''}
  server {
    listen 443 ssl http2 default_server;
    ssl_certificate /etc/prep/certificate.pem;
    ssl_certificate_key /etc/prep/key.pem;
    ssl_protocols TLSv1.2 TLSv1.3;
    ssl_session_cache shared:tls:20m;
    ssl_session_tickets off;
    root ${root};
    ${duties ? ANSWERED : ''}
  }
}
`;
}

const COUNTED = `
  limit_req_zone $binary_remote_addr zone=requests:20m rate=100000r/s;
  limit_conn_zone $binary_remote_addr zone=connections:20m;
  map $uri $caching { /json/main.json "no-cache, no-store, must-revalidate"; default no-cache; }
`;

const ANSWERED = `
    add_header Cache-Control $caching;
    add_header Strict-Transport-Security "max-age=31536000" always;
    add_header X-Content-Type-Options nosniff always;
    add_header Referrer-Policy strict-origin-when-cross-origin always;
    add_header Content-Security-Policy "frame-ancestors 'self'" always;
    limit_req zone=requests burst=100000 nodelay;
    limit_conn connections 512;
    location ~ /\\. { return 404; }
`;
