/** Where things are in the publisher's container. */
export const IN_PUBLISHER = {
  configuration: '/etc/prep',
  difusorYaml: '/etc/prep/difusor.yaml',
  inbox: '/srv/inbox',
  site: '/srv/site',
  packages: '/srv/packages',
  /** Credentials of a source that the worker asks. */
  secret: '/run/secrets/source',
} as const;
