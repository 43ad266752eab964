import { describe } from './describe.js';
import type { ValueFault } from './fault.js';

/** An absolute path without what a remote shell or rsync would take for more than a letter. */
const PATH = /^\/(?!\/)[\p{L}\p{N}._~+,=@/ -]{0,1023}$/u;

/** What forbids a path on an SSH server; one that ends in `/` is a folder. */
export function remotePathFault(path: string): ValueFault | undefined {
  return isPlain(path) ? undefined : fault(path);
}

/** What forbids a path on an rsync daemon, which begins with the module. */
export function rsyncModulePathFault(path: string): ValueFault | undefined {
  return isPlain(path) && path !== '/' ? undefined : fault(path);
}

function isPlain(path: string): boolean {
  return PATH.test(path) && !/(?:^|\/)\.{1,2}(?:\/|$)|\/\//.test(path);
}

function fault(path: string): ValueFault {
  return { id: 'problem.remote-path', params: { got: describe(path) } };
}
