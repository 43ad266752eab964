import { DifusorError } from '../../errors.js';

/** The oldest into which Debian and Ubuntu have put the mends of January 2025 (CVE-2024-12084 and those after it). */
const OLDEST_RSYNC = '3.2.7';

/**
 * @param printed what `rsync --version` prints
 * @throws SOURCE_TOOL_TOO_OLD
 */
export function assertRsyncVersion(printed: string): void {
  const version = /^rsync +version v?(\d+\.\d+\.\d+)/.exec(printed)?.[1] ?? '?';
  if (isAtLeast(version, OLDEST_RSYNC)) return;
  throw new DifusorError('SOURCE_TOOL_TOO_OLD', { tool: 'rsync', version, oldest: OLDEST_RSYNC });
}

function isAtLeast(version: string, oldest: string): boolean {
  const [a, b] = [version, oldest].map((text) => text.split('.').map(Number));
  const differs = (a ?? []).findIndex((part, index) => part !== b?.[index]);
  return differs === -1 || (a?.[differs] ?? 0) > (b?.[differs] ?? 0);
}
