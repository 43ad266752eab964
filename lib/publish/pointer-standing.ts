import type { Pointer } from '../edge/pointer.js';

/** What a person has ordered of the site, beside which cut it shows. */
export interface Standing {
  /** The notice of an interruption is up. */
  readonly notice: boolean;
  /** A person closed the site. */
  readonly held: boolean;
}

/** The part of a pointer that says which cut it names. */
export interface Named {
  readonly generation?: string | undefined;
  readonly stable?: Pointer['stable'];
  readonly floor?: Pointer['floor'];
}

export function standingOf(pointer: Pointer): Standing {
  return {
    notice: pointer.state === 'notice',
    held: pointer.state !== 'live' && pointer.held === true,
  };
}

/** The pointer under which a cut, or none, stands as was ordered: a notice covers all, a closed site covers a cut. */
export function pointerOf({ notice, held }: Standing, { generation, stable, floor }: Named): Pointer {
  const kept = held ? ({ held: true } as const) : {};
  const memory = { ...(floor === undefined ? {} : { floor }), ...(stable === undefined ? {} : { stable }) };
  const named = { ...(generation === undefined ? {} : { generation }), ...memory };
  if (notice) return { state: 'notice', ...kept, ...named };
  if (held || generation === undefined) return { state: 'closed', ...kept, ...named };
  return { state: 'live', generation, ...memory };
}
