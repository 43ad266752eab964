import { readTags, type Tag } from '../../html-tags.js';

const TAGS: Readonly<Record<string, readonly string[]>> = {
  '!doctype': ['html'],
  html: ['lang'],
  head: [],
  meta: ['charset', 'name', 'content', 'http-equiv'],
  title: [],
  style: [],
  body: [],
  header: [],
  main: [],
  footer: [],
  h1: [],
  p: [],
  a: ['href', 'target', 'rel'],
  iframe: ['src', 'title', 'sandbox', 'allow', 'referrerpolicy', 'width', 'height', 'loading'],
};

/** What a style may set; a frame that is shown has a size, and nothing lies over it. */
const STYLES: Readonly<Record<string, RegExp>> = {
  display: /^(?:flex|block|grid)$/,
  height: /^100(?:%|vh|dvh)$/,
  'min-height': /^[1-9]\d*(?:rem|px|vh|%)$/,
  width: /^100(?:%|vw)$/,
  'max-width': /^[1-9]\d*(?:rem|px|%|ch)$/,
  flex: /^1(?: 1 \w+)?$/,
};
const LOOKS =
  /^(?:margin|padding|gap|border|font(?:-\w+)?|line-height|color|background|flex-direction|flex-wrap|justify-content|align-items|text-decoration|box-sizing)$/;

/** What the site in a frame must be let do, so that it works at all. */
const NEEDED = ['allow-scripts', 'allow-same-origin'];
const LET =
  /^allow-(?:scripts|same-origin|forms|downloads|popups|popups-to-escape-sandbox|modals|presentation)$/;

/** Whether a page has a frame at all. */
export function hasFrame(html: string): boolean {
  return /<iframe\b/i.test(html);
}

/** What of a page with a frame nobody knows: other elements, styles that may hide it, too much or too little let. */
export function unknownOfPage(html: string): string[] {
  const tags = readTags(html);
  const frames = tags.filter(({ name }) => name === 'iframe');
  return [
    ...tags.flatMap(unknownOfTag),
    ...(frames.length === 1 ? [] : [`iframe ×${String(frames.length)}`]),
    ...frames.flatMap(({ attributes }) => unknownOfSandbox(attributes.get('sandbox'))),
    ...tags.flatMap(({ name, attributes }) => (name === 'meta' ? unknownOfMeta(attributes) : [])),
    ...[...html.matchAll(/<style[^>]*>([\s\S]*?)<\/style/gi)].flatMap(([, style = '']) =>
      unknownOfStyle(style),
    ),
  ];
}

function unknownOfTag({ name, attributes }: Tag): string[] {
  const known = Object.hasOwn(TAGS, name) ? TAGS[name] : undefined;
  if (known === undefined) return [`<${name}>`];
  return [...attributes.keys()]
    .filter((attribute) => !known.includes(attribute))
    .map((attribute) => `<${name} ${attribute}>`);
}

/** Without the attribute its own rule tells. */
function unknownOfSandbox(sandbox: string | undefined): string[] {
  if (sandbox === undefined) return [];
  const words = sandbox.split(/\s+/).filter((word) => word !== '');
  const holds = NEEDED.every((word) => words.includes(word)) && words.every((word) => LET.test(word));
  return holds ? [] : [`sandbox="${sandbox}"`];
}

/** A page may lead elsewhere by itself. */
function unknownOfMeta(attributes: Tag['attributes']): string[] {
  const kind = attributes.get('http-equiv')?.toLowerCase();
  return kind === undefined || kind === 'content-security-policy' || kind === 'content-type'
    ? []
    : [`http-equiv="${kind}"`];
}

function unknownOfStyle(style: string): string[] {
  const rest = style.replace(/([^{}]*)\{([^{}]*)\}/g, '').trim();
  const declarations = [...style.matchAll(/\{([^{}]*)\}/g)].flatMap(([, body = '']) => body.split(';'));
  return [
    ...(rest === '' ? [] : [rest.slice(0, 40)]),
    ...declarations
      .map((declaration) => declaration.trim())
      .filter((declaration) => declaration !== '' && !isKnownStyle(declaration)),
  ];
}

function isKnownStyle(declaration: string): boolean {
  const [property = '', value = ''] = declaration.split(/\s*:\s*/);
  const known = Object.hasOwn(STYLES, property) ? STYLES[property] : undefined;
  return known === undefined ? LOOKS.test(property) && !/url\(|expression/i.test(value) : known.test(value);
}
