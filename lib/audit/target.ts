/** What is audited: the hosts of a plan, and what is known of them. */
export interface AuditTarget {
  /** Public name of the site. */
  readonly domain: string;
  readonly hosts: readonly AuditedHost[];
  /** Folder on each host that holds everything of the difusor's. */
  readonly folder: string;
  /** Account of whoever runs the hosts. */
  readonly administrator: string;
  /** Account whose rights of root the call asks for; absent: the administrator's. */
  readonly institute?: string;
  /** Ports at which somebody must, or must not, get in. */
  readonly ports: readonly number[];
  /** Headers that the call demands. */
  readonly headers: readonly { readonly path: string; readonly name: string }[];
  /** HTTPS address of the official site; frame only. */
  readonly official?: string;
  /** The institute's own sftp service; absent: there is none. */
  readonly ingest?: { readonly port: number; readonly user: string };
  readonly expectedCuts?: number;
  /** Ports of the web; other than 443 in tests only. */
  readonly httpsPort: number;
}

export interface AuditedHost {
  readonly name: string;
  /** IPv4, IPv6 or DNS name. */
  readonly address: string;
  readonly sshPort: number;
  /** Public keys that it may show: `ssh-ed25519 AAAA…`. */
  readonly hostKeys: readonly string[];
}
