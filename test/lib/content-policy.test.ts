import { sourcesOf } from '../../lib/content-policy.js';

describe('sourcesOf', () => {
  it.each([
    [
      'the sources of a directive',
      "default-src 'none'; frame-src https://a.example https://b.example",
      ['https://a.example', 'https://b.example'],
    ],
    ['a name in capitals', ' Frame-Src\thttps://a.example ;', ['https://a.example']],
    ['the first of two', 'frame-src a.example; FRAME-SRC *', ['a.example']],
    ['a directive that names no source', 'frame-src', []],
    ['another directive alone', "frame-ancestors 'none'", undefined],
    ['an empty policy', '', undefined],
  ])('reads %s', (_what, policy, sources) => {
    expect(sourcesOf(policy, 'frame-src')).toEqual(sources);
  });
});
