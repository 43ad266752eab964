/** Where things are in the ingest container. */
export const IN_INGEST = {
  configuration: '/etc/prep',
  inbox: '/srv/inbox',
  secrets: '/run/secrets/rsyncd.secrets',
  /** Keys of the container's own sshd, made at its first start. */
  hostKeys: '/var/lib/ingest',
  /** In memory. */
  run: '/run/ingest',
} as const;
