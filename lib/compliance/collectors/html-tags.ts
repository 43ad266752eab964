/** A tag that opens an element of a page. */
export interface Tag {
  /** In lower case. */
  readonly name: string;
  /** Values by name in lower case; the first of a name counts, and the empty text stands for none. */
  readonly attributes: ReadonlyMap<string, string>;
}

const TAG = /<([a-z][a-z0-9]*)((?:"[^"<]*"|'[^'<]*'|[^"'<>])*)>/gi;
const ATTRIBUTE = /([^\s=>"'/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;
const ENTITY = /&(amp|quot|lt|gt|#39);/g;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', quot: '"', lt: '<', gt: '>', '#39': "'" };

/** The tags of a page in their order, without what stands in comments; one whose quotes do not close is left out. */
export function readTags(html: string): readonly Tag[] {
  return [...withoutComments(html).matchAll(TAG)].map(([, name = '', rest = '']) => ({
    name: name.toLowerCase(),
    attributes: attributesOf(rest),
  }));
}

function withoutComments(html: string): string {
  const [start = '', ...comments] = html.split('<!--');
  const after = comments.map((part) => {
    const end = part.indexOf('-->');
    // A comment that opens within another is its text.
    return end < 0 ? '' : part.slice(end + 3);
  });
  return [start, ...after].join('');
}

function attributesOf(text: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const [, name = '', double, single, plain] of text.matchAll(ATTRIBUTE)) {
    const value = (double ?? single ?? plain ?? '').replace(
      ENTITY,
      (_, entity: string) => ENTITIES[entity] ?? '',
    );
    if (!found.has(name.toLowerCase())) found.set(name.toLowerCase(), value);
  }
  return found;
}
