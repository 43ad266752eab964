import { tryJson } from '../../../../lib/audit/parse/try-json.js';

describe('tryJson', () => {
  it('gives the value, or nothing', () => {
    expect(tryJson('{"a":1}')).toEqual({ a: 1 });
    expect(tryJson('{')).toBeUndefined();
  });
});
