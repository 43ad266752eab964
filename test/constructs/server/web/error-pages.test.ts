import { errorLocation, errorPages } from '../../../../constructs/server/web/error-pages.js';
import { createMessages } from '../../../../lib/messages/index.js';
import { framePlan, serverPlan } from '../../../support/server-plan.js';

const pages = errorPages(serverPlan(), createMessages());

it.each([
  ['absent', 'Aquí no hay nada publicado', 'href="/"'],
  ['refused', 'Solicitud no admitida', 'href="/"'],
  ['busy', 'Demasiadas solicitudes', serverPlan().convocatoria.institute.name],
  ['failing', 'El sitio no puede responder', serverPlan().convocatoria.institute.name],
])('explains %s in Spanish, in a small page of its own', (name, title, way) => {
  const page = pages[`errors/${name}.html`] ?? '';
  expect(page).toMatch(/^<!doctype html><html lang="es">/);
  expect(page).toContain(`<h1>${title}`);
  expect(page).toContain(way);
  expect(page).toContain('Universidad de Ejemplo');
  expect(Buffer.byteLength(page)).toBeLessThan(2048);
  expect(page).not.toMatch(/<(?:script|link|img)/);
});

it('speaks the language that it is asked for', () => {
  const [page = ''] = Object.values(errorPages(serverPlan(), createMessages('en')));
  expect(page).toContain('<html lang="en">');
  expect(page).toContain('Nothing is published here');
});

it('writes names as text', () => {
  const plan = serverPlan({ institution: { ...serverPlan().institution, name: '<b>Radio & más</b>' } });
  const [page = ''] = Object.values(errorPages(plan, createMessages()));
  expect(page).toContain('&lt;b&gt;Radio &amp; más&lt;/b&gt;');
});

it('has no style where the policy of a frame’s page lets none in', () => {
  expect(Object.values(errorPages(framePlan(), createMessages())).join('')).not.toContain('<style>');
});

it('keeps each error its status and every answer’s headers, and has none of them kept', () => {
  const lines = errorLocation(['    add_header X-A a always;']).map((line) => line.trim());
  expect(lines).toEqual([
    'error_page 403 404 /.errors/absent.html;',
    'error_page 405 /.errors/refused.html;',
    'error_page 429 /.errors/busy.html;',
    'error_page 500 503 /.errors/failing.html;',
    'location ^~ /.errors/ {',
    'internal;',
    'add_header X-A a always;',
    'add_header Cache-Control no-store always;',
    'alias /etc/prep/errors/;',
    '}',
  ]);
});

it('leads to pages that are there', () => {
  const led = errorLocation([]).flatMap((line) => /\/\.errors\/(\S+\.html);/.exec(line)?.[1] ?? []);
  expect(led.map((name) => `errors/${name}`).sort()).toEqual(Object.keys(pages).sort());
});
