/** Where things are in the web container. */
export const IN_WEB = {
  configuration: '/etc/prep',
  site: '/srv/site',
  logs: '/srv/logs',
  acme: '/srv/acme',
  /** In memory: process id, temporary files, and the pair of certificate and key in use. */
  run: '/run/web',
} as const;

/** Read by the health check; no reader asks for it. */
export const HEALTH_PATH = '/healthz';
