import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { parse, parseDocument, stringify } from 'yaml';
import { createMessages, renderError } from '../../../lib/messages/index.js';
import { isDifusorError } from '../../../lib/errors.js';
import { ConfigFolder } from './sample-config.js';

const EXAMPLE = readFileSync(join(__dirname, '../../../examples/bcs/difusor.yaml'), 'utf8');
const messages = createMessages('en');

/** Paths of every value of the example. */
const PATHS: (string | number)[][] = [];
const collect = (value: unknown, path: (string | number)[]): void => {
  if (path.length > 0) PATHS.push(path);
  if (typeof value !== 'object' || value === null) return;
  const entries: [string | number, unknown][] = Array.isArray(value)
    ? [...value.entries()]
    : Object.entries(value);
  for (const [key, item] of entries) collect(item, [...path, key]);
};
collect(parse(EXAMPLE), []);

let folder: ConfigFolder;
beforeAll(() => {
  folder = new ConfigFolder();
});
afterAll(() => {
  folder.remove();
});

/** Loads a content: it becomes a plan, or is refused with problems that each have a place and a text. */
function loadOrRefuse(content: string): void {
  try {
    folder.load(content);
  } catch (error) {
    if (!isDifusorError(error)) throw error;
    expect(['CONFIG_INVALID', 'CONFIG_UNREADABLE']).toContain(error.code);
    for (const { line = 0, file } of error.problems) {
      expect(file).toBe('difusor.yaml');
      expect(line).toBeGreaterThan(0);
      expect(line).toBeLessThanOrEqual(content.split('\n').length);
    }
    expect(renderError(error, messages).join('\n')).not.toMatch(/problem\.[a-z]/);
  }
}

const snippet = fc.constantFrom(
  ...[
    '&a',
    '*a',
    '!!x',
    '%YAML 1.1\n',
    '---\n',
    '...\n',
    '<<: ',
    '{',
    '}',
    '[',
    ']',
    '|',
    '>',
    '"',
    "'",
    '\t',
    '\n',
  ],
  ...[
    '\r',
    '\0',
    '\ufeff',
    '\u2028',
    '\ud800',
    '? ',
    '- ',
    ': ',
    '#',
    ', ',
    '.nan',
    '~',
    '0x7f',
    '1e999',
    '__proto__: ',
  ],
);

describe('any mutation of the example', () => {
  it('of its text gives a plan or a refusal with places and texts', () => {
    const mutation = fc.record({
      at: fc.nat(EXAMPLE.length),
      drop: fc.nat(40),
      insert: fc.oneof(snippet, fc.string({ maxLength: 20, unit: 'binary' })),
    });
    fc.assert(
      fc.property(fc.array(mutation, { minLength: 1, maxLength: 4 }), (mutations) => {
        const content = mutations.reduce(
          (text, { at, drop, insert }) => text.slice(0, at) + insert + text.slice(at + drop),
          EXAMPLE,
        );
        loadOrRefuse(content);
      }),
      { seed: 20270606, numRuns: 120 },
    );
  });

  it('of its values gives a plan or a refusal with places and texts', () => {
    const value = fc.oneof(
      fc.anything({ withDate: false, maxDepth: 2, withNullPrototype: false }),
      fc.constantFrom(
        '2027-06-06T20:00:00-07:00',
        '9999-12-31',
        '0000-01-01',
        '12:00',
        -1,
        0,
        NaN,
        Infinity,
        2 ** 60,
      ),
    );
    fc.assert(
      fc.property(fc.constantFrom(...PATHS), value, (path, replacement) => {
        const document = parseDocument(EXAMPLE);
        document.setIn(path, replacement);
        loadOrRefuse(stringify(document));
      }),
      { seed: 20270606, numRuns: 120 },
    );
  });

  it('that leaves out one key gives a plan or names what is missing', () => {
    for (const path of PATHS) {
      const document = parseDocument(EXAMPLE);
      document.deleteIn(path);
      loadOrRefuse(stringify(document));
    }
  });
});
