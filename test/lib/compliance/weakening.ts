import type { FactArea } from '../../../lib/compliance/facts.js';
import type { Kind, Stack } from './synthesized-server.js';

export const ROOT: readonly FactArea[] = ['hosts', 'webServers', 'ingests', 'alarms', 'frames'];
export const HOST: readonly FactArea[] = ['hosts'];
export const WATCH: readonly FactArea[] = ['hosts', 'alarms'];
export const ALARM: readonly FactArea[] = ['alarms'];
export const INGEST: readonly FactArea[] = ['ingests'];
export const ENGINE: readonly FactArea[] = ['hosts', 'containers', 'webServers'];
export const WEB: readonly FactArea[] = ['containers', 'webServers', 'frames'];
export const WORKER: readonly FactArea[] = ['containers', 'workers'];
export const PUSHED: readonly FactArea[] = ['containers', 'ingests'];
export const OTHER: readonly FactArea[] = ['containers', 'webServers'];

/** One change of a server's stack, and the areas of facts that it leaves in doubt. */
export type Weakening = readonly [
  what: string,
  areas: readonly FactArea[],
  change: (stack: Stack) => void,
  kind?: Kind,
];
