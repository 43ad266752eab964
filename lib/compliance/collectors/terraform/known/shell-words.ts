const PART = /(\s+)|'([^']*)'|"([^"$`\\]*)"|([^\s'"$`\\;&|<>(){}*?[\]!#~]+)|([\s\S])/g;

/** The words of a plain command, of which a shell makes nothing else; `undefined` where it might. */
export function shellWords(line: string): readonly string[] | undefined {
  const words: string[] = [];
  let word: string | undefined;
  for (const [, space, single, double, plain, other] of `${line.trim()} `.matchAll(PART)) {
    if (other !== undefined || space?.includes('\n') === true) return undefined;
    if (space === undefined) {
      word = [word, single, double, plain].join('');
      continue;
    }
    if (word !== undefined) words.push(word);
    word = undefined;
  }
  return words;
}
