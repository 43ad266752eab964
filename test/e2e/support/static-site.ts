import type { ServerResponse } from 'node:http';
import { readFile } from 'node:fs/promises';
import { join, normalize } from 'node:path';
import { startHttp } from '../../support/servers.js';

/** A web server, as plain as can be, for the folder to which a site's link leads. */
export interface StaticSite {
  readonly url: string;
  close(): Promise<void>;
}

/** @param root folder of a site; it may be made later */
export async function startStaticSite(root: string): Promise<StaticSite> {
  const live = join(root, 'live');
  const { port, close } = await startHttp((request, response) => {
    void answer(join(live, normalize(decodeURIComponent(request.url ?? '/'))), response);
  });
  return { url: `http://127.0.0.1:${port}`, close };
}

async function answer(path: string, response: ServerResponse): Promise<void> {
  try {
    response.end(await readFile(path));
  } catch {
    response.writeHead(404).end();
  }
}
