import { isUnresolved } from '../../../facts.js';
import type { HostFile } from '../host-files.js';

/** Whether a delivered file is one of nft's, so that it is read as rules wherever it lies. */
export function isRuleset({ path, content }: HostFile): boolean {
  if (path.endsWith('.nft') || path === '/etc/nftables.conf') return true;
  return !isUnresolved(content) && /^#!\S*\bnft\b/.test(content);
}
