// What the benchmark is told.
import { parseArgs } from 'node:util';

const NUMBERS = {
  rounds: { default: 5, quick: 1, least: 1, most: 99 },
  /** Of each contender in each case and round. */
  seconds: { default: 4, quick: 1, least: 1, most: 60 },
  /** Connections that ask as fast as they are answered. */
  connections: { default: 64, quick: 16, least: 1, most: 1000 },
  /** Connections that never get to the end of their request; 0 leaves that part out. */
  slow: { default: 2000, quick: 200, least: 0, most: 10_000 },
  /** MB of a transfer by sftp; 0 leaves that part out. */
  megabytes: { default: 200, quick: 20, least: 0, most: 10_000 },
};

/** @throws when a number is none, or out of its range */
export function readOptions(args) {
  const texts = Object.keys(NUMBERS).map((name) => [name, { type: 'string' }]);
  const flags = { quick: { type: 'boolean', default: false }, json: { type: 'boolean', default: false } };
  const { values } = parseArgs({ args, options: { ...Object.fromEntries(texts), ...flags } });
  const numbers = Object.entries(NUMBERS).map(([name, range]) => [
    name,
    numberIn(name, values[name] ?? (values.quick ? range.quick : range.default), range),
  ]);
  return { ...Object.fromEntries(numbers), json: values.json };
}

function numberIn(name, text, { least, most }) {
  const number = Number(text);
  if (Number.isInteger(number) && number >= least && number <= most) return number;
  throw new Error(`--${name} wants a whole number from ${least} to ${most}, got ${JSON.stringify(text)}`);
}
