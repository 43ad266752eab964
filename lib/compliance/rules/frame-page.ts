import { all, unless, unread } from '../conclude.js';
import { isUnresolved, shown, type FrameFact } from '../facts.js';
import { breached, met, type Finding, type Rule } from '../rule.js';
import { noParams, type NoParams } from './no-params.js';

/** A page of the difusor's own shows the official site in a frame, which its policy admits and nothing else. */
export const framePage: Rule<NoParams> = {
  id: 'frame-page',
  how: 'rule.frame-page.how',
  reads: ['frames', 'webServers', 'webServers.files', 'webServers.bodies', 'webServers.headers'],
  params: noParams,
  evaluate({ frames }) {
    return frames.length === 0 ? breached({ text: 'rule.frame-page.none' }) : all(frames.map(judgeFrame));
  },
};

/** What a page lacks that frames the official site, whoever found it and where. */
export function judgeFrame(frame: FrameFact): Finding {
  const { source, sandbox, title, link, frameSources, resource } = frame;
  const hole = [source, sandbox, title, link, frameSources].find(isUnresolved);
  if (hole !== undefined) return unread(hole, resource);
  const params = { source: shown(source) };
  return unless(
    missingIn(frame).map((what) => breached({ text: `rule.frame-page.no-${what}`, params, resource })),
    met({ text: 'rule.frame-page.met', params, resource }),
  );
}

function missingIn({ source, sandbox, title, link, frameSources }: FrameFact) {
  const origin = originOf(shown(source));
  const checks = [
    ['plain', origin !== undefined],
    ['policy', Array.isArray(frameSources) && frameSources.length === 1 && frameSources[0] === origin],
    ['sandbox', sandbox !== undefined],
    ['title', title !== undefined && title !== ''],
    ['link', link !== undefined],
  ] as const;
  return checks.filter(([, holds]) => !holds).map(([what]) => what);
}

function originOf(address: string): string | undefined {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  return url?.protocol === 'https:' ? url.origin : undefined;
}
