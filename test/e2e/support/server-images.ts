import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importBaseImage } from './base-image.js';
import { tryDocker } from './docker-engine.js';

/** A base image of Debian's packages, made on this machine once and then kept by the engine; its name. */
export function debianBase(): string {
  const script = join(__dirname, 'debian-base.sh');
  const options = { encoding: 'utf8', env: process.env, timeout: 1_800_000 } as const;
  return execFileSync('bash', [script], { ...options, stdio: ['ignore', 'pipe', 'inherit'] }).trim();
}

/** A base image with Node.js and npm, of this machine's own programs, kept likewise; its name. */
export function nodeBase(): string {
  const recipe = readFileSync(join(__dirname, 'base-image.ts'));
  const digest = createHash('sha256').update(recipe).digest('hex').slice(0, 12);
  const tag = `difusor-e2e-node:${process.version.slice(1)}-${digest}`;
  if (tryDocker('image', 'inspect', tag).status === 0) return tag;
  const folder = mkdtempSync(join(tmpdir(), 'difusor-e2e-base-'));
  try {
    importBaseImage(tag, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return tag;
}
