import { describeEvent } from '../../../lib/cli/describe-event.js';
import type { JournalEvent } from '../../../lib/journal/index.js';
import { OPERATIONS } from '../../../lib/journal/index.js';
import { createMessages, LOCALES } from '../../../lib/messages/index.js';
import { EARLIER, EVENTS, LATER } from '../../support/journal-events.js';

const es = createMessages('es');

describe('describeEvent', () => {
  test.each(LOCALES.flatMap((locale) => EVENTS.map((event) => [locale, event.event, event] as const)))(
    'says in %s what a %s is, on one line and with nothing left open',
    (locale, _name, event) => {
      const text = describeEvent(event, createMessages(locale));
      expect(text).toMatch(/^[^{}\n]{15,}$/);
      expect(text).not.toContain('undefined');
    },
  );

  it('says every operation in other words', () => {
    const texts = OPERATIONS.map((operation) =>
      describeEvent({ event: 'operated', operation, reason: 'prueba' }, es),
    );
    expect(new Set(texts).size).toBe(OPERATIONS.length);
    expect(texts.every((text) => text.endsWith('Motivo: prueba'))).toBe(true);
  });

  it('explains a code, also one of another version', () => {
    const failed = (code: string, params = {}): string =>
      describeEvent({ event: 'failed', code, params }, es);
    expect(failed('SOURCE_REFUSED', { host: 'prep.example.net', status: 503 })).toContain(
      'SOURCE_REFUSED: prep.example.net',
    );
    expect(failed('SOURCE_REFUSED')).toBe('Falla: SOURCE_REFUSED');
    expect(failed('CODE_OF_2030')).toBe('Falla: CODE_OF_2030');
  });

  it('lets nobody write on the terminal with escape sequences or line breaks', () => {
    const reason = 'sin\u001b[31mcolor\nni\u2028líneas\u202e';
    const event: JournalEvent = {
      event: 'operated',
      operation: 'rollback',
      reason,
      from: LATER,
      to: EARLIER,
    };
    expect(describeEvent(event, es)).toMatch(/Motivo: sin \[31mcolor ni líneas $/);
  });
});
