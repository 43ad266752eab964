import { isUnresolved, type Fact, type FrameFact } from '../facts.js';

/** A page as a collector found it. */
export interface FoundPage {
  readonly resource: string;
  /** Its path on the site. */
  readonly path: string;
  readonly html: string;
  /** The Content-Security-Policy that it comes with as a header. */
  readonly policy: Fact<string> | undefined;
}

const IFRAME = /<iframe\b([^>]*)>/i;
const META = /<meta\b[^>]*http-equiv\s*=\s*["']?content-security-policy["']?[^>]*>/i;

/** The frame of a page; `undefined` where it has none. A policy in the page itself counts where no header brings one. */
export function framedPage({ resource, path, html, policy: header }: FoundPage): FrameFact | undefined {
  const page = html.replace(/<!--[\s\S]*?-->/g, '');
  const [, attributes] = IFRAME.exec(page) ?? [];
  if (attributes === undefined) return undefined;
  const source = attributeOf(attributes, 'src');
  const policy = header ?? attributeOf(META.exec(page)?.[0] ?? '', 'content');
  return {
    resource,
    path,
    source: source ?? { unresolved: 'src' },
    sandbox: attributeOf(attributes, 'sandbox'),
    title: attributeOf(attributes, 'title'),
    link: linkOf(page, source),
    frameSources: isUnresolved(policy) ? policy : sourcesOf(policy),
  };
}

/** Value of an attribute; the empty text where it stands without one. */
function attributeOf(attributes: string, name: string): string | undefined {
  const match = new RegExp(
    `(?:^|\\s)${name}(?:\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+)))?(?=[\\s>/]|$)`,
    'i',
  ).exec(attributes);
  if (match === null) return undefined;
  const value = match[1] ?? match[2] ?? match[3] ?? '';
  return value.replace(/&(amp|quot|lt|gt|#39);/g, (_, entity: string) => ENTITIES[entity] ?? '');
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', quot: '"', lt: '<', gt: '>', '#39': "'" };

function linkOf(page: string, source: string | undefined): string | undefined {
  const links = [...page.matchAll(/<a\b([^>]*)>/gi)].flatMap(([, attributes = '']) => {
    return attributeOf(attributes, 'href') ?? [];
  });
  return links.find((link) => originOf(link) === originOf(source ?? '')) ?? links[0];
}

function originOf(address: string): string | undefined {
  return URL.canParse(address) ? new URL(address).origin : undefined;
}

/** What a policy lets a page frame: its own list, else those for any content. */
function sourcesOf(policy: string | undefined): readonly string[] | undefined {
  if (policy === undefined) return undefined;
  const directives = policy.split(';').map((directive) => directive.trim().split(/\s+/));
  const named = ['frame-src', 'child-src', 'default-src'].map((name) =>
    directives.find(([first]) => first === name),
  );
  return named.find((directive) => directive !== undefined)?.slice(1);
}
