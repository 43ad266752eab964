/** What is audited: a plan's site, and the hosts behind it. */
export interface AuditTarget {
  /** Public name of the site. */
  readonly domain: string;
  /** The difusor's own servers; empty where the site stands on AWS, of which only the outside is looked at. */
  readonly hosts: readonly AuditedHost[];
  /** Ports of a host at which somebody must, or must not, get in. */
  readonly ports: readonly number[];
  /** Headers that the call demands. */
  readonly headers: readonly { readonly path: string; readonly name: string }[];
  /** HTTPS address of the official site; frame only. */
  readonly official?: string;
  readonly expectedCuts?: number;
  /** Ports of the web; other than 80 and 443 in tests only. */
  readonly httpPort: number;
  readonly httpsPort: number;
}

export interface AuditedHost {
  readonly name: string;
  /** IPv4, IPv6 or DNS name. */
  readonly address: string;
  readonly sshPort: number;
  /** Public keys that it may show: `ssh-ed25519 AAAA…`. */
  readonly hostKeys: readonly string[];
  /** Folder that holds everything of the difusor's. */
  readonly folder: string;
  /** Account of whoever runs the host. */
  readonly administrator: string;
  /** Account whose rights of root the call asks for; absent: the administrator's. */
  readonly institute?: string;
  /** The institute's own sftp service; absent: there is none. */
  readonly ingest?: { readonly port: number; readonly user: string };
}
