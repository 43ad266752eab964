import { quoted } from '../../../../constructs/server/web/quoted.js';

it.each(['', 'no-cache, no-store', "frame-ancestors 'self'", 'a; b { c } # d', 'ñ'])('quotes %j', (text) => {
  expect(quoted(text, 'X')).toBe(`"${text}"`);
});

it.each(['"', '\\', '$', '\n', '\r'])('refuses what has %j, and says where', (mark) => {
  expect(() => quoted(`a${mark}b`, 'II.a Cache-Control')).toThrow(
    expect.objectContaining({
      code: 'NGINX_VALUE_UNWRITABLE',
      params: expect.objectContaining({ place: 'II.a Cache-Control' }),
    }),
  );
});
