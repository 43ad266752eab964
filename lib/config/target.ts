import type { Convocatoria, DeliveryMethod } from '../convocatorias/index.js';
import type { DifusorConfig } from './schema.js';

/** Whether the difusor's own servers or AWS, packages or a frame: what decides which keys a file may have. */
export interface Target {
  readonly hosted: boolean;
  readonly framed: boolean;
}

/** What a file describes, by its keys alone, so that a key of the wrong shape still counts. */
export function targetOf(given: object): Target {
  return { hosted: Object.hasOwn(given, 'server'), framed: Object.hasOwn(given, 'frame') };
}

/**
 * The way by which a difusor gets the results: a frame, packages that are pushed to it, or packages that it asks for.
 * How they come into an inbox that is somebody else's to fill the file does not say: as the call has it.
 */
export function deliveryOf(
  { frame, server, source }: Partial<DifusorConfig>,
  { delivery }: Pick<Convocatoria, 'delivery'>,
): DeliveryMethod {
  if (frame !== undefined) return 'frame';
  if (server?.ingest !== undefined) return 'push';
  return source?.kind === 'inbox' ? (delivery.find(isOfPackages)?.method ?? 'push') : 'pull';
}

function isOfPackages({ method }: Convocatoria['delivery'][number]): boolean {
  return method !== 'frame';
}
