import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join, normalize } from 'node:path';
import { DateTime } from 'luxon';
import { parseDocument } from 'yaml';

/** Folders of a host that takes packages from an inbox and publishes into a directory. */
export function foldersIn(root) {
  const [inbox, site, archive] = ['inbox', 'site', 'archive'].map((name) => join(root, name));
  mkdirSync(inbox);
  return { root, inbox, site, archive };
}

/** A web server for what is live; the worker looks at each cut through it. */
export async function serve(site) {
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(request.url));
    readFile(join(site, 'live', path)).then(
      (body) => response.end(body),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** The example's difusor.yaml, with an election night that has begun. */
export function writeConfig(example, { root, inbox }, opensAt, publicUrl) {
  const opening = DateTime.fromJSDate(opensAt, { zone: 'America/Mazatlan' });
  const iso = (at) => at.toFormat("yyyy-MM-dd'T'HH:mm:ssZZ");
  const document = parseDocument(readFileSync(example, 'utf8'));
  document.set('source', { kind: 'inbox', path: inbox, complete: 'rename' });
  document.set('package', { cutTime: 'archive-name', mustContain: ['index.html'] });
  document.set('stable', ['/actas/']);
  document.set('publicUrl', publicUrl);
  document.set('dates', {
    electionDay: opening.toISODate(),
    opening: iso(opening),
    closing: iso(opening.plus({ days: 6 })),
    holdUntil: iso(opening.plus({ days: 20 })),
    statistics: { from: opening.toISODate(), to: opening.plus({ days: 10 }).toISODate() },
  });
  writeFileSync(join(root, 'difusor.yaml'), document.toString());
}
