import { validationError } from './aws-refusal.js';

const IPV4_BLOCK = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/;

/**
 * The first `count` blocks of an IPv4 block, each with `hostBits` bits for hosts: what Fn::Cidr gives.
 * @throws AwsRefusal `ValidationError` for a block that is not IPv4 or has no room
 */
export function subdivide(block: string, count: number, hostBits: number): string[] {
  const [first, prefix] = parseBlock(block);
  const room = 2 ** (32 - prefix - hostBits);
  if (!Number.isInteger(count) || count < 1 || count > Math.min(room, 256)) {
    throw validationError(
      `Template error: Fn::Cidr cannot make ${count} blocks of ${hostBits} bits in ${block}`,
    );
  }
  return Array.from(
    { length: count },
    (_, index) => `${formatAddress(first + index * 2 ** hostBits)}/${32 - hostBits}`,
  );
}

function parseBlock(block: string): readonly [first: number, prefix: number] {
  const parts = IPV4_BLOCK.exec(block)?.slice(1).map(Number) ?? [];
  const [a = 256, b = 256, c = 256, d = 256, prefix = 33] = parts;
  if ([a, b, c, d].some((byte) => byte > 255) || prefix > 32) {
    throw validationError(`Template error: Fn::Cidr needs an IPv4 block, got ${block}`);
  }
  return [((a * 256 + b) * 256 + c) * 256 + d, prefix];
}

function formatAddress(address: number): string {
  return [24, 16, 8, 0].map((shift) => Math.floor(address / 2 ** shift) % 256).join('.');
}
