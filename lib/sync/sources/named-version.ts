import type { Validators } from './source.js';

/** One version of one file; where a folder is watched, another file with the same content is another package. */
export interface NamedVersion {
  /** Made of the content, e.g. a digest; without spaces. */
  readonly version: string;
  /** Full name at the source. */
  readonly name: string;
}

/** Puts both into the one text that the worker keeps. */
export function validatorsOfVersion({ version, name }: NamedVersion): Validators {
  return { etag: `${version} ${name}` };
}

/** The version that the worker knows of the file `name`; `undefined` where it knows another file, or none. */
export function knownVersion(known: Validators | undefined, name: string): string | undefined {
  const version = read(known);
  return version?.name === name ? version.version : undefined;
}

/** Full name of the file that the worker knows; `undefined` where it knows none. */
export function knownName(known: Validators | undefined): string | undefined {
  return read(known)?.name;
}

function read(known: Validators | undefined): NamedVersion | undefined {
  const [, version, name] = /^(\S+) (.*)$/s.exec(known?.etag ?? '') ?? [];
  return version === undefined || name === undefined ? undefined : { version, name };
}
