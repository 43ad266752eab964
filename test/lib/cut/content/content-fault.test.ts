import {
  contentFaultOf,
  DamagedInside,
  type ContentFault,
} from '../../../../lib/cut/content/content-fault.js';
import { cutTimeUnknown } from '../../../../lib/cut/cut-time/cut-time-unknown.js';
import { listUnreadable } from '../../../../lib/cut/integrity/reading-failure.js';
import { createMessages, LOCALES, renderError } from '../../../../lib/messages/index.js';

const FAULTS: readonly ContentFault[] = ['duplicate', 'checksum', 'json', 'csv', 'damaged'];

describe('contentFaultOf', () => {
  it.each([
    [new DamagedInside('duplicate', 'a.csv'), 'duplicate'],
    [new DamagedInside('checksum', 'a.csv'), 'checksum'],
    [new SyntaxError('Unexpected token'), 'json'],
    [Object.assign(new Error('Quote Not Closed'), { code: 'CSV_QUOTE_NOT_CLOSED' }), 'csv'],
    [new Error('End of central directory record signature not found'), 'damaged'],
    ['thrown', 'damaged'],
  ])('names %p', (thrown, fault) => {
    expect(contentFaultOf(thrown)).toBe(fault);
  });

  it.each(LOCALES)('has words of its own for each, and no code shows in them (%s)', (locale) => {
    const messages = createMessages(locale);
    for (const make of [
      (fault: ContentFault) => listUnreadable('LIST', 'content', fault),
      (fault: ContentFault) => cutTimeUnknown('p.zip', 'unreadable', 'PLACE', fault),
    ]) {
      const texts = FAULTS.map((fault) => renderError(make(fault), messages)[0] ?? '');
      expect(new Set(texts).size).toBe(FAULTS.length);
      expect(texts.filter((text) => /\b(?:duplicate|checksum)\b/.test(text))).toEqual([]);
    }
  });
});
