import { escapeHtml } from '../escape-html.js';
import type { Messages } from '../messages/index.js';
import type { PageName } from './routing.js';

export interface EdgePagesProps {
  /** Name of the difusor, shown as the page's owner. */
  readonly institution: string;
  /** Name and site of the institute that readers are sent to. */
  readonly institute: { readonly name: string; readonly site?: string };
}

const PAGE_NAMES = ['closed', 'notice', 'unavailable'] as const satisfies readonly PageName[];

/** The pages that the edge answers with where it has no cut to show: self-contained HTML, under 2 KB each. */
export function edgePages(props: EdgePagesProps, messages: Messages): Record<PageName, string> {
  const pages = PAGE_NAMES.map((name) => [name, renderPage(name, props, messages)] as const);
  return Object.fromEntries(pages) as Record<PageName, string>;
}

function renderPage(name: PageName, { institution, institute }: EdgePagesProps, messages: Messages): string {
  const title = escapeHtml(messages.text(`edge.page.${name}.title`));
  const text = escapeHtml(messages.text(`edge.page.${name}.text`));
  const owner = escapeHtml(institute.name);
  const link = institute.site === undefined ? owner : `<a href="${escapeHtml(institute.site)}">${owner}</a>`;
  return (
    `<!doctype html><html lang="${messages.locale}"><head><meta charset="utf-8">` +
    `<meta name="viewport" content="width=device-width,initial-scale=1"><title>${title}</title>` +
    '<style>body{font:1.1rem/1.5 system-ui,sans-serif;max-width:34rem;margin:15vh auto;padding:0 1rem}</style>' +
    `</head><body><h1>${title}</h1><p>${text}</p><p>${link}</p><p>${escapeHtml(institution)}</p></body></html>`
  );
}
