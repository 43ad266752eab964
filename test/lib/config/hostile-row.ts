import { createMessages, renderError } from '../../../lib/messages/index.js';
import { BASE, changedLine, ConfigFolder } from './sample-config.js';

/** A name, what is written, and the problem that it is: id and key, on the first line that differs from `BASE`. */
export type Row = readonly [string, string, string, string];

/** `BASE` with more lines. */
export const plus = (lines: string): string => BASE + lines;

/** Tests that each row is refused for that one reason, in both languages, without repeating a secret. */
export function testRefusals(rows: readonly Row[]): void {
  test.each(rows)(
    'with %s is refused with its id, key and line, in both languages',
    (_name, content, id, key) => {
      const folder = new ConfigFolder();
      const error = folder.refusal(content);
      folder.remove();
      expect(error.code).toBe('CONFIG_INVALID');
      expect(error.params).toEqual({ path: 'difusor.yaml', count: 1 });
      expect(error.problems).toEqual([
        expect.objectContaining({
          id: `problem.${id}`,
          key,
          file: 'difusor.yaml',
          line: changedLine(content),
        }),
      ]);
      for (const locale of ['es', 'en'] as const) {
        const text = renderError(error, createMessages(locale)).join('\n');
        expect(text.toLowerCase()).not.toContain('canary');
        expect(text).not.toMatch(/problem\.[a-z]|\{[a-zA-Z]+\}/);
        // What failed; where; what is wrong, what was given and what is accepted; the remedy; the way on.
        expect(text.split('\n')).toHaveLength(5);
      }
    },
  );
}
