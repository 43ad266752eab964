/**
 * Sources that one Content-Security-Policy gives a directive; `undefined` where it says nothing of it.
 *
 * Names are of either case, and the first of two counts, as in browsers.
 */
export function sourcesOf(policy: string, directive: string): readonly string[] | undefined {
  const directives = policy.split(';').map((each) => each.trim().split(/\s+/));
  return directives.find(([name]) => name?.toLowerCase() === directive)?.slice(1);
}
