/** What one run of rsync is asked. */
export interface RsyncOrder {
  /** As rsync names a place elsewhere: `host:/folder/` or `rsync://host/module/folder/`. */
  readonly from: string;
  /** Absolute folder of this host. */
  readonly into: string;
  /** Options for the way there: `-e …`, or `--password-file=…`. */
  readonly via: readonly string[];
  /** Bytes of one file. */
  readonly maxFileBytes: number;
  /** Without a byte for so long it gives up. */
  readonly idleSeconds: number;
}

/** Begins each line that tells of a change, so that no name and no message can pass for one. */
export const CHANGE = 'change';

/**
 * Files are compared by their content, since a file may change and keep size and time. Each is written beside the old
 * one and renamed, never in place. Times and rights of the source are not taken over: what is published later under the
 * same name has a time of its own.
 */
export function rsyncArguments({
  from,
  into,
  via,
  maxFileBytes,
  idleSeconds,
}: RsyncOrder): readonly string[] {
  return [
    '--recursive',
    '--checksum',
    '--no-links',
    '--no-devices',
    '--no-specials',
    '--chmod=D755,F644',
    '--delete',
    '--delete-delay',
    '--no-motd',
    `--timeout=${idleSeconds}`,
    `--max-size=${maxFileBytes}`,
    '--info=nonreg1,skip1',
    `--out-format=${CHANGE} %i %l %n`,
    ...via,
    '--',
    from,
    `${into}/`,
  ];
}
