import type { Fact } from './facts.js';

/** One server as its cloud-init, or what was applied to it, makes it. */
export interface HostFact {
  readonly resource: string;
  readonly address: Fact<string> | undefined;
  /** e.g. `Ubuntu` and `22.04`; absent: nothing says. */
  readonly operatingSystem: Fact<{ readonly name: string; readonly version: string }> | undefined;
  /** Docker is installed, and starts with the host. */
  readonly docker: Fact<boolean>;
  /** Absent: none is set up. */
  readonly ntp: { readonly client: Fact<string>; readonly servers: Fact<readonly string[]> } | undefined;
  readonly users: readonly HostUserFact[];
  readonly ssh: {
    readonly enabled: Fact<boolean>;
    readonly passwords: Fact<boolean>;
    readonly rootLogin: Fact<boolean>;
  };
  /** Absent: there is none. */
  readonly perimeter: PerimeterFact | undefined;
  /** Programs that shut out who misbehaves, by name, e.g. `fail2ban`. */
  readonly intrusionPrevention: readonly Fact<string>[];
}

export interface HostUserFact {
  readonly name: Fact<string>;
  /** What sudo, or uid 0, lets it do. */
  readonly root: Fact<'full' | 'limited' | 'none'>;
  /** Keys by which it may log in. */
  readonly keys: Fact<number>;
  /** It may set up the host, rather than put files only. */
  readonly shell: Fact<boolean>;
}

/** A packet filter before everything else on the host, containers included. */
export interface PerimeterFact {
  readonly resource: string;
  /** What no rule lets in is dropped. */
  readonly defaultDrop: Fact<boolean>;
  /** It stands before the address translation of containers, which a filter on INPUT never sees. */
  readonly beforeContainers: Fact<boolean>;
  /** A unit of the host brings it back after a restart. */
  readonly persists: Fact<boolean>;
  readonly opens: readonly OpenPortFact[];
  /** New connections a second of one address beyond which it drops; absent: no such limit. */
  readonly newConnectionsPerSecond: Fact<number> | undefined;
  /** It lets the host's own requests out to UDP 123, and their answers in. */
  readonly ntpOut: Fact<boolean>;
}

export interface OpenPortFact {
  readonly port: Fact<number> | 'all';
  readonly protocol: 'tcp' | 'udp';
  /** `any`, or addresses and networks in CIDR form. */
  readonly peers: Fact<'any' | readonly string[]>;
}

/**
 * Sides of a web server, of which each can be in doubt by itself: which file answers, its body, whether it is the newest,
 * its headers, who is let in, the limits on one reader, the name and TLS, the application firewall, the log.
 */
export type WebServerPart =
  'files' | 'bodies' | 'freshness' | 'headers' | 'access' | 'limits' | 'names' | 'firewall' | 'log';

/** A web server that readers reach. */
export interface WebServerFact {
  readonly resource: string;
  /** The container in which it runs; absent: the host itself. */
  readonly container: string | undefined;
  /** e.g. `nginx`. */
  readonly software: Fact<string>;
  readonly domains: readonly Fact<string>[];
  /** Port that answers with TLS; absent: it has none. */
  readonly tlsPort: Fact<number> | undefined;
  /** Oldest protocol that it speaks, e.g. `TLSv1.2`. */
  readonly minimumTls: Fact<string> | undefined;
  /** Folder or volume from which it serves; the worker's site where it is the same. */
  readonly root: Fact<string>;
  /**
   * Patterns of the paths that it treats apart, in the order in which they decide: `/x` that path, `/x*` what begins so,
   * `~x` and `~*x` a regular expression; `/*` is the last.
   */
  readonly paths: readonly string[];
  /** Headers by the pattern of `paths` for which they are set. */
  readonly headers: readonly PathHeaderFact[];
  /** Ways in which it changes a body or lets another server answer, e.g. `sub_filter`, `proxy_pass`, by path. */
  readonly alters: readonly { readonly path: string; readonly by: string }[];
  /** Ways in which it turns readers away, e.g. `auth_basic`, `deny`, by path. */
  readonly turnsAway: readonly { readonly path: string; readonly by: string }[];
  /** Requests a second of one address beyond which it answers 429; absent: no limit. */
  readonly requestsPerSecond: Fact<number> | undefined;
  /** `ModSecurity` with a rule set in force; absent: no application firewall. */
  readonly applicationFirewall: { readonly name: string; readonly enforced: Fact<boolean> } | undefined;
  /** Absent: it writes none. */
  readonly accessLog:
    { readonly resource: string; readonly retentionDays: Fact<number> | undefined } | undefined;
}

export interface PathHeaderFact {
  readonly path: string;
  readonly name: Fact<string>;
  readonly value: Fact<string>;
  /** It is also sent with errors. */
  readonly onErrors: Fact<boolean>;
}

/** A service into which the institute pushes packages. */
export interface IngestFact {
  readonly resource: string;
  readonly kind: 'sftp' | 'ssh' | 'rsync';
  readonly port: Fact<number>;
  /** Who pushes can't leave the folder, nor run anything. */
  readonly confined: Fact<boolean>;
  /** Who pushes can't read or list anything. */
  readonly writeOnly: Fact<boolean>;
  /** Folder or volume into which it writes. */
  readonly folder: Fact<string>;
  /** How who pushes shows who it is. */
  readonly authentication: Fact<'key' | 'secret' | 'none'>;
}

export interface ContainerFact {
  readonly resource: string;
  readonly image: Fact<string>;
  readonly restarts: Fact<boolean>;
  readonly readOnlyRoot: Fact<boolean>;
  readonly capabilities: Fact<readonly string[]>;
  readonly privileged: Fact<boolean>;
  readonly dockerSocket: Fact<boolean>;
  readonly network: Fact<'none' | 'host' | 'own'>;
  /** Volumes and host folders that it may write, by their name. */
  readonly writes: readonly Fact<string>[];
}

/** A page that shows the official site in a frame. */
export interface FrameFact {
  readonly resource: string;
  /** Path of the page, e.g. `/`. */
  readonly path: string;
  /** Address in the frame. */
  readonly source: Fact<string>;
  readonly sandbox: Fact<string> | undefined;
  readonly title: Fact<string> | undefined;
  /** A link to the official site for readers whose browser shows no frame. */
  readonly link: Fact<string> | undefined;
  /** Sources that its own policy lets it frame; absent: it has no such policy. */
  readonly frameSources: Fact<readonly string[]> | undefined;
}
