import { DIGEST_DIGITS, type DigestAlgorithm } from './file-digest.js';

/** What one line of a list of digests, or of a file beside a package, says. */
export interface DigestLine {
  /** Lower-case hexadecimal. */
  readonly digest: string;
  /** As it stands there, escapes undone; absent in a line that holds the digest alone. */
  readonly name?: string;
}

/** What the tools of BSD and OpenSSL write before the name. */
const TAGS: Readonly<Record<DigestAlgorithm, string>> = { sha256: 'SHA(?:2-)?256', md5: 'MD5' };

/**
 * Reads a line as `sha256sum` or `md5sum` writes it (text, binary and `--tag` forms, escaped names), as OpenSSL does, with
 * any blanks between digest and name, or with the digest alone; letters of any case.
 * @returns `undefined` for a line that is none
 */
export function parseDigestLine(line: string, algorithm: DigestAlgorithm): DigestLine | undefined {
  for (const form of FORMS[algorithm]) {
    const { escaped, digest, name } = form.exec(line)?.groups ?? {};
    if (digest === undefined) continue;
    const lowerCase = digest.toLowerCase();
    if (name === undefined) return { digest: lowerCase };
    return { digest: lowerCase, name: escaped === '' ? name : unescapeName(name) };
  }
  return undefined;
}

const FORMS: Readonly<Record<DigestAlgorithm, readonly RegExp[]>> = {
  sha256: formsOf('sha256'),
  md5: formsOf('md5'),
};

/** The exact form comes first: a name may itself begin with blanks or an asterisk. */
function formsOf(algorithm: DigestAlgorithm): readonly RegExp[] {
  const digest = `(?<digest>[0-9a-f]{${DIGEST_DIGITS[algorithm]}})`;
  return [
    `${digest} [ *](?<name>.+)`,
    `${digest}(?:[ \\t]+\\*?(?<name>.+))?`,
    `${TAGS[algorithm]} ?\\((?<name>.+)\\) ?= ?${digest}`,
  ].map((form) => new RegExp(`^(?<escaped>\\\\?)${form}$`, 'isu'));
}

/** GNU coreutils escape backslash, line feed and carriage return, and say so by a backslash before the line. */
function unescapeName(name: string): string {
  return name.replace(/\\([\\nr])/g, (_all, letter: string) =>
    letter === 'n' ? '\n' : letter === 'r' ? '\r' : '\\',
  );
}
