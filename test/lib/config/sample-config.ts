import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadPlan } from '../../../lib/config/index.js';
import type { Plan } from '../../../lib/config/index.js';
import { difusorSchema, type DifusorConfig } from '../../../lib/config/schema.js';
import type { SourceConfig } from '../../../lib/config/source-schema.js';
import { DifusorError, type Problem } from '../../../lib/errors.js';

/** As many contacts as the call of `BASE` demands. */
export const CONTACTS =
  '[{ name: A, role: Titular, email: a@example.org }, { name: B, role: Suplente, email: b@example.org }]';

/** The shortest configuration that is right. */
export const BASE = `convocatoria: bcs-2024
institution: { name: Universidad de Ejemplo }
domain: prep.example.org
certificate:
  hostedZone: { id: Z0123456789ABCDEFGHIJ, name: example.org }
source:
  kind: https
  host: prep.example.net
  path: /prep.zip
  auth: basic
contacts: ${CONTACTS}
`;

/** `BASE` with one piece replaced, which must be there. */
export function swap(piece: string, by: string): string {
  if (!BASE.includes(piece)) throw new Error(`no ${piece} in BASE`);
  return BASE.replace(piece, () => by);
}

/** First line in which a text differs from `BASE`. */
export function changedLine(text: string): number {
  const base = BASE.split('\n');
  return text.split('\n').findIndex((line, index) => line !== base[index]) + 1;
}

/** The top-level keys of `BASE`, checked, with some replaced. */
export function sampleConfig(
  changes: Record<string, unknown> = {},
): DifusorConfig & { readonly source: SourceConfig } {
  const { source, ...config } = difusorSchema.parse({
    convocatoria: 'bcs-2024',
    institution: { name: 'Universidad de Ejemplo' },
    domain: 'prep.example.org',
    certificate: { hostedZone: { id: 'Z0123456789ABCDEFGHIJ', name: 'example.org' } },
    source: { kind: 'https', host: 'prep.example.net', path: '/prep.zip', auth: 'basic' },
    ...changes,
  });
  if (source === undefined) throw new Error('a sample has a source');
  return { ...config, source };
}

/** A folder for difusor.yaml files, removed by `remove`. */
export class ConfigFolder {
  readonly path = mkdtempSync(join(tmpdir(), 'difusor-config-'));

  write(content: string | Uint8Array, name = 'difusor.yaml'): string {
    writeFileSync(join(this.path, name), content);
    return name;
  }

  load(content: string | Uint8Array): Plan {
    return loadPlan(this.write(content), { cwd: this.path });
  }

  /** The error with which a content is refused. */
  refusal(content: string | Uint8Array): DifusorError {
    return failureOf(() => this.load(content));
  }

  remove(): void {
    rmSync(this.path, { recursive: true });
  }
}

export function failureOf(action: () => unknown): DifusorError {
  try {
    action();
  } catch (error) {
    if (error instanceof DifusorError) return error;
    throw error;
  }
  throw new Error('done without a failure');
}

/** Id and line of each problem. */
export function idsAndLines(problems: readonly Problem[]): [string, number | undefined][] {
  return problems.map(({ id, line }) => [id, line]);
}
