import {
  readAssignments,
  readKeywords,
  repeated,
  unknownSettings,
} from '../../../../../../lib/compliance/collectors/terraform/known/settings.js';

describe('unknownSettings', () => {
  test.each([
    ['[A]\nx = 1', []],
    ['[a]\nX=1\n# y=2\n; z', []],
    ['[a]\nx = 2', ['x = 2']],
    ['[b]\nx = 1', ['x = 1']],
    ['x = 1', ['x = 1']],
    ['[b]\ny = any', []],
    ['[a]\nx', ['x']],
    ['[a]\nconstructor = 1', ['constructor = 1']],
  ])('finds in %j', (text, unknown) => {
    expect(unknownSettings(readAssignments(text), { 'a.x': /^1$/, y: () => true })).toEqual(unknown);
  });

  test('reads keywords, and what stands twice', () => {
    const settings = readKeywords('Port 22\n port 23\n\n# x\nMatch User a');
    expect(settings.map(({ key, value }) => [key, value])).toEqual([
      ['port', '22'],
      ['port', '23'],
      ['match', 'User a'],
    ]);
    expect(repeated(settings)).toEqual(['port 23']);
  });
});
