import { isUnresolved, shown, type Fact, type FrameFact, type WebServerFact } from '../../facts.js';
import { decidingPattern } from '../../web-paths.js';
import { framedPage } from '../framed-page.js';
import { placeOf } from './containers.js';
import type { Gaps } from './gaps.js';
import type { HostFiles } from './host-files.js';
import { hasFrame, unknownOfPage } from './known/page.js';

const MOST_LETTERS = 200_000;

/** Pages that a stack brings to the folder of a web server and that hold a frame. */
export function collectFrames(
  stack: string,
  files: HostFiles,
  webServers: readonly WebServerFact[],
  gaps: Gaps,
): FrameFact[] {
  return [...files.values()].flatMap((file) => {
    const place = placeOf(stack, file.path);
    const server = webServers.find(({ root }) => !isUnresolved(root) && place.startsWith(`${root}/`));
    if (server === undefined || isUnresolved(server.root) || isUnresolved(file.content)) return [];
    if (!/\.html?$/.test(file.path) || file.content.length > MOST_LETTERS) return [];
    if (hasFrame(file.content)) {
      unknownOfPage(file.content).forEach((what) => {
        gaps.add('frames', file.resource, `${file.path}: ${what}`);
      });
    }
    const path = place.slice(server.root.length).replace(/index\.html?$/, '');
    const resource = `${file.resource}:${file.path}`;
    return framedPage({ resource, path, html: file.content, policy: policyOf(path, server) }) ?? [];
  });
}

function policyOf(path: string, { paths, headers }: WebServerFact): Fact<string> | undefined {
  const pattern = decidingPattern(paths, path) ?? '/*';
  return headers.find(
    (header) => header.path === pattern && shown(header.name).toLowerCase() === 'content-security-policy',
  )?.value;
}
