import { digestOf } from '../../../../constructs/server/stack/digest-of.js';

it('gives SHA-256 of the text in UTF-8', () => {
  expect(digestOf('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  expect(digestOf('ñ')).not.toBe(digestOf('n'));
});
