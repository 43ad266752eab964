'use strict';
const { join } = require('node:path');

/** What the build makes for the stack, the same for both apps: the worker's folder, the edge function's script. */
const ASSETS = join(__dirname, '..', '..', '..', 'dist', 'assets');

const INSTITUTE = 'Instituto Estatal Electoral de Baja California Sur';

/** What the worker gets as JSON in its environment. */
const settings = {
  convocatoria: 'bcs-2024',
  zone: 'America/Mazatlan',
  cadenceMinutes: 20,
  takeDownMinutes: 45,
  windows: [
    {
      ...night('election', 'election', '2027-06-06', '2027-06-07T21:00:00-07:00'),
      lastCutAt: '2027-06-07T20:00:00-07:00',
    },
    night('rehearsal-1', 'rehearsal', '2027-05-16', '2027-05-17T00:00:00-07:00'),
    night('rehearsal-2', 'rehearsal', '2027-05-23', '2027-05-24T00:00:00-07:00'),
    night('rehearsal-3', 'rehearsal', '2027-05-30', '2027-05-31T00:00:00-07:00'),
  ],
  source: {
    kind: 'https',
    host: 'prep.example.net',
    port: 443,
    path: '/difusores/prep-bcs.zip',
    auth: 'basic',
    secretName: 'difusor/bcs-2027/source',
  },
  package: {
    cutTime: { from: 'archive-name' },
    maxBytes: 536870912,
    mustContain: ['index.html', 'json/main.json', 'bd/*_PREP_GUB_BCS.zip'],
  },
  cacheControl: [{ path: '/*', value: 'no-cache' }],
  stablePrefixes: ['/img/'],
  publicUrl: 'https://prep.example.org',
};

/** What the edge function shows where there is no cut to show. */
const edgePages = {
  closed: page(
    'Aún no hay resultados que mostrar',
    `Los resultados electorales preliminares se publicarán aquí a partir de la hora que fija la convocatoria de ${INSTITUTE}.`,
  ),
  notice: page(
    'Publicación interrumpida',
    `La publicación de resultados preliminares en este sitio está interrumpida. Consulte el sitio oficial de ${INSTITUTE}.`,
  ),
  unavailable: page(
    'Resultados no disponibles en este momento',
    `Intente de nuevo en unos segundos o consulte el sitio oficial de ${INSTITUTE}.`,
  ),
};

function night(id, kind, day, until) {
  return { id, kind, from: `${day}T19:00:00-07:00`, opensAt: `${day}T20:00:00-07:00`, until };
}

function page(title, text) {
  return (
    '<!doctype html><html lang="es"><head><meta charset="utf-8">' +
    `<meta name="viewport" content="width=device-width,initial-scale=1"><title>${title}</title>` +
    '<style>body{font:1.1rem/1.5 system-ui,sans-serif;max-width:34rem;margin:15vh auto;padding:0 1rem}</style>' +
    `</head><body><h1>${title}</h1><p>${text}</p>` +
    `<p><a href="https://www.ieebcs.org.mx">${INSTITUTE}</a></p><p>Universidad de Ejemplo</p></body></html>`
  );
}

module.exports = { ASSETS, edgePages, settings };
