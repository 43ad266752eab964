import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Agent, request } from 'undici';
import { type CutManifest, type ManifestFile } from '../../cut/index.js';
import { failureOf } from '../../failure.js';
import { DifusorError } from '../../errors.js';
import { sampleOf } from './sample.js';

export interface OutsideOptions {
  /** Address at which readers find the site. */
  readonly publicUrl: string;
  /** Patterns of the files that are looked at each time, as far as the cut has them. */
  readonly always: readonly string[];
  /**
   * Authorities, in PEM, that are trusted instead of the public ones.
   * @default those that Node trusts
   */
  readonly ca?: string | undefined;
  /**
   * Milliseconds that all of it may take until the new cut shows everywhere, and between two looks.
   * @default 60 s, looked at every 2 s
   */
  readonly patience?: { readonly totalMs: number; readonly betweenMs: number };
  /** Ends a look; what it saw by then counts for nothing. */
  readonly signal?: AbortSignal | undefined;
}

/** What a look from outside came to. */
export type Sighting =
  | { readonly kind: 'seen'; readonly files: number }
  | { readonly kind: 'not-seen'; readonly files: number; readonly error: DifusorError };

/** Looks at a published cut as a reader does; `undefined` where it was told to stop. */
export type OutsideLook = (manifest: CutManifest) => Promise<Sighting | undefined>;

const DEFAULT_PATIENCE = { totalMs: 60_000, betweenMs: 2_000 };
const REQUEST_MS = 10_000;
/** A sample must not become a load: a database of 50 MB is read once. */
const LARGEST_BYTES = 64 * 1024 * 1024;

/** Reads a sample of a cut through the site's public address and compares each file by its SHA-256; never throws. */
export function createOutsideLook(options: OutsideOptions): OutsideLook {
  const { signal, patience: { totalMs, betweenMs } = DEFAULT_PATIENCE } = options;
  return async (manifest) => {
    const agent = new Agent({
      connect: { timeout: REQUEST_MS, ...(options.ca === undefined ? {} : { ca: options.ca }) },
      headersTimeout: REQUEST_MS,
      bodyTimeout: REQUEST_MS,
    });
    try {
      const sample = sampleOf(manifest, options.always, LARGEST_BYTES);
      const until = performance.now() + totalMs;
      const timeIsUp = AbortSignal.timeout(totalMs);
      const stop = signal === undefined ? timeIsUp : AbortSignal.any([timeIsUp, signal]);
      const site: Site = { publicUrl: options.publicUrl, generation: manifest.generation, agent, stop };
      let error: DifusorError | undefined;
      for (;;) {
        const pass = await lookOnce(sample, site);
        if (signal?.aborted === true) return undefined;
        error = verdict(pass, error);
        if (error === undefined) return { kind: 'seen', files: pass.files };
        if (stop.aborted || performance.now() + betweenMs >= until)
          return { kind: 'not-seen', files: sample.length, error };
        await sleep(betweenMs, undefined, { signal }).catch(() => undefined);
      }
    } finally {
      await agent.destroy();
    }
  };
}

interface Site {
  readonly publicUrl: string;
  readonly generation: string;
  readonly agent: Agent;
  /** Ends a pass where it stands. */
  readonly stop: AbortSignal;
}

interface Pass {
  /** Files that were as they should be. */
  readonly files: number;
  /** The first that was not as it should be. */
  readonly error?: DifusorError;
  /** Where the pass was stopped before it was over. */
  readonly stopped?: DifusorError;
}

/**
 * What a pass came to. One that was stopped says nothing against what the pass before it found, and nothing against a cut
 * of which it saw files.
 */
function verdict(pass: Pass, before: DifusorError | undefined): DifusorError | undefined {
  if (pass.stopped === undefined) return pass.error;
  return before ?? (pass.files > 0 ? undefined : pass.stopped);
}

/** Reads one file after the other, up to the first fault, or to where it is stopped. */
async function lookOnce(sample: readonly ManifestFile[], site: Site): Promise<Pass> {
  for (const [files, file] of sample.entries()) {
    const error = await faultOf(file, site);
    if (error === undefined) continue;
    const wasStopped = site.stop.aborted && error.code === 'OUTSIDE_UNREACHABLE';
    return wasStopped ? { files, stopped: error } : { files, error };
  }
  return { files: sample.length };
}

async function faultOf(file: ManifestFile, site: Site): Promise<DifusorError | undefined> {
  const url = addressOf(file.path, site.publicUrl);
  try {
    const { status, sha256 } = await readAt(url, site);
    if (status !== 200) return unreachable(url, `HTTP ${status}`);
    if (sha256 === file.sha256) return undefined;
    return new DifusorError('OUTSIDE_MISMATCH', { url, generation: site.generation });
  } catch (error) {
    return unreachable(url, failureOf(error).reason, error);
  }
}

function unreachable(url: string, reason: string, cause?: unknown): DifusorError {
  return new DifusorError('OUTSIDE_UNREACHABLE', { url, reason }, { cause, retryable: true });
}

async function readAt(
  url: string,
  { agent: dispatcher, stop }: Site,
): Promise<{ readonly status: number; readonly sha256: string }> {
  const headers = { 'cache-control': 'no-cache', 'accept-encoding': 'identity' };
  const signal = AbortSignal.any([AbortSignal.timeout(REQUEST_MS), stop]);
  const { statusCode: status, body } = await request(url, { dispatcher, headers, signal });
  const hash = createHash('sha256');
  for await (const chunk of body) hash.update(chunk as Buffer);
  return { status, sha256: hash.digest('hex') };
}

function addressOf(path: string, publicUrl: string): string {
  return new URL(path.split('/').map(encodeURIComponent).join('/'), withSlash(publicUrl)).href;
}

function withSlash(url: string): string {
  return url.endsWith('/') ? url : `${url}/`;
}
