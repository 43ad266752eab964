import { cutTimeUnknown, type CutTimeUnknownReason } from '../../../../lib/cut/cut-time/cut-time-unknown.js';
import { createMessages, LOCALES, renderError } from '../../../../lib/messages/index.js';

describe('cutTimeUnknown', () => {
  const reasons: CutTimeUnknownReason[] = [
    'name',
    'noFile',
    'severalFiles',
    'unreadable',
    'noTime',
    'severalTimes',
    'notATime',
    'skipped',
    'twice',
  ];

  it.each(LOCALES)('says each reason in words of its own (%s)', (locale) => {
    const texts = reasons.map((reason) =>
      renderError(cutTimeUnknown('p.zip', reason, 'PLACE', 'FOUND'), createMessages(locale)).join('\n'),
    );
    expect(new Set(texts).size).toBe(reasons.length);
    for (const text of texts) expect(text).toMatch(/PLACE|FOUND/);
  });
});
