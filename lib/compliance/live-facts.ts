import { z } from 'zod';

/** Why something could not be measured; `lib/messages` says what to do about each. */
export const WHY_UNMEASURED = [
  /** Nobody asked for it. */
  'notAsked',
  'unreachable',
  /** The host showed another key than the plan's. */
  'hostKey',
  'refused',
  'timeOut',
  /** A program is missing on the host. */
  'tool',
  /** The answer is not one that the toolkit can read. */
  'unread',
  /** A virtual machine or a driver does not tell. */
  'untold',
  /** It would disturb a publication. */
  'window',
  /** There is nothing there yet of which it could be told. */
  'nothingThere',
] as const;
export type WhyUnmeasured = (typeof WHY_UNMEASURED)[number];

/** Instant in UTC. */
const instant = z.iso.datetime();

/** Longest detail; it may be a host's own words. */
export const MOST_DETAIL = 200;

const unmeasured = z
  .strictObject({ at: instant, why: z.enum(WHY_UNMEASURED), detail: z.string().max(MOST_DETAIL) })
  .readonly();

const measured = <T extends z.ZodType>(value: T) =>
  z.union([z.strictObject({ at: instant, value }).readonly(), unmeasured]);

/** What one look at the running system gave, and when; or why it gave nothing. */
export type Measured<T> =
  | { readonly at: string; readonly value: T }
  | { readonly at: string; readonly why: WhyUnmeasured; readonly detail: string };

const bytes = z.int().nonnegative();
const port = z.int().min(1).max(65535);
const text = z.string().max(1000);
const name = z.string().min(1).max(300);
const status = z.int().min(100).max(599);
const amount = z.number().nonnegative();

/** `trusted`: an address that the institute gave or the team's own; `untrusted`: any other. */
export const VANTAGES = ['trusted', 'untrusted'] as const;
export type Vantage = (typeof VANTAGES)[number];

/** `refused`: nobody listens, and nothing dropped the packet; `silent`: no answer. */
const PORT_STATES = ['open', 'refused', 'silent'] as const;

const portSeen = z
  .strictObject({ vantage: z.enum(VANTAGES), port, at: instant, state: z.enum(PORT_STATES) })
  .readonly();

const headerSeen = z.strictObject({ status, values: z.array(text).readonly() }).readonly();

const headerLook = z
  .strictObject({
    path: name,
    name,
    /** Of a plain GET. */
    fresh: measured(headerSeen),
    /** Of a GET that names the ETag of the first answer. */
    revalidated: measured(headerSeen),
  })
  .readonly();

/** A page with a frame, as its reader's browser finds it; without a source it has no frame. */
const framedPage = z
  .strictObject({
    source: text.optional(),
    sandbox: text.optional(),
    title: text.optional(),
    link: text.optional(),
    /** Sources that its policy lets it frame; absent: it has no such policy. */
    frameSources: z.array(text).readonly().optional(),
  })
  .readonly();

/** A site as one host serves it, whatever the name leads to. */
const web = z
  .strictObject({
    tls: measured(
      z
        .strictObject({
          /** What is wrong with the certificate for this name, as OpenSSL says it; absent: nothing. */
          fault: text.optional(),
          validTo: instant,
          /** e.g. `TLSv1.3`. */
          protocol: name,
          /** It also speaks TLS 1.0 or 1.1. */
          old: z.boolean(),
        })
        .readonly(),
    ),
    home: measured(
      z
        .strictObject({
          status,
          /** What it calls itself, e.g. `nginx`; absent: it does not say. */
          server: text.optional(),
        })
        .readonly(),
    ),
    headers: z.array(headerLook).readonly(),
    /** What plain HTTP answers. */
    redirect: measured(z.strictObject({ status, location: text.optional() }).readonly()).optional(),
    /** HTTP status of an address that nobody can have published. */
    missing: measured(status).optional(),
    /** The home page, as one that frames the official site; frame only. */
    page: measured(framedPage).optional(),
  })
  .readonly();

/** One address to which the site's name leads, looked at as readers reach it. */
const front = z
  .strictObject({
    address: name,
    /** What its HTTPS port answers to a connection. */
    https: measured(z.enum(PORT_STATES)),
    /** Absent: the port is not open, or could not be tried. */
    web: web.optional(),
  })
  .readonly();

