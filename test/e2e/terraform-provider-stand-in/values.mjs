// Terraform's values on the wire: msgpack, with an extension for what is not known before the apply.
import { Decoder, Encoder, ExtensionCodec } from '@msgpack/msgpack';

class Unknown {}
export const UNKNOWN = new Unknown();

const extensions = new ExtensionCodec();
// 0 is plain "unknown"; 12 carries refinements, of which none is needed here.
for (const type of [0, 12]) {
  extensions.register({
    type,
    encode: (value) => (type === 0 && value instanceof Unknown ? new Uint8Array([0]) : null),
    decode: () => UNKNOWN,
  });
}
const encoder = new Encoder({ extensionCodec: extensions });
const decoder = new Decoder({ extensionCodec: extensions });

export function isUnknown(value) {
  return value instanceof Unknown;
}

/** @returns the value, or `null` where there is none */
export function decode(value) {
  if (value?.msgpack?.length) return decoder.decode(value.msgpack);
  if (value?.json?.length) return JSON.parse(value.json);
  return null;
}

export function encode(value) {
  return { msgpack: Buffer.from(encoder.encode(value)) };
}

/** Whether two values are the same, whatever the order of their lists: most of the provider's are sets. */
export function same(one, other) {
  return JSON.stringify(normal(one)) === JSON.stringify(normal(other));
}

function normal(value) {
  if (isUnknown(value)) return { unknown: true };
  if (Array.isArray(value)) return value.map((each) => JSON.stringify(normal(each))).sort();
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, normal(value[key])]),
  );
}
