import type { FileOnHost } from '../delivery/file-on-host.js';

const HEADER = 'Written by difusor: what is changed here is lost at its next set-up.';

/** A configuration file of root's, with a comment that tells where it came from. */
export function rootFile(path: string, lines: readonly string[], mode = '0644'): FileOnHost {
  return { path, mode, owner: 'root:root', content: `# ${HEADER}\n${lines.join('\n')}\n` };
}

/** A program of root's, whose first line names its interpreter. */
export function rootProgram(path: string, content: string): FileOnHost {
  return { path, mode: '0755', owner: 'root:root', content };
}
