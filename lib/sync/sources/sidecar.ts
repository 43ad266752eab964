import { parseDigestLine, safePackageName, type DeclaredDigest } from '../../cut/index.js';

/** Bytes of a sidecar that are read; it is one line, or a few. */
export const MOST_SIDECAR_BYTES = 64 * 1024;

/** Name of the file beside a package that holds its digest. */
export function sidecarName(packageName: string, algorithm: DeclaredDigest['algorithm']): string {
  return `${packageName}.${algorithm}`;
}

/**
 * Reads what an institute says of a package in a file beside it, in lines as `parseDigestLine` knows them. Of several
 * lines the one that names the package counts.
 * @param text `undefined` where there is no such file
 * @param names safe names of the package: as the source has it, as it is kept here
 * @returns without a digest where the text holds none for this package
 */
export function readSidecar(
  text: string | undefined,
  algorithm: DeclaredDigest['algorithm'],
  names: readonly string[],
): DeclaredDigest {
  const lines = (text ?? '')
    .replace(/^\ufeff/, '')
    .split(/[\r\n]+/)
    .flatMap((line) => parseDigestLine(line.trim(), algorithm) ?? []);
  const named = lines.find(({ name }) => name !== undefined && names.includes(safeName(name)));
  const only = lines.length === 1 ? lines[0] : undefined;
  return { algorithm, digest: (named ?? only)?.digest };
}

function safeName(path: string): string {
  return safePackageName(path.replaceAll('\\', '/'));
}
