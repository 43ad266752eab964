import { DifusorError } from '../../../lib/errors.js';
import { createMessages, isMessageId, renderError } from '../../../lib/messages/index.js';

describe('createMessages', () => {
  it('speaks Spanish unless told otherwise', () => {
    expect(createMessages().locale).toBe('es');
    expect(createMessages().text('error.USAGE.remedy')).toContain('Vea las opciones');
    expect(createMessages('en').text('error.USAGE.remedy')).toContain('See the options');
  });

  it('fills parameters and plurals in', () => {
    const messages = createMessages('es');
    expect(messages.text('error.CONFIG_INVALID', { path: 'difusor.yaml', count: 1 })).toBe(
      'difusor.yaml tiene un problema:',
    );
    expect(messages.text('error.CONFIG_INVALID', { path: 'difusor.yaml', count: 3 })).toBe(
      'difusor.yaml tiene 3 problemas:',
    );
  });

  it('picks the language of a call’s text', () => {
    expect(createMessages('en').pick({ es: 'deber', en: 'duty' })).toBe('duty');
  });
});

describe('isMessageId', () => {
  it('knows no inherited property as a text', () => {
    expect(isMessageId('toString')).toBe(false);
    expect(isMessageId('error.USAGE')).toBe(true);
  });
});

describe('renderError', () => {
  it('says code, what happened, each problem with its place, and the remedy', () => {
    const error = new DifusorError(
      'CONFIG_INVALID',
      { path: 'difusor.yaml', count: 1 },
      {
        problems: [
          { id: 'some.text', params: {}, key: 'source.host', file: 'difusor.yaml', line: 7, column: 9 },
        ],
      },
    );
    const lines = renderError(error, createMessages('es'));
    expect(lines[0]).toBe('CONFIG_INVALID: difusor.yaml tiene un problema:');
    expect(lines[1]).toContain('difusor.yaml:7:9 source.host');
    expect(lines.at(-1)).toMatch(/^→ Corrija/);
  });
});
