import { short } from '../../../lib/audit/short.js';
import { liveFactsSchema } from '../../../lib/compliance/index.js';
import { liveFacts } from '../compliance/live-builder.js';

describe('a text that is cut short', () => {
  it('is left alone where it is short already', () => {
    expect(short('nginx')).toBe('nginx');
  });

  test.each(['x', '😀'])(
    'fits what the facts take, however long it was and whatever it is made of: %s',
    (letter) => {
      const official = short(letter.repeat(5000));
      expect(official.startsWith(letter)).toBe(true);
      expect(liveFactsSchema.safeParse(liveFacts({}, { official }))).toMatchObject({ success: true });
    },
  );
});
