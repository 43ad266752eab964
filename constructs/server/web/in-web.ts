/** Where things are in the web container. */
export const IN_WEB = {
  configuration: '/etc/prep',
  /** At the top: nginx asks the disk for each part of this path, in each request. */
  site: '/site',
  logs: '/srv/logs',
  acme: '/srv/acme',
  /** In memory: process id, temporary files, and the pair of certificate and key in use. */
  run: '/run/web',
} as const;

/** Read by the health check; no reader asks for it. */
export const HEALTH_PATH = '/healthz';
