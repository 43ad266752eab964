import { doubtOn, type Doubt } from './doubt.js';
import { inForce, type Scope } from './scope.js';

/** What a browser must be told of the files of which a results site is made. */
const TYPES: Readonly<Record<string, RegExp>> = {
  html: /^text\/html$/,
  css: /^text\/css$/,
  js: /^(?:application|text)\/(?:x-)?javascript$/,
  json: /^application\/json$/,
};
const OTHERS: Readonly<Record<string, RegExp>> = {
  csv: /^text\/csv$/,
  jpg: /^image\/jpeg$/,
  pdf: /^application\/pdf$/,
  png: /^image\/png$/,
  svg: /^image\/svg\+xml$/,
  xml: /^(?:text|application)\/xml$/,
  zip: /^application\/zip$/,
};

/** Types in force that would make a browser take a page, a script or the results for something else. */
export function mediaTypeDoubts(scope: Scope): Doubt[] {
  const lines = inForce(scope, 'types').flatMap(({ block = [] }) => block ?? []);
  if (inForce(scope, 'types').length === 0) return [];
  const given = lines.flatMap(({ name: type, args }) =>
    args.map((ending) => ({ type, ending, line: { name: type, args: [ending] } })),
  );
  const wrong = given.filter(({ type, ending }) => {
    const known = Object.hasOwn(TYPES, ending)
      ? TYPES[ending]
      : Object.hasOwn(OTHERS, ending)
        ? OTHERS[ending]
        : undefined;
    return known?.test(type) === false;
  });
  const missing = Object.keys(TYPES).filter((wanted) => !given.some(({ ending }) => ending === wanted));
  return [
    ...wrong.map(({ line }) => doubtOn(line, ['bodies'])),
    ...missing.map((ending) => doubtOn({ name: 'types', args: [`{ … } ${ending}`] }, ['bodies'])),
  ];
}
