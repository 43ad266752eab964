import { createHash } from 'node:crypto';

/** Digests that institutes use. */
export type DigestAlgorithm = 'sha256' | 'md5';

/** Hexadecimal digits of each. */
export const DIGEST_DIGITS: Readonly<Record<DigestAlgorithm, number>> = { sha256: 64, md5: 32 };

/** Lower-case hexadecimal digest of a content. */
export async function digestOf(
  algorithm: DigestAlgorithm,
  content: AsyncIterable<Uint8Array>,
): Promise<string> {
  const hash = createHash(algorithm);
  for await (const chunk of content) hash.update(chunk);
  return hash.digest('hex');
}
