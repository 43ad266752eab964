import type { FactArea } from '../../../facts.js';

/** What nobody knows and root runs may have touched all that a host serves and takes. */
export const ANYTHING_OF_ROOT: readonly FactArea[] = ['hosts', 'webServers', 'ingests', 'alarms', 'frames'];
