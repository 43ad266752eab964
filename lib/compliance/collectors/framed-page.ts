import { sourcesOf } from '../../content-policy.js';
import { isUnresolved, type Fact, type FrameFact } from '../facts.js';
import { readTags, type Tag } from './html-tags.js';

/** A page as a collector found it. */
export interface FoundPage {
  readonly resource: string;
  /** Its path on the site. */
  readonly path: string;
  readonly html: string;
  /** The Content-Security-Policy that it comes with as a header. */
  readonly policy: Fact<string> | undefined;
}

/** The frame of a page; `undefined` where it has none. A policy in the page itself counts where no header brings one. */
export function framedPage({ resource, path, html, policy: header }: FoundPage): FrameFact | undefined {
  const tags = readTags(html);
  const attributes = tags.find(({ name }) => name === 'iframe')?.attributes;
  if (attributes === undefined) return undefined;
  const source = attributes.get('src');
  const own = tags.find(
    ({ name, attributes: meta }) =>
      name === 'meta' && meta.get('http-equiv')?.toLowerCase() === 'content-security-policy',
  );
  const policy = header ?? own?.attributes.get('content');
  return {
    resource,
    path,
    source: source ?? { unresolved: 'src' },
    sandbox: attributes.get('sandbox'),
    title: attributes.get('title'),
    link: linkOf(tags, source),
    frameSources: isUnresolved(policy) ? policy : framesOf(policy),
  };
}

function linkOf(tags: readonly Tag[], source: string | undefined): string | undefined {
  const links = tags.flatMap(({ name, attributes }) => (name === 'a' ? (attributes.get('href') ?? []) : []));
  return links.find((link) => originOf(link) === originOf(source ?? '')) ?? links[0];
}

function originOf(address: string): string | undefined {
  return URL.canParse(address) ? new URL(address).origin : undefined;
}

/** What a policy lets a page frame: its own list, else those for any content. */
function framesOf(policy: string | undefined): readonly string[] | undefined {
  if (policy === undefined) return undefined;
  return ['frame-src', 'child-src', 'default-src']
    .map((name) => sourcesOf(policy, name))
    .find((sources) => sources !== undefined);
}
