import { describe } from './describe.js';
import type { ValueFault } from './fault.js';
import { PRINTABLE } from './formats.js';

/**
 * What forbids a folder of this host as inbox: absolute, or below the folder of difusor.yaml; never all of the disk, nor
 * a path that climbs or that a shell would have to complete.
 */
export function inboxPathFault(path: string): ValueFault | undefined {
  const segments = path.split('/').filter((segment) => segment !== '');
  const plain =
    path.length <= 1024 &&
    PRINTABLE.test(path) &&
    segments.length > 0 &&
    !/^~|\\/.test(path) &&
    !segments.includes('..') &&
    segments.some((segment) => segment !== '.');
  return plain ? undefined : { id: 'problem.inbox-path', params: { got: describe(path) } };
}
