import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { HostedPlan, HostPlan } from '../../../lib/config/index.js';
import { KNOWN_HOSTS, knownHosts } from '../delivery/known-hosts.js';
import { createServerApp } from './server-app.js';
import { serverParts, type ServerParts, type ServerPartsOptions } from './server-parts.js';

export interface SynthesizeServersOptions extends ServerPartsOptions {
  /**
   * Folder for `stacks/<name>/cdk.tf.json` and what lies beside it.
   * @default a temporary one, which is taken away
   */
  readonly outdir?: string;
  /** @default what the plan asks for */
  readonly parts?: ServerParts;
  /** @default this package's own images */
  readonly contexts?: string;
}

/** The synthesized stack of one host. */
export interface SynthesizedServer {
  readonly name: string;
  readonly kind: 'terraform';
  /** cdk.tf.json, as parsed JSON. */
  readonly template: unknown;
  /** User data for a new host, as `#cloud-config` YAML. */
  readonly cloudInit: string;
}

/** Synthesizes a plan into a stack of Terraform JSON for each host; the same plan gives the same bytes. */
export function synthesizeServers(
  plan: HostedPlan,
  { outdir, ...options }: SynthesizeServersOptions = {},
): readonly SynthesizedServer[] {
  if (outdir !== undefined) return synthesizeInto(plan, outdir, options);
  const temporary = mkdtempSync(join(tmpdir(), 'difusor-synth-'));
  try {
    return synthesizeInto(plan, temporary, options);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

function synthesizeInto(
  plan: HostedPlan,
  outdir: string,
  { contexts, ...options }: SynthesizeServersOptions,
): readonly SynthesizedServer[] {
  const { parts = serverParts(plan, options), messages } = options;
  const { services, setUp } = parts;
  mkdirSync(outdir, { recursive: true });
  createServerApp({ plan, services, setUp, contexts, messages, outdir }).synth();
  return plan.server.hosts.map((host) => writeBeside(host, `${plan.name}-${host.name}`, outdir, parts));
}

function writeBeside(host: HostPlan, name: string, outdir: string, parts: ServerParts): SynthesizedServer {
  const folder = join(outdir, 'stacks', name);
  const cloudInit = parts.cloudInit(host);
  writeFileSync(join(folder, KNOWN_HOSTS), knownHosts(host));
  writeFileSync(join(folder, 'user-data.yaml'), cloudInit);
  const template = JSON.parse(readFileSync(join(folder, 'cdk.tf.json'), 'utf8')) as unknown;
  return { name, kind: 'terraform', template, cloudInit };
}
