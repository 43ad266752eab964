import { escapeHtml } from '../escape-html.js';
import type { Messages } from '../messages/index.js';

export interface FramePageProps {
  /** HTTPS address of the official site, on another host than the page. */
  readonly official: string;
  /** Title of the page and of its frame. */
  readonly title: string;
  /** Name of the difusor, shown as the page's owner. */
  readonly institution: string;
  /** Name of the institute whose results these are. */
  readonly institute: string;
}

/**
 * What the official site may do in its frame: run its scripts with its own origin's storage, open its links in new tabs
 * and save the files that it offers. It may not lead the reader's tab away, nor open dialogs over the difusor's page.
 */
export const FRAME_SANDBOX =
  'allow-scripts allow-same-origin allow-forms allow-downloads allow-popups allow-popups-to-escape-sandbox';

/** The one style of the page; the policy names it by its digest. */
export const FRAME_STYLE =
  'html,body{height:100%;margin:0}' +
  'body{display:flex;flex-direction:column;font:1rem/1.4 system-ui,sans-serif;color:#1a1a1a;background:#fff}' +
  'header{display:flex;flex-wrap:wrap;gap:.25rem 1rem;justify-content:space-between;padding:.5rem 1rem}' +
  'h1{font-size:1rem;margin:0}a{color:#00458b}' +
  'iframe{flex:1;width:100%;min-height:24rem;border:0}';

/**
 * A page of the difusor's own that shows the official site in a frame as wide and as high as the window, with a link for
 * readers whose browser shows no frame.
 * @see chiapas-2024 II.a.m2.3, coahuila-2024 II.a.m2.c
 */
export function renderFramePage(props: FramePageProps, messages: Messages): string {
  const title = escapeHtml(props.title);
  const official = escapeHtml(props.official);
  const source = escapeHtml(messages.text('frame.source', { institute: props.institute }));
  return [
    `<!doctype html>`,
    `<html lang="${messages.locale}">`,
    `<head>`,
    `<meta charset="utf-8">`,
    `<meta name="viewport" content="width=device-width,initial-scale=1">`,
    `<title>${title}</title>`,
    `<style>${FRAME_STYLE}</style>`,
    `</head>`,
    `<body>`,
    `<header><h1>${escapeHtml(props.institution)}</h1>`,
    `<a href="${official}" target="_blank" rel="noopener">${source}</a></header>`,
    `<iframe src="${official}" title="${title}" sandbox="${FRAME_SANDBOX}" ` +
      `allow="fullscreen" referrerpolicy="strict-origin-when-cross-origin"></iframe>`,
    `</body>`,
    `</html>`,
    ``,
  ].join('\n');
}
