import { describe } from './describe.js';
import type { ValueFault } from './fault.js';

/** An absolute path in letters that no shell, nginx or Terraform reads as more than a letter. */
const PATH = /^(?=.{2,200}$)(?:\/[A-Za-z0-9_][A-Za-z0-9._-]*)+$/;

/** Folders in which the host itself lives. */
const OF_THE_SYSTEM = /^\/(?:bin|boot|dev|etc|lib|lib32|lib64|libx32|proc|run|sbin|sys|usr)(?:\/|$)/;

/** What forbids a folder of a host as the one that holds everything of the difusor's. */
export function hostFolderFault(path: string): ValueFault | undefined {
  const own = PATH.test(path) && !OF_THE_SYSTEM.test(path) && path.split('/').length > 2;
  return own ? undefined : { id: 'problem.host-folder', params: { got: describe(path) } };
}

/** What forbids a path as a file that stands on each host already. */
export function hostFileFault(path: string): ValueFault | undefined {
  return PATH.test(path) ? undefined : { id: 'problem.host-file', params: { got: describe(path) } };
}

/** What forbids a path as a file with a secret on each host; the fault does not repeat what may be the secret itself. */
export function secretFileFault(path: string): ValueFault | undefined {
  return PATH.test(path) ? undefined : { id: 'problem.secret-file', params: { length: path.length } };
}
