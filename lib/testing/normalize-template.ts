/** The hash of an asset's content, by which the CDK names the file in S3. */
const ASSET_HASH = /\b[0-9a-f]{64}\b/g;

/** The hash at the end of a function version's logical id: it changes with the function's code. */
const VERSION_HASH = /(CurrentVersion[0-9A-F]{8})[0-9a-f]{32}\b/g;

/** What the CDK tells its makers of the constructs in use: it changes with the library's version. */
const ANALYTICS = /"Analytics":"[^"]*"/g;

/**
 * A template without what changes at every build of an asset or of the library, so that a snapshot holds only what
 * the code decides. Assets are numbered in the order in which the template names them: two stay two.
 */
export function normalizeTemplate<T extends object>(template: T): T {
  const numbers = new Map<string, number>();
  const numbered = (hash: string): string => {
    const number = numbers.get(hash) ?? numbers.size + 1;
    numbers.set(hash, number);
    return `asset-${number}`;
  };
  const text = JSON.stringify(template)
    .replace(VERSION_HASH, '$1')
    .replace(ANALYTICS, '"Analytics":"analytics"')
    .replace(ASSET_HASH, numbered);
  return JSON.parse(text) as T;
}
