// What the benchmark is told.
import { parseArgs } from 'node:util';

const NUMBERS = {
  rounds: { default: 5, quick: 1, least: 1, most: 99 },
  seed: { default: 1, quick: 1, least: 0, most: 2 ** 31 },
  /** Of the ordinary site's 3,922 files. */
  scale: { default: 1, quick: 0.05, least: 0.05, most: 10 },
  /** How many times as many files the large site has; 0 leaves it out. */
  large: { default: 10, quick: 2, least: 0, most: 100 },
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
  if (number >= least && number <= most) return number;
  throw new Error(`--${name} wants a number from ${least} to ${most}, got ${JSON.stringify(text)}`);
}
