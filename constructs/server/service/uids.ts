/** Who runs in which container; the same numbers own the folders of the host. */
export const UIDS = { publisher: 10001, ingest: 10002, web: 10003, stats: 10004, acme: 10005 } as const;

/** The group of all that share a folder: each may read what the others leave for it. */
export const SHARED_GROUP = 10001;

/** `uid:gid` of one of them. */
export function userOf(service: keyof typeof UIDS): string {
  return `${UIDS[service]}:${SHARED_GROUP}`;
}
