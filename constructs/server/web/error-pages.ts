import type { HostedPlan } from '../../../lib/config/index.js';
import { escapeHtml } from '../../../lib/escape-html.js';
import type { Messages } from '../../../lib/messages/index.js';
import { IN_WEB } from './in-web.js';

/** The pages, the errors that each explains, and where a reader may go from it. */
const PAGES = {
  absent: { errors: [403, 404], leadsTo: 'home' },
  refused: { errors: [405], leadsTo: 'home' },
  busy: { errors: [429], leadsTo: 'institute' },
  failing: { errors: [500, 503], leadsTo: 'institute' },
} as const;
const NAMES = Object.keys(PAGES) as (keyof typeof PAGES)[];

/** Folder of the pages, below the configuration's. */
const FOLDER = 'errors';
/** No reader may ask for what is below it: hidden paths are nobody's. */
const PATH = '/.errors/';

/** As the policy of a page with a frame lets in no style but its own, the pages beside it have none. */
const STYLE =
  '<style>body{font:1.1rem/1.5 system-ui,sans-serif;max-width:34rem;margin:15vh auto;padding:0 1rem}</style>';

/** The pages by their path below the configuration: self-contained HTML, under 2 KB each. */
export function errorPages(plan: HostedPlan, messages: Messages): Readonly<Record<string, string>> {
  return Object.fromEntries(NAMES.map((name) => [`${FOLDER}/${name}.html`, page(name, plan, messages)]));
}

function page(name: keyof typeof PAGES, plan: HostedPlan, messages: Messages): string {
  const { institution, site, convocatoria } = plan;
  const title = escapeHtml(messages.text(`server.page.${name}.title`));
  const text = escapeHtml(messages.text(`server.page.${name}.text`));
  const { institute } = convocatoria;
  const way = PAGES[name].leadsTo === 'home' ? link('/', site.domain) : link(institute.site, institute.name);
  return (
    `<!doctype html><html lang="${messages.locale}"><head><meta charset="utf-8">` +
    `<meta name="viewport" content="width=device-width,initial-scale=1"><title>${title}</title>` +
    `${'frame' in plan ? '' : STYLE}</head><body><h1>${title}</h1><p>${text}</p>` +
    `<p>${way}</p><p>${escapeHtml(institution.name)}</p></body></html>\n`
  );
}

function link(to: string | undefined, text: string): string {
  return to === undefined ? escapeHtml(text) : `<a href="${escapeHtml(to)}">${escapeHtml(text)}</a>`;
}

/**
 * Lines of a server that answer errors by these pages, each with the status of its error and never kept by a cache.
 * @param always directives of the headers that every answer of the server has: a location with one of its own has no other
 */
export function errorLocation(always: readonly string[]): readonly string[] {
  return [
    ...NAMES.map((name) => `    error_page ${PAGES[name].errors.join(' ')} ${PATH}${name}.html;`),
    `    location ^~ ${PATH} {`,
    '      internal;',
    ...always.map((line) => `  ${line}`),
    '      add_header Cache-Control no-store always;',
    `      alias ${IN_WEB.configuration}/${FOLDER}/;`,
    '    }',
  ];
}
