import { readTags } from '../../../../lib/compliance/collectors/html-tags.js';
import { testHostileText } from '../hostile-text.js';

describe('readTags', () => {
  test('reads names and attributes, and leaves comments out', () => {
    const tags = readTags('<!-- <b> --><A Href=x y><i><!-- <!-- --><p z="1" z="2">');
    expect(tags.map(({ name, attributes }) => [name, [...attributes]])).toEqual([
      [
        'a',
        [
          ['href', 'x'],
          ['y', ''],
        ],
      ],
      ['i', []],
      ['p', [['z', '1']]],
    ]);
  });

  testHostileText(readTags, ['<a', '<!--', '="', "='", ' b', '>', '<a b="']);
});