const transfer = z
  .strictObject({
    /** The service that took it: the one of the institute, or the host's own sshd. */
    by: z.enum(['ingest', 'host']),
    megabytes: z.int().positive(),
    /** MB (10⁶ bytes) a second of each run. */
    runs: z.array(amount).min(1).readonly(),
    median: amount,
  })
  .readonly();

const host = z
  .strictObject({
    /** As the plan names it. */
    name,
    address: name,
    /** Processors that programs can use, threads of a core counted one by one. */
    cores: measured(z.int().positive()),
    processorSpeed: measured(
      z
        .strictObject({
          gigahertz: z.number().positive(),
          /** `name`: the maker's, in the model's name; `maximum`; `current`: at this instant, perhaps throttled. */
          from: z.enum(['name', 'maximum', 'current']),
        })
        .readonly(),
    ),
    /** Without what the kernel keeps for itself. */
    memory: measured(bytes),
    disks: measured(
      z
        .array(
          z
            .strictObject({
              name,
              bytes,
              /** `null`: a virtual disk that does not tell. */
              solidState: z.boolean().nullable(),
            })
            .readonly(),
        )
        .readonly(),
    ),
    /** Bytes that are free for files of the difusor's folder. */
    free: measured(bytes),
    system: measured(z.strictObject({ name, version: text }).readonly()),
    docker: measured(
      z
        .strictObject({
          /** Of the engine; `null`: there is none. */
          version: name.nullable(),
          /** Containers outlive a restart of the engine. */
          liveRestore: z.boolean(),
          startsWithHost: z.boolean(),
        })
        .readonly(),
    ),
    time: measured(
      z
        .strictObject({
          client: z.enum(['chrony', 'timedatectl']),
          synchronized: z.boolean(),
          /** Milliseconds by which the clock is off, as its client says; absent: it does not. */
          offset: amount.optional(),
        })
        .readonly(),
    ),
    /** Milliseconds by which the host's clock is ahead of the auditing machine's, and how wrong that may be. */
    timeFromHere: measured(z.strictObject({ offset: z.number(), error: amount }).readonly()),
    /** What sudo lets an account do. */
    root: measured(z.strictObject({ user: name, rights: z.enum(['full', 'limited', 'none']) }).readonly()),
    /** Megabits a second that the network card has agreed on. */
    link: measured(z.number().positive()),
    /** What is kept of packages; bytes of the largest. */
    packages: measured(z.strictObject({ count: z.int().positive(), largest: bytes }).readonly()),
    /** HTTP status that the host gets of the official site; frame only. */
    official: measured(status).optional(),
    upload: measured(transfer),
    download: measured(transfer),
    ports: z.array(portSeen).readonly(),
    web,
    /** What the plan's address is, or leads to by DNS. */
    addresses: measured(z.array(name).min(1).readonly()),
  })
  .readonly();

/** The running system, looked at over SSH and from outside. */
export const liveFactsSchema = z
  .strictObject({
    /** The difusor's own servers; empty where the site stands on AWS. */
    hosts: z.array(host).readonly(),
    /**
     * Addresses that DNS gives for the site's name: those of IPv6 where the difusor has servers of its own, since the
     * others are looked at as hosts; on AWS some of each family.
     */
    fronts: measured(z.array(front).readonly()).optional(),
    /** Address that the difusor's page is meant to frame; frame only. */
    official: text.optional(),
    /** Addresses that DNS gives for the site's name. */
    domain: measured(z.array(name).min(1).readonly()),
    /** Whether browsers may show the official site in the difusor's frame; frame only. */
    framing: measured(
      z.strictObject({ allowed: z.boolean(), header: text.optional(), value: text.optional() }).readonly(),
    ).optional(),
    /** Cuts of the whole night; absent: nothing says how long it is, or how often one comes. */
    expectedCuts: z.int().positive().optional(),
  })
  .readonly();

export type LiveFacts = z.infer<typeof liveFactsSchema>;
export type LiveHostFact = z.infer<typeof host>;
export type LiveWebFact = z.infer<typeof web>;
export type LiveHeaderFact = z.infer<typeof headerLook>;
export type LiveFrontFact = z.infer<typeof front>;
export type LivePageFact = z.infer<typeof framedPage>;
export type PortSeen = z.infer<typeof portSeen>;
export type PortState = PortSeen['state'];
export type TransferFact = z.infer<typeof transfer>;
