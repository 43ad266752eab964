/** What stands between the pattern of an archive and that of a file in it. */
const INSIDE = '!/';

/** A pattern of {@link PackageSettings}, taken apart: `outer.zip!/inner.csv` has an inside. */
export interface PackagePattern {
  /** Whether a path is one that the part before `!/`, or the whole, means. */
  readonly matches: (path: string) => boolean;
  /** Pattern of the files in the archives that match. */
  readonly inside?: string;
}

/** Reads a pattern: `*` stands for any text within a segment, everything else for itself. */
export function parsePackagePattern(pattern: string): PackagePattern {
  const at = pattern.indexOf(INSIDE);
  const outer = at === -1 ? pattern : pattern.slice(0, at);
  const expression = new RegExp(`^${outer.split(/\*+/).map(escape).join('[^/]*')}$`, 'u');
  return {
    matches: (path) => expression.test(path),
    ...(at === -1 ? {} : { inside: pattern.slice(at + INSIDE.length) }),
  };
}

function escape(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
