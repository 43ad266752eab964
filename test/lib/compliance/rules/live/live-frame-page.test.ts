import type { LivePageFact } from '../../../../../lib/compliance/index.js';
import { liveFramePage } from '../../../../../lib/compliance/rules/live/live-frame-page.js';
import {
  awsFacts,
  liveFacts,
  liveFront,
  livePage,
  liveWeb,
  seen,
  unaskedFacts,
  unseen,
} from '../../live-builder.js';
import { evaluateLive, said } from './live-rules.js';

const { source, ...FRAMELESS } = livePage();
const GOOD = 'frame-page.met live-frame-page.shows';
const page = (overrides: Partial<LivePageFact> = {}) => ({ page: seen(livePage(overrides)) });
const onHost = (web: Parameters<typeof liveWeb>[0]) => liveFacts({ web: liveWeb(web) });

function without(key: keyof LivePageFact) {
  const rest = { ...livePage() };
  delete rest[key];
  return { page: seen(rest) };
}

describe('live-frame-page', () => {
  test.each([
    ['it frames the official site', `met ${GOOD}`, onHost(page())],
    ['every address on AWS does', `met ${GOOD} ${GOOD}`, awsFacts()],
    [
      'it frames another',
      'breached live-frame-page.other',
      onHost(page({ source: 'https://prep.example.net/otra' })),
    ],
    ['its policy admits more', 'breached frame-page.no-policy', onHost(page({ frameSources: ['*'] }))],
    ['it has no policy', 'breached frame-page.no-policy', onHost(without('frameSources'))],
    ['it has no sandbox', 'breached frame-page.no-sandbox', onHost(without('sandbox'))],
    ['it has no title', 'breached frame-page.no-title', onHost(without('title'))],
    ['it has no link', 'breached frame-page.no-link', onHost(without('link'))],
    ['it has no frame', 'breached live-frame-page.none', onHost({ page: seen(FRAMELESS) })],
    [
      'one address on AWS lacks it',
      'breached live-frame-page.none',
      awsFacts([liveFront('198.51.100.30'), liveFront('198.51.100.31', { page: seen({}) })]),
    ],
    ['it does not come', 'undetermined live.unmeasured', onHost({ page: unseen() })],
    ['nobody looked for a frame', 'undetermined live-frame-page.unasked', unaskedFacts()],
  ])('where %s, says: %s', (_where, expected, live) => {
    expect(said(evaluateLive(liveFramePage, live))).toBe(expected);
  });

  it('names what it found where it frames another site', () => {
    const [evidence] = evaluateLive(
      liveFramePage,
      onHost(page({ source: 'https://prep.example.net/x' })),
    ).evidence;
    expect(evidence).toMatchObject({ params: { source: 'https://prep.example.net/x', official: source } });
  });

  it('can say nothing where nobody looked', () => {
    expect(said(evaluateLive(liveFramePage, undefined))).toBe('undetermined live.none');
  });
});
